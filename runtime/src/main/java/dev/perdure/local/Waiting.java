package dev.perdure.local;

import dev.perdure.sql.RunRow;
import dev.perdure.sql.Seal;
import dev.perdure.store.Claim;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What waits in queues, by their indexes: no query passes runs that it does not give. */
final class Waiting {
    private final PreparedStatement ready;
    private final PreparedStatement due;
    private final PreparedStatement back;
    private final PreparedStatement backKey;
    private final PreparedStatement firstDue;
    private final PreparedStatement anyReady;
    private final PreparedStatement held;
    private final PreparedStatement begun;
    private final PreparedStatement forget;
    private final PreparedStatement addBegun;
    private final Link link;

    Waiting(Link link) throws SQLException {
        this.link = link;
        ready = link.prepare(
                "SELECT " + RunTable.COLUMNS + " FROM run r INDEXED BY run_ready WHERE r.status = 0 AND r.place >= 0"
                        + " AND r.queue = ? AND r.method = ? AND r.place = ? AND r.crashes BETWEEN ? AND ?"
                        + " ORDER BY r.priority DESC, r.since LIMIT ?");
        due = link.prepare("SELECT " + RunTable.COLUMNS + " FROM run r INDEXED BY run_due WHERE r.status = 2"
                + " AND r.queue = ? AND r.method = ? AND r.since IS NOT NULL AND r.since <= ? AND r.crashes BETWEEN ? AND ?"
                + " ORDER BY r.since LIMIT ?");
        back = link.prepare(
                "SELECT " + RunTable.COLUMNS + " FROM run r INDEXED BY run_back WHERE r.status = 0 AND r.place < 0"
                        + " AND r.queue = ? AND r.key = ? AND r.place = ? AND r.crashes BETWEEN ? AND ?"
                        + " ORDER BY r.priority DESC, r.since");
        backKey = link.prepare("SELECT key FROM run INDEXED BY run_back WHERE status = 0 AND place < 0 AND queue = ?"
                + " AND key > ? ORDER BY key LIMIT 1");
        firstDue = link.prepare(
                "SELECT min(since) FROM run INDEXED BY run_due WHERE status = 2 AND queue = ? AND method = ?"
                        + " AND since IS NOT NULL");
        anyReady = link.prepare("SELECT 1 FROM run INDEXED BY run_ready WHERE status = 0 AND place >= 0 AND queue = ?"
                + " AND method = ? AND place = 0 LIMIT 1");
        held = link.prepare(
                "SELECT key, count(*) FROM run INDEXED BY run_place WHERE place >= 2 AND queue = ? GROUP BY key");
        begun = link.prepare("SELECT at, runs, seal FROM begun WHERE queue = ? AND at > ? ORDER BY at");
        forget = link.prepare("DELETE FROM begun WHERE queue = ? AND at <= ?");
        addBegun = link.prepare("INSERT INTO begun (queue, at, runs, seal) VALUES (?, ?, ?, ?)");
    }

    /** Ready runs that hold this place, in their order. */
    List<RunTable.Found> ready(int queue, int method, int place, Claim claim, int max) throws SQLException {
        ready.setInt(1, queue);
        ready.setInt(2, method);
        ready.setInt(3, place);
        ready.setInt(4, claim.leastCrashes());
        ready.setInt(5, claim.mostCrashes());
        ready.setInt(6, max);
        return all(ready);
    }

    /** Parked runs whose due time has come, the longest due first. */
    List<RunTable.Found> due(int queue, int method, long now, int least, int most, int max) throws SQLException {
        due.setInt(1, queue);
        due.setInt(2, method);
        due.setLong(3, now);
        due.setInt(4, least);
        due.setInt(5, most);
        due.setInt(6, max);
        return all(due);
    }

    private List<RunTable.Found> all(PreparedStatement query) throws SQLException {
        var found = new ArrayList<RunTable.Found>();
        link.each(query, row -> found.add(RunTable.find(row)));
        return found;
    }

