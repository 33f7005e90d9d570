package dev.perdure.tests.cluster;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.sleep;
import static dev.perdure.Perdure.spawn;
import static java.time.Duration.ofMillis;

import dev.perdure.Durable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run that does all that writes in its own way: steps, a growing list, a child, a wait that leaves memory. */
public class Order {
    private static final int STEPS = 4;

    private final Trap trap;

    /** Orders whose calls fall into this trap. */
    public Order(Trap trap) {
        this.trap = trap;
    }

    /** Returns its steps' numbers, each once. */
    @Durable
    public List<Integer> place(String id) throws InterruptedException {
        var done = new ArrayList<Integer>();
        for (int i = 0; i < STEPS; i++) {
            int step = i;
            done.add(await(() -> work(step)).named("work").get());
        }
        var child = spawn(Order::part, id).get();
        done.add(await(child).get());
        sleep(ofMillis(1100));
        for (int i = 0; i < STEPS; i++) {
            int step = STEPS + 1 + i;
            done.add(await(() -> work(step)).named("more").get());
        }
        return done;
    }

    /** A child run. */
    @Durable
    public int part(String id) throws InterruptedException {
        return await(() -> work(STEPS)).named("part").get();
    }

    private int work(int step) throws InterruptedException {
        trap.pass(Trap.Point.BEFORE_CALL);
        TimeUnit.MILLISECONDS.sleep(20);
        trap.pass(Trap.Point.AFTER_CALL);
        return step;
    }
}
