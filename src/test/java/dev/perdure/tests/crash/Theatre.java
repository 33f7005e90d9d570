package dev.perdure.tests.crash;

import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import dev.perdure.PerdureException;
import dev.perdure.RunEnded;
import dev.perdure.RunFailed;
import dev.perdure.StoreUnavailable;
import dev.perdure.store.Query;
import dev.perdure.store.RunImage;
import dev.perdure.store.Store;
import dev.perdure.testkit.TestEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays scenarios on one store, each in a time and with an engine of its own. */
final class Theatre implements AutoCloseable {
    private static final Instant FAR = Instant.parse("9999-12-31T23:59:59Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** So long that renewing it is none of the operations that go wrong: that is the simulation's. */
    private static final Duration LEASE = Duration.ofDays(90);

    private static final int PATIENCE = 60;
    private static final int HOURS = 48;

    private final FaultyStore store;
    private Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    /** How a play ended. */
    record Ending(
            String outcome,
            Map<String, RunImage.Status> runs,
            List<String> done,
            Map<String, Integer> calls,
            int repeats,
            int operations,
            boolean struck) {}

    Theatre(Function<Clock, Store> opening) {
        store = new FaultyStore(opening.apply(new Delegate()));
    }

    /** The clock of the play that is on. */
    private final class Delegate extends Clock {
        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("plays are in UTC");
        }
    }

    /** Plays a scenario, and lets the so-and-so-manieth operation of the store go wrong. */
    Ending play(Scenario scenario, @Nullable Fault fault, int at, boolean reload) {
        var world = new World();
        try (var engine = TestEngine.on(this::on, 7)) {
            engine.register(new Flows(world), new Trips(world))
                    .with(options -> options.reloadAtEveryAwait(reload)
                            .lease(LEASE)
                            .circuitBreaker(
                                    "bank",
                                    CircuitBreaker.builder()
                                            .withFailureThreshold(10)
                                            .build())
                            .bulkhead("bank", Bulkhead.of(2)));
            store.begin(fault, at, engine::crash);
            var begun = engine.clock().instant();
            insist(engine, () -> Objects.requireNonNull(scenario.start().apply(engine)));
            for (var act : scenario.acts()) {
                let(engine, begun.plus(act.at()));
                if (act.twiceIsHarmless()) {
                    insist(engine, () -> act(act, engine, world));
                } else {
                    insist(engine, engine::settle);
                    store.calm(true);
                    act(act, engine, world);
                    store.calm(false);
                }
            }
            for (int hour = 0; hour < HOURS && !ended(); hour++)
                let(engine, engine.clock().instant().plus(Flows.HOUR));
            return ending(engine, world);
        }
    }

    private static void act(Scenario.Act act, TestEngine engine, World world) {
        try {
            act.doing().to(engine, world);
        } catch (RunEnded over) {
            // an attempt that a crash has cut off counts as one, so that it is over sooner
        }
    }

    private Store on(Clock time) {
        clock = time;
        return store;
    }

    private static void let(TestEngine engine, Instant until) {
        insist(engine, () -> {
            var left = Duration.between(engine.clock().instant(), until);
            if (!left.isNegative()) engine.advance(left);
        });
    }

    /** Does something until it works: the store fails now and then. */
    private static void insist(TestEngine engine, Runnable doing) {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                doing.run();
                return;
            } catch (StoreUnavailable planned) {
                pause(engine);
            }
        }
        throw new AssertionError("the store did not come back");
    }

    private static void pause(TestEngine engine) {
        try {
            engine.advance(SECOND);
        } catch (StoreUnavailable planned) {
            // the next try says so
        }
    }

    private List<RunImage> images() {
        store.calm(true);
        var images = store.find(Query.all(1_000)).join().runs();
        store.calm(false);
        return images;
    }

    private boolean ended() {
        return images().stream().allMatch(image -> image.status().terminal());
    }

    private Ending ending(TestEngine engine, World world) {
        boolean struck = store.struck();
        int operations = store.operations();
        store.calm(true);
        var runs = new TreeMap<String, RunImage.Status>();
        for (var image : images()) runs.put(image.id(), image.status());
        store.calm(true);
        engine.advance(Duration.ofMinutes(1));
        String outcome;
        try {
            outcome = String.valueOf(engine.run("r").result());
        } catch (RunFailed failed) {
            outcome = "threw " + failed.getCause();
        } catch (PerdureException | AssertionError none) {
            outcome = "none: " + none.getMessage();
        }
        engine.crash();
        store.prune(FAR, 1_000).join();
        return new Ending(outcome, runs, world.done(), world.calls, world.repeats(), operations, struck);
    }

    @Override
    public void close() {
        store.end();
    }
}
