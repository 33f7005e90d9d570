package dev.perdure.tests.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.Server;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits under real threads, on every store: counted within the calls themselves. */
class LimitTest {
    private static final int RUNS = 60;
    private static final int SPINS = 50_000;
    private static final QueueLimits LIMITS =
            QueueLimits.of("gpu").atOnce(5).perNode(3).perKey(2);

    /** How many are within their calls, and the most there ever were. */
    private static final class Gauge {
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        void enter() {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        }

        void leave() {
            inside.decrementAndGet();
        }
    }

    private final Gauge all = new Gauge();
    private final Map<String, Gauge> keys = new ConcurrentHashMap<>();
    private final Map<String, Gauge> nodes = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    /** The key is the first letter of what is worked on. */
    private Works works(String node) {
        return new Works(what -> {
            var gauges = List.of(
                    all,
                    keys.computeIfAbsent(what.substring(0, 1), any -> new Gauge()),
                    nodes.computeIfAbsent(node, any -> new Gauge()));
            gauges.forEach(Gauge::enter);
            calls.incrementAndGet();
            for (int spin = 0; spin < SPINS; spin++) Thread.onSpinWait(); // so that others come in, if they may
            gauges.forEach(Gauge::leave);
            return what;
        });
    }

    private void holds(long seed, Store one, Store other) {
        var random = new Random(seed);
        System.out.println("LimitTest seed=" + seed);
        try (var a = engine(one, "a");
                var b = engine(other, "b")) {
            var runs = new ArrayList<Run<String>>();
            for (int i = 0; i < RUNS; i++) {
                var engine = random.nextBoolean() ? a : b;
                var key = "" + (char) ('p' + random.nextInt(4));
                var start = engine.withKey(key).withPriority(random.nextInt(3));
                runs.add(
                        random.nextInt(3) == 0
                                ? start.start("r" + i, Works::twice, key + i, Duration.ofMillis(1 + random.nextInt(20)))
                                : start.start("r" + i, Works::once, key + i));
            }
            for (var run : runs) assertThat(run.result()).isNotNull();
        }
        assertThat(calls).hasValueGreaterThanOrEqualTo(RUNS);
        assertThat(all.most).as("at once, seed %s", seed).hasValueLessThanOrEqualTo(LIMITS.atOnce());
        keys.forEach((key, gauge) ->
                assertThat(gauge.most).as("of key %s, seed %s", key, seed).hasValueLessThanOrEqualTo(LIMITS.perKey()));
        nodes.forEach((node, gauge) ->
                assertThat(gauge.most).as("on %s, seed %s", node, seed).hasValueLessThanOrEqualTo(LIMITS.perNode()));
    }

    private Engine engine(Store store, String node) {
        return Engine.open(store)
                .node(node)
                .parkThreshold(Duration.ofMillis(10))
                .register(works(node))
                .queue(LIMITS)
                .closeStore(false)
                .start();
    }

    @Test
    void G12_limits_hold_in_memory() {
        var store = new MemoryStore(Clock.systemUTC());
        holds(1, store, store);
    }

    @Test
    void G12_limits_hold_in_the_embedded_store(@TempDir Path folder) {
        try (var store = LocalStore.at(folder)) {
            holds(2, store, store);
        }
    }

    @Test
    void G12_limits_hold_on_two_nodes_of_a_database() throws Exception {
        var schema = Server.schema();
        try (var one = PostgresStore.at(Server.url()).schema(schema).open();
                var other = PostgresStore.at(Server.url()).schema(schema).open()) {
            holds(3, one, other);
        }
    }
}
