package dev.perdure.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.StoreUnavailable;
import dev.perdure.engine.Engine;
import dev.perdure.postgres.CuttingProxy;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.SchemaMode;
import dev.perdure.postgres.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two nodes work while connections are reset, half open or lead nowhere for a while, sessions are ended and the server goes down
 * and comes back.
 */
class ChaosTest {
    private static final int RUNS = Integer.getInteger("perdure.chaos.runs", 60);
    private static final int FAULTS = Integer.getInteger("perdure.chaos.faults", 8);
    private static final long SEED = Long.getLong("perdure.chaos.seed", System.nanoTime());
    private static final int LONGEST_PAUSE_MILLIS = 700;

    /** Seconds from one restart to the next, at least and at most; if none are given, a restart is a fault like the others. */
    private static final String EVERY = System.getProperty("perdure.chaos.every", "");

    private static final int KINDS = 7;
    private static final int RESTART = 0;
    private static final int LONGEST_HOLE_MILLIS = 4_000;

    /** How long a store waits for an answer; 40 by default, which would make this test longer and nothing else. */
    private static final int SILENCE_SECONDS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void G6_G7_G13_all_runs_end_once_after_the_database_was_away_again_and_again() throws Exception {
        System.out.println("ChaosTest seed=" + SEED);
        var witness = new Witness("left", "right");
        try (var proxy = new CuttingProxy(Server.port());
                var left = engine("left", witness.schema(), proxy);
                var right = engine("right", witness.schema(), proxy)) {
            var started = CompletableFuture.allOf(
                    CompletableFuture.runAsync(() -> start(left, 0)),
                    CompletableFuture.runAsync(() -> start(right, 1)));
            int restarts = harm(proxy, new Random(SEED));
            started.get(PATIENCE.toSeconds() + RUNS, TimeUnit.SECONDS);
            var healed = Instant.now();
            awaitEnd(witness);
            var took = Duration.between(healed, Instant.now());
            assertThat(number("SELECT count(*) FROM %s.run WHERE id ~ '^order-[0-9]+$'", witness))
                    .isEqualTo(RUNS);
            assertThat(number(
                            "SELECT count(*) FROM %s.run WHERE id ~ '^order-[0-9]+$' AND encode(outcome, 'escape')"
                                    + " LIKE '%%[0,1,2,3,4,5,6,7,8]%%'",
                            witness))
                    .as("right outcomes, seed %s", SEED)
                    .isEqualTo(RUNS);
            assertThat(number("SELECT count(*) FROM %s.run WHERE id !~ '^order-[0-9]+$'", witness))
                    .as("one child each, seed %s", SEED)
                    .isEqualTo(RUNS);
            assertThat(witness.stale()).as("seed %s", SEED).isEmpty();
            System.out.println("CHAOS seed=" + SEED + " runs=" + RUNS + " faults=" + FAULTS + " restarts=" + restarts
                    + " ended_after_s=" + took.toSeconds() + " violations=0");
        }
    }

    /** Does all that happens to a database and the network before it; how often the server went down. */
    private static int harm(CuttingProxy proxy, Random random) throws Exception {
        int restarts = 0;
        var next = restart(random);
        for (int i = 0; i < FAULTS; i++) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
            int kind = random.nextInt(KINDS);
            if (next != null) kind = Instant.now().isAfter(next) ? RESTART : 1 + random.nextInt(KINDS - 1);
            fault(kind, random, proxy);
            if (kind != RESTART) continue;
            restarts++;
            next = restart(random);
        }
        return restarts;
    }

    /** When the server goes down next; null if that is left to chance. */
    private static @Nullable Instant restart(Random random) {
        if (EVERY.isEmpty()) return null;
        var bounds = EVERY.split("\\.\\.", 2);
        int least = Integer.parseInt(bounds[0]);
        int most = Integer.parseInt(bounds[1]);
        return Instant.now().plusSeconds(least + random.nextInt(most - least + 1));
    }

    private static void awaitEnd(Witness witness) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (number("SELECT count(*) FROM %s.run WHERE ended_at IS NULL", witness) > 0) {
            if (Instant.now().isAfter(end))
                throw new AssertionError("stuck, seed " + SEED + ": "
                        + witness.texts("SELECT r::text FROM runs r WHERE r.outcome IS NULL")
                        + witness.texts("SELECT l.token || ' ' || l.node || ' ' || l.until - micros() FROM lease l")
                        + witness.texts("SELECT a.pid || ' ' || a.application_name || ' ' || a.state || ' ' || a.query"
                                + " FROM pg_stat_activity a WHERE a.application_name LIKE 'perdure-%'"));
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static long number(String sql, Witness witness) throws Exception {
        return Long.parseLong(Server.text(sql.formatted(witness.schema())));
    }

    private Engine engine(String name, String schema, CuttingProxy proxy) {
        var url =
                Server.url(proxy.port()).replace("user=postgres", "user=" + name) + "&socketTimeout=" + SILENCE_SECONDS;
        return Engine.open(PostgresStore.at(url)
                        .schema(schema)
                        .schemaMode(SchemaMode.NONE)
                        .open())
                .node(name)
                .lease(Duration.ofSeconds(2))
                .register(new Order(new Trap("", new Trap.Gate())))
                .start();
    }

    private static void start(Engine engine, int first) {
        for (int i = first; i < RUNS; i += 2) {
            var id = "order-" + i;
            while (true) {
                try {
                    engine.start(id, Order::place, id);
                    break;
                } catch (StoreUnavailable e) {
                    // Whether it was started or not: the same id is the same run.
                }
            }
        }
    }

    private static void fault(int kind, Random random, CuttingProxy proxy) throws Exception {
        if (kind == RESTART) Server.restart();
        else if (kind <= 2) proxy.reset();
        else if (kind == 3) proxy.halfOpen();
        else if (kind == 4) {
            proxy.swallow();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_HOLE_MILLIS));
            proxy.heal();
        } else
            Server.run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'perdure-%'");
    }
}
