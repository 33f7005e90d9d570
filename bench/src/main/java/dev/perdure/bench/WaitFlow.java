package dev.perdure.bench;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.sleep;
import static dev.perdure.Perdure.sleepUntil;
import static dev.perdure.Perdure.spawn;

import dev.perdure.Callback;
import dev.perdure.Durable;
import dev.perdure.Job;
import dev.perdure.Run;
import dev.perdure.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What waits while measuring: for many at once, for signals, for whatever comes. */
public class WaitFlow {
    /** A message. */
    public static final Signal<Long> TICK = Signal.of("tick", Long.class);

    private static final Duration FOREVER = Duration.ofDays(100);

    private final World world;

    WaitFlow(World world) {
        this.world = world;
    }

    /** The outside world, which does next to nothing. */
    interface World {
        /** A branch of a fan-out. */
        default int item(int number) {
            return number + 1;
        }

        /** Gets a token and forgets it. */
        default void token(String token) {}

        /** A run goes on. */
        default void woken() {}
    }

    /** One awaited call per item. */
    @Durable
    public int gather(List<Integer> items, int concurrency) {
        var results = all(items, item -> await(() -> world.item(item)))
                .withConcurrency(concurrency)
                .named("items")
                .get();
        return results.size();
    }

    /** One child run per item. */
    @Durable
    public int family(int size) {
        var children = new ArrayList<Run<Integer>>();
        for (int i = 0; i < size; i++)
            children.add(spawn(WaitFlow::child, i).named("born").get());
        int sum = 0;
        for (Run<Integer> child : children) sum += await(child).named("heard").get();
        return sum;
    }

    /** A child. */
    @Durable
    public int child(int number) {
        return await(() -> world.item(number)).get();
    }

    /** Takes so many signals, one after the other. */
    @Durable
    public long listen(int signals) {
        long sum = 0;
        for (int i = 0; i < signals; i++) sum += await(TICK).get();
        return sum;
    }

    /** Sleeps for long. */
    @Durable
    public void sleeper(int number) {
        sleep(FOREVER);
    }

    /** Waits for a signal that does not come. */
    @Durable
    public void listener(int number) {
        await(TICK).get();
    }

    /** Waits for somebody to use a token. */
    @Durable
    public void expectant(int number) {
        await(Callback.of(String.class, token -> world.token(token)))
                .named("token")
                .get();
    }

    /** Polls a job that is never done. */
    @Durable
    public void poller(int number) {
        await(new Endless(number)).every(FOREVER, FOREVER).get();
    }

    /** Sleeps until a moment at which many others wake too, and makes a call. */
    @Durable
    public void riser(Instant moment) {
        sleepUntil(moment);
        await(() -> world.woken()).get();
    }

    /**
     * A job that is never done.
     *
     * @param number its number
     */
    public record Endless(int number) implements Job<String> {
        @Override
        public boolean complete() {
            return false;
        }

        @Override
        public String get() {
            return "never";
        }
    }
}
