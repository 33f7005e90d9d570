package dev.perdure.postgres;

import dev.perdure.postgres.Sorting.Numbered;
import dev.perdure.sql.Statuses;
import dev.perdure.store.Change;
import dev.perdure.store.Lease;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that changes have to know before they are decided on, read under locks: the leases, the runs, and of their mailboxes what
 * matters. Mailboxes are read after the runs are locked, as whoever delivers locks them too.
 */
final class Drafts {
    private static final String RUNS =
            "SELECT r.id, r.method, r.digest, r.started_at, r.status, r.owner, r.crashes, r.parts, r.letters,"
                    + " r.last_letter, r.since, r.updated_at, r.waiting_for, r.problem, r.queue, r.place, r.mark FROM {}run r"
                    + " WHERE r.id = ANY(?::text[])";

    private static final String NOW_AND_HELD =
            "WITH t AS (SELECT {}micros() AS now), held AS (SELECT l.token FROM {}lease l, t"
                    + " WHERE l.token = ANY(?::bigint[]) AND l.until > t.now FOR KEY SHARE OF l)"
                    + " SELECT t.now, held.token FROM t LEFT JOIN held ON true";

    private final Map<String, Draft> runs = new TreeMap<>();
    private final Set<Long> leases = new HashSet<>();
    private final Map<String, Set<String>> dedups = new TreeMap<>();
    private final Set<String> ids = new TreeSet<>();
    private final Set<Long> tokens = new TreeSet<>();
    private final Set<Marked> marks = new HashSet<>();
    private final Map<String, String> marked = new TreeMap<>();
    private long now;

    /** A mark that somebody asks for. */
    private record Marked(String queue, String mark) {}

    /** Reads what these changes concern; false if the mark was not as expected. */
    boolean read(Session session, Mark mark, Iterable<Numbered> changes, Names names) throws SQLException {
        for (var one : changes) collect(one.change());
        if (!readLeases(session, mark)) return false;
        readRuns(session, RUNS + " ORDER BY r.id FOR UPDATE", ids);
        readMailboxes(session);
        readDedups(session);
        readMarks(session, names);
        return true;
    }

    /** The same in a transaction that is not ours, and under no mark. */
    void readWithin(Session session, List<? extends Change> changes, Names names) throws SQLException {
        for (Change change : changes) collect(change);
        session.each(session.bind(NOW_AND_HELD, Rows.numbers(tokens)), row -> {
            now = row.getLong(1);
            long token = row.getLong(2);
            if (!row.wasNull()) leases.add(token);
        });
        // A run that is only to be started stays as it is if it is there: no need to hold it up until the caller
        // commits.
        for (Change change : changes) if (change instanceof Change.Start) ids.remove(change.run());
        readRuns(session, RUNS + " ORDER BY r.id FOR UPDATE", ids);
        var started = new TreeSet<String>();
        for (Change change : changes) if (!runs.containsKey(change.run())) started.add(change.run());
        readRuns(session, RUNS, started);
        readMailboxes(session);
        readDedups(session);
        readMarks(session, names);
    }

    private void collect(Change change) {
        ids.add(change.run());
        if (change instanceof Change.Start start) {
            var owner = start.owner();
            if (owner != null) tokens.add(owner.token());
            if (start.dedup() != null) marks.add(new Marked(start.placement().queue(), start.dedup()));
        } else if (change instanceof Change.Deliver deliver) {
            var dedup = deliver.dedup();
            if (dedup != null)
                dedups.computeIfAbsent(deliver.run(), any -> new TreeSet<>()).add(dedup);
        } else if (change instanceof Change.Step step) {
            tokens.add(step.owner().token());
            step.starts().forEach(this::collect);
            step.sends().forEach(this::collect);
        }
    }

