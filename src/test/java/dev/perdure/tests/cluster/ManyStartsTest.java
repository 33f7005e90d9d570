package dev.perdure.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.postgres.Server;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callers in two processes all start the same runs at the same time. By command: 10,000 ids and 64 callers. */
class ManyStartsTest {
    private static final int IDS = Integer.getInteger("perdure.starts.ids", 200);
    private static final int CALLERS = Integer.getInteger("perdure.starts.callers", 16);
    private static final long SEED = Long.getLong("perdure.starts.seed", System.nanoTime());

    /** So long that no node loses its runs here, however busy the machine is: a run that moves may call twice. */
    private static final long LEASE_MILLIS = 300_000;

    /** Without a caller who has got a page of its answers. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Witness witness = new Witness();

    ManyStartsTest() throws Exception {
        witness.run(StartsNode.TABLE);
    }

    private NodeProcess node(String name) throws Exception {
        return new NodeProcess(StartsNode.class, Server.url(), witness.schema(), name, LEASE_MILLIS);
    }

    @Test
    void G10_every_id_is_one_run_however_many_start_it_in_two_processes() throws Exception {
        System.out.println("ManyStartsTest seed=" + SEED);
        try (var left = node("left");
                var right = node("right")) {
            for (var node : List.of(left, right)) node.await("ready");
            left.tell("start " + IDS + " " + (CALLERS + 1) / 2 + " " + SEED);
            right.tell("start " + IDS + " " + CALLERS / 2 + " " + (SEED + CALLERS));
            for (var node : List.of(left, right)) node.await("did start", PATIENCE);
            for (var node : List.of(left, right)) node.tell("report");
            for (var node : List.of(left, right)) node.await("did report");
        }
        long doubled = witness.number("SELECT count(*) FROM"
                + " (SELECT 1 FROM greeted GROUP BY name HAVING count(*) > 1 OR sum(calls) > 1) more");
        System.out.println("STARTS ids=" + IDS + " callers=" + CALLERS + " nodes=2 runs="
                + witness.number("SELECT count(*) FROM run") + " doubled=" + doubled);
        assertThat(witness.number("SELECT count(*) FROM run")).isEqualTo(IDS);
        assertThat(witness.number("SELECT count(DISTINCT name) FROM greeted")).isEqualTo(IDS);
        assertThat(doubled)
                .as("ids whose call was made more than once, seed %s", SEED)
                .isZero();
    }
}
