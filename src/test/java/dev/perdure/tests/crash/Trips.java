package dev.perdure.tests.crash;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.race;
import static dev.perdure.Perdure.sleep;
import static dev.perdure.Spawns.spawn;

import dev.perdure.Close;
import dev.perdure.Durable;
import dev.perdure.Perdure;
import dev.perdure.Run;
import dev.perdure.RunFailed;
import dev.perdure.tests.crash.World.Broken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durable methods with undos and with children. */
public class Trips {
    private final World world;

    Trips(World world) {
        this.world = world;
    }

    @Durable
    public String trip(boolean fails) throws Broken {
        await(() -> world.call("flight", idempotencyKey()))
                .withUndo(booked -> world.call("cancel " + booked, "undo"))
                .named("flight")
                .get();
        lodge();
        sleep(Flows.HOUR);
        if (fails) await(() -> world.fail("no car")).named("car").get();
        return "booked";
    }

    @Durable
    void lodge() {
        await(() -> world.call("hotel", idempotencyKey()))
                .withUndo(booked -> world.call("cancel " + booked, "undo"))
                .named("hotel")
                .get();
    }

    @Durable
    public String caught() {
        try {
            trip(true);
        } catch (Broken broken) {
            return await(() -> world.call("stayed at home", idempotencyKey()))
                    .named("stay")
                    .get();
        }
        return "away";
    }

    @Durable
    public String side() throws Broken {
        race(branch(() -> booking("a")), Perdure.<String>after(Duration.ofMinutes(10)))
                .named("race")
                .get();
        return await(() -> world.fail("in the end")).named("end").get();
    }

    @Durable
    String booking(String what) {
        await(() -> world.call(what, idempotencyKey()))
                .withUndo(booked -> world.call("cancel " + booked, "undo"))
                .named("book")
                .get();
        sleep(Flows.HOUR);
        return what;
    }

    @Durable
    public String work(String name, Duration pause) {
        await(() -> world.call(name, idempotencyKey())).named("work").get();
        sleep(pause);
        return await(() -> world.call(name + " done", idempotencyKey()))
                .named("end")
                .get();
    }

    @Durable
    public String breaks(String name) throws Broken {
        await(() -> world.call(name, idempotencyKey())).named("work").get();
        return await(() -> world.fail(name)).named("break").get();
    }

    @Durable
    public String parent(Duration pause) {
        Run<String> child = spawn(Trips::work, "child", pause).get();
        return await(child).get() + "?";
    }

    @Durable
    public String shortOfPatience() {
        Run<String> child =
                spawn(Trips::work, "child", Flows.HOUR.multipliedBy(2)).get();
        return await(child)
                .withDeadline(Flows.HOUR)
                .withFallback("no longer waited for")
                .get();
    }

    @Durable
    public String bereft() {
        Run<String> child = spawn(Trips::breaks, "child").get();
        try {
            return await(child).get();
        } catch (RunFailed failed) {
            return await(() -> world.call("mourned", idempotencyKey()))
                    .named("mourn")
                    .get();
        }
    }

    @Durable
    public String leaving(Close close) {
        spawn(Trips::work, "child", Duration.ofMinutes(30)).onClose(close).get();
        sleep(Duration.ofMinutes(1));
        return "left";
    }

    @Durable
    public List<String> siblings(int number) {
        var children = new ArrayList<Run<String>>();
        for (int i = 0; i < number; i++)
            children.add(
                    spawn(Trips::work, "child " + i, Duration.ofMinutes(1 + i)).get());
        return all(children, child -> await(child)).named("all").get();
    }

    @Durable
    public String grandparent() {
        Run<String> child = spawn(Trips::parent, Duration.ofMinutes(5)).get();
        return await(child).get() + "!";
    }

    @Durable
    public List<String> branching(List<String> names) {
        return all(
                        names,
                        name -> branch(() -> {
                            Run<String> child = spawn(Trips::work, name, Duration.ofMinutes(1))
                                    .get();
                            return await(child).get();
                        }))
                .named("branches")
                .get();
    }
}
