package dev.perdure.tests.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.harness.Effort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Universes by seed. {@code src/test/sim FROM_SEED [seeds=N]} tries others, and more. */
class SimTest {
    private static final long FROM = Long.getLong("perdure.sim.from", 1);
    private static final int SEEDS = Effort.of("perdure.sim.seeds", 20_000);
    private static final int THREADS = Integer.getInteger(
            "perdure.sim.threads", Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
    private static final int SHOWN = 3;

    /** Whether the first violation is enough. */
    private static final boolean FIRST = Boolean.getBoolean("perdure.sim.first");

    /** What came of many universes. */
    private static final class Share {
        final ArrayList<String> violations = new ArrayList<>();
        long hash;
        long events;
        long runs;

        void add(long seed, Trial trial) {
            hash += trial.hash() * 31 + seed;
            events += trial.events();
            runs += trial.runs();
            for (var violation : trial.violations()) {
                var story = violations.size() < SHOWN ? "\n    " + trial.story() : "";
                violations.add("seed " + seed + ": " + violation + story);
            }
        }

        void add(Share other) {
            violations.addAll(other.violations);
            hash += other.hash;
            events += other.events;
            runs += other.runs;
        }
    }

    @Test
    void G3_G4_G6_G7_G8_G9_G11_G13_hold_in_every_universe() throws Exception {
        var total = new Share();
        var next = new AtomicLong(FROM);
        var workers = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<Share> work = () -> {
                var share = new Share();
                for (var seed = next.getAndIncrement(); seed < FROM + SEEDS; seed = next.getAndIncrement())
                    if (share.violations.isEmpty() || !FIRST) share.add(seed, Trial.of(seed));
                return share;
            };
            var shares = new ArrayList<Future<Share>>();
            for (var i = 0; i < THREADS; i++) shares.add(workers.submit(work));
            for (var share : shares) total.add(share.get());
        } finally {
            workers.shutdownNow();
        }
        var text = String.join("\n", total.violations) + (total.violations.isEmpty() ? "" : "\n") + "SIM from=" + FROM
                + " seeds=" + SEEDS + " runs=" + total.runs + " events=" + total.events + " violations="
                + total.violations.size() + " trace_hash=" + Long.toHexString(total.hash);
        System.out.println(text);
        var kept = Path.of(System.getProperty("perdure.sim.report", "target/sim-report.txt"));
        Files.createDirectories(kept.toAbsolutePath().getParent());
        Files.writeString(kept, text + "\n");
        assertThat(total.violations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1441, 3790, 9980, 31544, 37998, 195216, 282003, 306055, 465484})
    void G3_G9_G11_G13_hold_where_they_once_did_not(long seed) {
        assertThat(Trial.of(seed).violations()).isEmpty();
    }

    @Test
    void the_same_seed_is_the_same_universe() {
        for (var seed = FROM; seed < FROM + 20; seed++)
            assertThat(Trial.of(seed).hash()).isEqualTo(Trial.of(seed).hash());
    }
}
