package dev.perdure.tests.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.harness.Effort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process of running orders at random moments, in its start and recovery too. */
class KillTest {
    private static final int KILLS = Effort.of("perdure.kills", 200);
    private static final long SEED = Long.getLong("perdure.kill.seed", System.nanoTime());
    private static final int ORDERS_AT_A_TIME = 4;
    private static final int SHORTEST = 100;
    private static final int LONGEST = 1_100;

    @TempDir
    Path folder;

    /** Results that were handed out. */
    private final Map<String, String> results = new HashMap<>();

    /** How many orders were acknowledged as started. */
    private int known;

    @Test
    void G1_G2_G3_G4_kill_9_loses_nothing_that_was_acknowledged_and_charges_under_one_key() throws Exception {
        System.out.println("KILL seed=" + SEED + " kills=" + KILLS);
        var random = new Random(SEED);
        var orders = 0;
        for (var kill = 0; kill < KILLS; kill++) {
            orders += ORDERS_AT_A_TIME;
            var child = Child.start(folder, known, orders);
            hold(child.killedAfter(SHORTEST + random.nextInt(LONGEST - SHORTEST)));
        }
        hold(Child.start(folder, known, orders).finished());
        assertThat(results).hasSize(orders);
        var entries = Ledger.read(folder.resolve("ledger"));
        var audit = new Audit(entries);
        assertThat(audit.problems()).as("seed %s", SEED).isEmpty();
        results.forEach((order, result) ->
                assertThat(result).as(order).isEqualTo(audit.answers(order).toString()));
        System.out.println("KILL seed=" + SEED + " kills=" + KILLS + " orders=" + orders + " effects=" + entries.size()
                + " violations=0");
    }

    private void hold(List<String> said) {
        for (var line : said) {
            if (line.startsWith("started ")) known = Math.max(known, 1 + Integer.parseInt(line.substring(8)));
            if (!line.startsWith("done ") || !line.endsWith(" .")) continue;
            var order = line.substring(5, line.indexOf(' ', 5));
            var result = line.substring(line.indexOf('['), line.length() - 2);
            var before = results.putIfAbsent(order, result);
            if (before != null) assertThat(result).as("the result of %s", order).isEqualTo(before);
        }
    }
}
