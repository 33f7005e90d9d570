package dev.perdure.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.postgres.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Processes that are stopped at named points, or killed, while others take their runs over. One process with a node for each point
 * is stopped when each of its nodes has come to its own.
 */
class FencingTest {
    /** How often each point is tried: fully on the oldest platform, as a sample on newer ones. */
    private static final int TIMES =
            Integer.getInteger("perdure.fencing.times", Runtime.version().feature() < 21 ? 20 : 2);

    private static final int KILLS = Integer.getInteger("perdure.cluster.kills", 2);

    /** Two seconds on a machine that has time; more where a build shares it with others. */
    private static final long IN_TIME = Long.getLong("perdure.fencing.takeover", 20_000);

    private static final long LEASE_MILLIS = 1_500;
    private static final int RUNS = 4;
    private static final int RUNS_PER_NODE = 2;
    private static final String VICTIM = "victim";
    private static final String HEIR = "heir";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A node that has not come to its point by then is stopped where it is, and that does not count. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final Map<Trap.Point, Integer> stops = new EnumMap<>(Trap.Point.class);
    private final List<String> late = new ArrayList<>();
    private long slowest;
    private Witness witness;
    private Pulse pulse;
    private NodeProcess heir;
    private int started;

    @BeforeEach
    void begin() throws Exception {
        var names = Stream.of(Trap.Point.values()).map(FencingTest::victim);
        witness = new Witness(Stream.concat(names, Stream.of(VICTIM, HEIR)).toArray(String[]::new));
        heir = node(HEIR);
        pulse = new Pulse(witness.schema());
    }

    @AfterEach
    void end() throws Exception {
        pulse.close();
        heir.close();
    }

    private NodeProcess node(String names) throws Exception {
        var node = new NodeProcess(Server.url(), witness.schema(), names, LEASE_MILLIS);
        node.await("ready");
        return node;
    }

    private static String victim(Trap.Point point) {
        return VICTIM + "_" + point.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void G7_process_stopped_anywhere_changes_nothing_afterwards_and_its_runs_are_taken_over_in_time() throws Exception {
        long latest = 0;
        var names = Stream.of(Trap.Point.values()).map(FencingTest::victim).collect(Collectors.joining(","));
        try (var victims = node(names)) {
            for (int wave = 0; !isDone(wave); wave++) latest = Math.max(latest, stop(victims));
        }
        allEnd();
        assertThat(witness.stale()).isEmpty();
        int all = stops.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("FENCING stops=" + all + " stale=0 runs=" + started + " latest_takeover_ms=" + latest
                + " late=" + late.size() + " slowest_commit_ms=" + slowest);
        assertThat(late).as("taken over too late").isEmpty();
    }

    private boolean isDone(int waves) {
        boolean all = Stream.of(Trap.Point.values()).allMatch(point -> stops.getOrDefault(point, 0) >= TIMES);
        if (!all && waves > 10 + 3 * TIMES) throw new AssertionError("points are not come to: " + stops);
        return all;
    }

    /** Stops all victims at once, each at its point; how long after the end of its lease the last run was taken over. */
    private long stop(NodeProcess victims) throws Exception {
        for (var point : Trap.Point.values()) {
            victims.tell("arm " + victim(point) + " " + point);
            for (int i = 0; i < RUNS_PER_NODE; i++) start(victims, victim(point));
        }
        var reached = EnumSet.noneOf(Trap.Point.class);
        boolean told = false;
        for (var line = victims.next(SILENCE); !"stopping".equals(line); line = victims.next(SILENCE)) {
            if (line != null && line.startsWith("at "))
                reached.add(Trap.Point.valueOf(line.substring(line.lastIndexOf(' ') + 1)));
            if (told || (line != null && reached.size() < Trap.Point.values().length)) continue;
            victims.tell("stop");
            told = true;
        }
        return whileStopped(victims, reached);
    }

    private long whileStopped(NodeProcess victims, Set<Trap.Point> reached) throws Exception {
        var stopped = new ArrayList<Stopped>();
        for (var point : Trap.Point.values()) stopped.add(new Stopped(point, witness.token(victim(point))));
        long latest = 0;
        var taken = new EnumMap<Trap.Point, Long>(Trap.Point.class);
        for (var one : stopped) {
            until(
                    () -> witness.owned(one.token) == 0 && !isCurrent(one.token),
                    "nobody took the runs over that stood at " + one.point);
            long after = witness.takenOverMillis(one.token);
            taken.put(one.point, after);
            latest = Math.max(latest, after);
        }
        judge(taken);
        victims.signal("CONT");
        victims.await("did stop");
        for (var one : stopped)
            until(
                    () -> witness.token(victim(one.point)) > one.token,
                    "stopped at " + one.point + ", it did not join again");
        assertThat(witness.stale()).as("stopped at %s", reached).isEmpty();
        for (var point : reached) stops.merge(point, 1, Integer::sum);
        return latest;
    }

    /** Whether all was taken over in time; the machine's own hold-ups come on top of that. */
    private void judge(Map<Trap.Point, Long> taken) {
        long commit = pulse.takeWorst();
        slowest = Math.max(slowest, commit);
        taken.forEach((point, after) -> {
            if (after >= IN_TIME + commit) late.add("stopped at " + point + ": " + after + " ms after the lease's end");
        });
    }

    /** A node that was stopped, and its lease. */
    private record Stopped(Trap.Point point, long token) {}

    private boolean isCurrent(long token) throws Exception {
        return witness.number("SELECT count(*) FROM lease WHERE until > micros() AND token = " + token) > 0;
    }

    @Test
    void G13_runs_of_killed_processes_are_taken_over_and_all_end() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            try (var victim = node(VICTIM)) {
                for (int i = 0; i < RUNS; i++) start(victim, VICTIM);
                for (int i = 0; i < RUNS; i++) victim.await("did start");
                TimeUnit.MILLISECONDS.sleep(40L * kill);
                long token = witness.token(VICTIM);
                victim.kill();
                until(() -> witness.owned(token) == 0 && !isCurrent(token), "nobody took the runs over");
                assertThat(witness.takenOverMillis(token)).isLessThan(IN_TIME);
            }
        }
        allEnd();
        assertThat(witness.stale()).isEmpty();
    }

    private void start(NodeProcess process, String node) {
        process.tell("start " + node + " order-" + started++);
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