    /** The first of those that were set back behind others of a key, of these methods. */
    List<RunTable.Found> back(int queue, String key, int place, Collection<Integer> methods, Claim claim, int max)
            throws SQLException {
        back.setInt(1, queue);
        back.setString(2, key);
        back.setInt(3, place);
        back.setInt(4, claim.leastCrashes());
        back.setInt(5, claim.mostCrashes());
        var found = new ArrayList<RunTable.Found>();
        try (var rows = back.executeQuery()) {
            while (found.size() < max && rows.next()) {
                var run = RunTable.find(rows);
                if (!run.intact() || methods.contains(run.row().method())) found.add(run);
            }
        }
        return found;
    }

    /** The keys behind which runs were set back; each costs one look, however many runs there are. */
    Set<String> backKeys(int queue) throws SQLException {
        var keys = new TreeSet<String>();
        for (var key = backKey(queue, ""); key != null; key = backKey(queue, key)) keys.add(key);
        return keys;
    }

    private @Nullable String backKey(int queue, String after) throws SQLException {
        backKey.setInt(1, queue);
        backKey.setString(2, after);
        try (var row = backKey.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** How many runs have a place, by their keys; those without a key under an empty text. */
    Map<String, Integer> held(int queue) throws SQLException {
        held.setInt(1, queue);
        var keys = new HashMap<String, Integer>();
        link.each(held, row -> {
            var key = row.getString(1);
            keys.put(key == null ? "" : key, row.getInt(2));
        });
        return keys;
    }

    /** A moment at which some have begun. */
    record Begun(long at, int runs) {}

    /** Who has begun after a moment, in order. */
    List<Begun> begun(int queue, long after) throws SQLException {
        begun.setInt(1, queue);
        begun.setLong(2, after);
        var found = new ArrayList<Begun>();
        link.each(begun, row -> {
            if (seal(queue, row.getLong(1), row.getInt(2)) != row.getInt(3))
                throw new SQLException("a row of table begun does not match its seal: the file was altered or damaged");
            found.add(new Begun(row.getLong(1), row.getInt(2)));
        });
        return found;
    }

    /** Some begin now; what is no longer looked back at is dropped. */
    void begin(int queue, int runs, long now, long forgetUntil) throws SQLException {
        forget.setInt(1, queue);
        forget.setLong(2, forgetUntil);
        forget.executeUpdate();
        addBegun.setInt(1, queue);
        addBegun.setLong(2, now);
        addBegun.setInt(3, runs);
        addBegun.setInt(4, seal(queue, now, runs));
        Writes.one(addBegun);
    }

    private static int seal(int queue, long at, int runs) {
        return new Seal().add(queue).add(at).add(runs).value();
    }

    /** When the first parked run of a method is due, or null if none will be. */
    @Nullable
    Long firstDue(int queue, int method) throws SQLException {
        firstDue.setInt(1, queue);
        firstDue.setInt(2, method);
        try (var row = firstDue.executeQuery()) {
            row.next();
            long first = row.getLong(1);
            return row.wasNull() ? null : first;
        }
    }

    /** Whether runs wait that time or a worker moves. */
    boolean waits(int queue, int method) throws SQLException {
        return isReady(queue, method) || firstDue(queue, method) != null;
    }

    /** Whether a run waits to begin. */
    boolean waitsToBegin(int queue, int method) throws SQLException {
        return isReady(queue, method) || backKey(queue, "") != null;
    }

    private boolean isReady(int queue, int method) throws SQLException {
        anyReady.setInt(1, queue);
        anyReady.setInt(2, method);
        try (var row = anyReady.executeQuery()) {
            return row.next();
        }
    }

    /** Which methods may have runs in which queue; grows only. For any thread. */
    static final class Pairs {
        private final Map<Integer, Set<Integer>> methods = new ConcurrentHashMap<>();

        void add(RunRow row) {
            add(row.queue(), row.method());
        }

        void add(int queue, int method) {
            methods.computeIfAbsent(queue, any -> ConcurrentHashMap.newKeySet()).add(method);
        }

        /** Of these methods, those that may have runs in a queue. */
        List<Integer> of(int queue, Collection<Integer> wanted) {
            var there = methods.getOrDefault(queue, Set.of());
            return wanted.stream().filter(there::contains).sorted().toList();
        }
    }
}