    private boolean readLeases(Session session, Mark mark) throws SQLException {
        var statement = mark.raise()
                .with("t", "SELECT {}micros() AS now")
                .with(
                        "held",
                        "SELECT l.token FROM {}lease l, t, mark WHERE l.token = ANY(?::bigint[]) AND l.until > t.now"
                                + " FOR KEY SHARE OF l",
                        Rows.numbers(tokens))
                .select(session, "SELECT t.now, NULL::bigint FROM t, mark UNION ALL SELECT 0, token FROM held");
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                long token = row.getLong(2);
                if (row.wasNull()) now = row.getLong(1);
                else leases.add(token);
            }
        }
        return now != 0;
    }

    private void readRuns(Session session, String sql, Set<String> wanted) throws SQLException {
        if (wanted.isEmpty()) return;
        var query = session.bind(sql, Rows.texts(wanted));
        session.each(query, row -> {
            var run = new Draft(row.getString(1), row.getInt(2), row.getString(3), row.getLong(4), false);
            run.status = Statuses.of(row.getInt(5));
            run.owner = row.getLong(6);
            run.crashes = row.getInt(7);
            run.parts = row.getInt(8);
            run.letters = row.getInt(9);
            run.lastLetter = row.getLong(10);
            run.since = Images.numberOrNull(row, 11);
            run.updatedAt = row.getLong(12);
            run.signal = row.getString(13);
            run.problem = row.getString(14);
            run.queue = row.getInt(15);
            run.place = row.getInt(16);
            run.mark = row.getString(17);
            runs.put(run.id, run);
        });
    }

    private void readMailboxes(Session session) throws SQLException {
        var full = runs.values().stream()
                .filter(run -> run.letters > 0 && run.owner != 0)
                .map(run -> run.id)
                .toList();
        if (full.isEmpty()) return;
        var query = session.bind(
                "SELECT l.run, l.number, l.name FROM {}letter l WHERE l.run = ANY(?::text[])", Rows.texts(full));
        session.each(query, row -> run(row.getString(1)).mailbox.put(row.getLong(2), row.getString(3)));
    }

    private void readDedups(Session session) throws SQLException {
        var keys = new Rows("run text", "dedup text");
        dedups.forEach((run, some) -> some.forEach(dedup -> keys.add(run, dedup)));
        if (keys.isEmpty()) return;
        var query = session.bind(
                "SELECT s.run, s.dedup FROM " + keys.unnest() + " JOIN {}sent s ON s.run = u.run AND s.dedup = u.dedup",
                keys);
        session.each(query, row -> {
            var run = runs.get(row.getString(1));
            if (run != null) run.dedups.add(row.getString(2));
        });
    }

    private void readMarks(Session session, Names names) throws SQLException {
        if (marks.isEmpty()) return;
        var wanted = new Rows("queue integer", "mark text");
        for (var one : marks) wanted.add(names.queueOf(session, one.queue), one.mark);
        var query = session.bind(
                "SELECT r.queue, r.mark, r.id FROM " + wanted.unnest()
                        + " JOIN {}run r ON r.queue = u.queue AND r.mark = u.mark AND r.mark IS NOT NULL AND r.status < 4",
                wanted);
        session.each(query, row -> marked.put(mark(row.getInt(1), row.getString(2)), row.getString(3)));
    }

    private static String mark(int queue, String mark) {
        return queue + "/" + mark;
    }

    /** The run on a queue that has a mark and has not ended, or null. */
    @Nullable
    String marked(int queue, String mark) {
        return marked.get(mark(queue, mark));
    }

    /** The run has ended: its mark is free. */
    void unmark(Draft run) {
        if (run.mark != null) marked.remove(mark(run.queue, run.mark), run.id);
    }

    private Draft run(String id) {
        var run = runs.get(id);
        if (run == null) throw new IllegalStateException("run " + id + " was not locked");
        return run;
    }

    /** The moment of all these changes by the server's clock. */
    long now() {
        return now;
    }

    boolean holds(Lease lease) {
        return leases.contains(lease.token());
    }

    @Nullable
    Draft get(String id) {
        return runs.get(id);
    }

    void add(Draft fresh) {
        runs.put(fresh.id, fresh);
        if (fresh.mark != null) marked.put(mark(fresh.queue, fresh.mark), fresh.id);
    }

    Iterable<Draft> all() {
        return runs.values();
    }
}
