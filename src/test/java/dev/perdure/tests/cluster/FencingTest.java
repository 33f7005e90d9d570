package dev.perdure.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.postgres.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes that are stopped at named points, or killed, while others take their runs over. */
class FencingTest {
    private static final int TIMES = Integer.getInteger("perdure.fencing.times", 1);
    private static final int KILLS = Integer.getInteger("perdure.cluster.kills", 2);
    private static final long LEASE_MILLIS = 1_500;
    private static final int RUNS = 4;
    private static final String VICTIM = "victim";
    private static final String HEIR = "heir";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Witness witness;
    private NodeProcess heir;
    private int started;

    @BeforeEach
    void begin() throws Exception {
        witness = new Witness(VICTIM, HEIR);
        heir = node(HEIR);
    }

    @AfterEach
    void end() throws Exception {
        heir.close();
    }

    private NodeProcess node(String name) throws Exception {
        var node = new NodeProcess(Server.url(), witness.schema(), name, LEASE_MILLIS);
        node.await("ready");
        return node;
    }

    @Test
    void G7_process_stopped_anywhere_changes_nothing_afterwards_and_its_runs_are_taken_over_in_time() throws Exception {
        long latest = 0;
        try (var victim = node(VICTIM)) {
            for (int time = 0; time < TIMES; time++)
                for (var point : Trap.Point.values()) latest = Math.max(latest, stopAt(point, victim));
        }
        allEnd();
        assertThat(witness.stale()).isEmpty();
        System.out.println("FENCING stops=" + TIMES * Trap.Point.values().length + " stale=0 runs=" + started
                + " latest_takeover_ms=" + latest);
    }

    /** How long after the end of the lease the last run was taken over. */
    private long stopAt(Trap.Point point, NodeProcess victim) throws Exception {
        victim.tell("arm " + point);
        start(victim);
        victim.await("stopping " + point);
        long token = witness.token(VICTIM);
        until(() -> witness.owned(token) == 0 && !isCurrent(token), "nobody took the runs over that stood at " + point);
        long after = witness.takenOverMillis(token);
        assertThat(after).as("taken over after the lease, stopped at %s", point).isLessThan(2_000);
        victim.signal("CONT");
        until(() -> witness.token(VICTIM) > token, "stopped at " + point + ", it did not join again");
        assertThat(witness.stale()).as("stopped at %s", point).isEmpty();
        return after;
    }

    private boolean isCurrent(long token) throws Exception {
        return witness.number("SELECT count(*) FROM lease WHERE until > micros() AND token = " + token) > 0;
    }

    @Test
    void G13_runs_of_killed_processes_are_taken_over_and_all_end() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            try (var victim = node(VICTIM)) {
                start(victim);
                for (int i = 0; i < RUNS; i++) victim.await("did start");
                TimeUnit.MILLISECONDS.sleep(40L * kill);
                long token = witness.token(VICTIM);
                victim.kill();
                until(() -> witness.owned(token) == 0 && !isCurrent(token), "nobody took the runs over");
                assertThat(witness.takenOverMillis(token)).isLessThan(2_000);
            }
        }
        allEnd();
        assertThat(witness.stale()).isEmpty();
    }

    private void start(NodeProcess node) {
        for (int i = 0; i < RUNS; i++) node.tell("start order-" + started++);
    }

    private void allEnd() throws Exception {
        until(
                () -> witness.number("SELECT count(*) FROM run WHERE id LIKE 'order-%' AND ended_at IS NULL") == 0,
                "stuck");
        assertThat(witness.texts("SELECT DISTINCT encode(outcome, 'escape') FROM run" + " WHERE id ~ '^order-[0-9]+$'"))
                .as("outcomes of all %s orders", started)
                .hasSize(1)
                .allMatch(outcome -> outcome.contains("[0,1,2,3,4,5,6,7,8]"));
    }

    private void until(Condition condition, String otherwise) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(end)) {
                List<String> rows = witness.texts("SELECT r::text FROM runs r WHERE status <> 'done'");
                throw new AssertionError(otherwise + ": " + rows);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Something that comes to hold. */
    private interface Condition {
        boolean holds() throws Exception;
    }
}
