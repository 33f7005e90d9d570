package dev.perdure.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.postgres.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A queue with limits that three processes work on, some of which are killed. */
class QueueKillTest {
    private static final int KILLS = Integer.getInteger("perdure.queue.kills", 2);
    private static final long SEED = Long.getLong("perdure.queue.seed", 1);
    private static final int RUNS_PER_KILL = 12;
    private static final int KEYS = 5;
    private static final String VICTIM = "c";
    private static final long LEASE_MILLIS = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The most calls of different runs that were open at the beginning of any: of all, of one key, of one node. */
    private static final String MOST =
            "SELECT max(n) FROM (SELECT count(DISTINCT o.run) AS n FROM worked w JOIN worked o ON o.began <= w.began"
                    + " AND (o.ended IS NULL OR o.ended > w.began) %s GROUP BY w.run, w.began) q";

    private final Witness witness;

    QueueKillTest() throws Exception {
        witness = new Witness();
        witness.run(Shift.TABLE);
    }

    private NodeProcess node(String name) throws Exception {
        var node = new NodeProcess(QueueNode.class, Server.url(), witness.schema(), name, LEASE_MILLIS);
        node.await("ready");
        return node;
    }

    @Test
    void G12_limits_hold_while_processes_are_killed_and_all_runs_end() throws Exception {
        System.out.println("QueueKillTest seed=" + SEED);
        var random = new Random(SEED);
        int started = 0;
        try (var a = node("a");
                var b = node("b")) {
            for (int kill = 0; kill < KILLS; kill++) {
                var name = VICTIM + kill; // each of its own, so that those that were killed are counted like the others
                try (var victim = node(name)) {
                    for (int i = 0; i < RUNS_PER_KILL; i++)
                        victim.tell("start shift-" + started++ + " k" + random.nextInt(KEYS));
                    for (int i = 0; i < RUNS_PER_KILL; i++) victim.await("did start");
                    // It may happen that the others get all: then it is killed idle.
                    until("SELECT count(*) > 0 OR (SELECT count(*) FROM run WHERE status = 4) = " + started
                            + " FROM worked WHERE ended IS NULL AND node = '" + name + "'");
                    victim.kill();
                }
            }
            until("SELECT count(*) = " + started + " FROM run WHERE status = 4");
            a.tell("start last-of-a k0");
            b.tell("start last-of-b k0");
            until("SELECT count(*) = " + (started + 2) + " FROM run WHERE status = 4");
        }
        // A call that was cut off counts as open until its run is called again: the run has its place all the while.
        assertThat(witness.number(MOST.formatted(""))).isLessThanOrEqualTo(QueueNode.LIMITS.atOnce());
        assertThat(witness.number(MOST.formatted("AND o.key = w.key"))).isEqualTo(1);
        assertThat(witness.number(MOST.formatted("AND o.node = w.node")))
                .isLessThanOrEqualTo(QueueNode.LIMITS.perNode());
        assertThat(witness.number("SELECT count(*) FROM run WHERE place >= 2")).isZero();
        System.out.println("QUEUE kills=" + KILLS + " runs=" + (started + 2) + " cut_off="
                + witness.number("SELECT count(*) - 2 * count(DISTINCT run) FROM worked") + " most_at_once="
                + witness.number(MOST.formatted("")) + " of_a_key="
                + witness.number(MOST.formatted("AND o.key = w.key"))
                + " on_a_node=" + witness.number(MOST.formatted("AND o.node = w.node")));
    }

    private void until(String holds) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (!witness.texts(holds).equals(java.util.List.of("t"))) {
            if (Instant.now().isAfter(end))
                throw new AssertionError(holds + " does not come to hold: "
                        + witness.texts("SELECT r::text FROM runs r WHERE status <> 'done'"));
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
