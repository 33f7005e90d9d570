package dev.perdure.postgres;

import dev.perdure.sql.Statuses;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.Places;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Quota;
import dev.perdure.store.RunImage.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One queue with limits, locked by the transaction under way. Places are taken only by claims, and only under this lock, so what is
 * counted here cannot grow until the commit; whoever gives a place back needs no lock, and at worst is not seen yet.
 */
final class Line {
    /** How many runs whose due time has come become ready in one claim. */
    private static final int RIPE = 1_000;

    private static final int LEAST_PAGE = 100;

    private static final String LOCK =
            "SELECT {}micros(), " + Limits.COLUMNS + " FROM {}queue q WHERE q.no = ? FOR UPDATE SKIP LOCKED";

    private static final String RIPEN = "UPDATE {}run r SET status = 0, waiting_for = NULL FROM (SELECT q.id FROM"
            + " unnest(?::integer[]) AS m(no) CROSS JOIN LATERAL (SELECT id FROM {}run WHERE status = 2 AND queue = ?"
            + " AND method = m.no AND crashes BETWEEN ? AND ? AND since IS NOT NULL AND since <= ? ORDER BY since LIMIT ?"
            + " FOR UPDATE SKIP LOCKED) q) d"
            + " WHERE r.id = d.id";

    static final String HELD = "SELECT key, count(*), count(*) FILTER (WHERE status = 1 AND owner = ?) FROM {}run"
            + " WHERE place >= 2 AND queue = ? GROUP BY key";

    private static final String BEGUN = "SELECT coalesce(sum(runs), 0) FROM {}begun WHERE queue = ? AND at > ?";

    /** One look per key, however many runs wait behind others of it. */
    static final String BACK_KEYS = "WITH RECURSIVE k(key) AS ((SELECT key FROM {}run WHERE status = 0 AND place < 0"
            + " AND queue = ? ORDER BY key LIMIT 1) UNION ALL SELECT (SELECT r.key FROM {}run r WHERE r.status = 0"
            + " AND r.place < 0 AND r.queue = ? AND r.key > k.key ORDER BY r.key LIMIT 1) FROM k WHERE k.key IS NOT NULL)"
            + " SELECT key FROM k WHERE key IS NOT NULL";

    private static final String FORWARD = "UPDATE {}run r SET place = -1 - r.place FROM (SELECT q.id FROM %s"
            + " CROSS JOIN (VALUES (-1), (-2)) AS p(no) CROSS JOIN LATERAL (SELECT id FROM {}run WHERE status = 0 AND place < 0"
            + " AND queue = ? AND key = u.key AND place = p.no AND method = ANY(?::integer[]) AND crashes BETWEEN ? AND ?"
            + " ORDER BY priority DESC, since LIMIT u.room FOR UPDATE SKIP LOCKED) q) f WHERE r.id = f.id";

    static final String READY = "SELECT q.* FROM unnest(?::integer[]) AS m(no) CROSS JOIN unnest(?::integer[]) AS p(no)"
            + " CROSS JOIN LATERAL (SELECT id, key, place, priority, since, status FROM {}run WHERE status = 0 AND place >= 0"
            + " AND queue = ? AND method = m.no AND place = p.no AND crashes BETWEEN ? AND ? ORDER BY priority DESC, since"
            + " LIMIT ? FOR UPDATE SKIP LOCKED) q";

    private static final String ORPHANED =
            "SELECT q.* FROM {}lease l CROSS JOIN LATERAL (SELECT id, key, place, priority,"
                    + " since, status FROM {}run WHERE status = 1 AND owner = l.token AND queue = ? AND method = ANY(?::integer[])"
                    + " AND crashes BETWEEN ? AND ? LIMIT ? FOR UPDATE SKIP LOCKED) q WHERE l.until <= ?";

    private static final String SET_BACK = "UPDATE {}run SET place = -1 - place WHERE id = ANY(?::text[])";

    private static final String TAKE = "UPDATE {}run r SET status = 1, owner = ?, claim = ?,"
            + " crashes = r.crashes + CASE r.status WHEN 1 THEN 1 ELSE 0 END,"
            + " place = CASE WHEN r.status = 1 OR r.place >= 2 THEN r.place ELSE ? END, waiting_for = NULL, updated_at = ?"
            + " WHERE r.id = ANY(?::text[]) RETURNING " + Images.COLUMNS;

    private final Session session;
    private final int queue;
    private final QueueLimits limits;
    private final long now;
    private boolean ripe;
    private boolean tooFast;

    private Line(Session session, int queue, QueueLimits limits, long now) {
        this.session = session;
        this.queue = queue;
        this.limits = limits;
        this.now = now;
    }

    /** The queue, locked; null if another claim is at it. */
    static @Nullable Line lock(Session session, int queue) throws SQLException {
        try (var row = session.bind(LOCK, queue).executeQuery()) {
            return row.next() ? new Line(session, queue, Limits.read(row, 2), row.getLong(1)) : null;
        }
    }

    /** A run that could be taken. */
    private record Candidate(String id, @Nullable String key, int place, int priority, long since, boolean orphan) {
        static final Comparator<Candidate> BY_TURN = Comparator.<Candidate>comparingInt(run -> -run.priority)
                .thenComparingLong(Candidate::since)
                .thenComparing(Candidate::id);
    }

    /** Takes so many runs, if the limits allow; fewer only if there are no more that could be taken. */
    List<Images.Row> take(Images images, Lease lease, long claimNumber, Claim claim, Rows methods, int max)
            throws SQLException {
        if (!ripe) ripen(claim, methods);
        ripe = true;
        var quota = quota(lease);
        tooFast = quota.isTooFast();
        if (quota.isNodeFull() || max == 0) return List.of();
        if (!quota.isFull()) putForward(quota, claim, methods, max);
        var picked = pick(quota, claim, methods, max);
        if (picked.isEmpty()) return List.of();
        int begins = (int) picked.stream()
                .filter(run -> !run.orphan && run.place == Places.NONE)
                .count();
        if (begins > 0 && limits.rate() != QueueLimits.NONE) begin(begins);
        var ids = Rows.texts(picked.stream().map(Candidate::id).toList());
        return images.rows(session, session.bind(TAKE, lease.token(), claimNumber, quota.takenPlace(), now, ids));
    }

    int queue() {
        return queue;
    }

    /** Whether the last taking has let somebody wait for the rate, if anybody waited. */
    boolean isTooFast() {
        return tooFast;
    }

    /** What this claim may not take stays due, so that it is claimed for. */
    private void ripen(Claim claim, Rows methods) throws SQLException {
        session.bind(RIPEN, methods, queue, claim.leastCrashes(), claim.mostCrashes(), now, RIPE)
                .executeUpdate();
    }

    private Quota quota(Lease lease) throws SQLException {
        var keys = new HashMap<String, Integer>();
        var sums = new long[2];
        session.each(session.bind(HELD, lease.token(), queue), row -> {
            var key = row.getString(1);
            if (key != null) keys.put(key, row.getInt(2));
            sums[0] += row.getLong(2);
            sums[1] += row.getLong(3);
        });
        return new Quota(limits, sums[0], keys, sums[1], limits.rate() == QueueLimits.NONE ? 0 : begun());
    }

    private long begun() throws SQLException {
        try (var row = session.bind(BEGUN, queue, now - period()).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private long period() {
        return limits.period().toMillis() * 1000;
    }

    private void begin(int runs) throws SQLException {
        session.bind("DELETE FROM {}begun WHERE queue = ? AND at <= ?", queue, now - period())
                .executeUpdate();
        session.bind("INSERT INTO {}begun (queue, at, runs) VALUES (?, ?, ?)", queue, now, runs)
                .executeUpdate();
    }

    /** Of those that were set back behind others of their key, so many as there is room for again. */
    private void putForward(Quota quota, Claim claim, Rows methods, int max) throws SQLException {
        var rooms = new Rows("key text", "room integer");
        session.each(session.bind(BACK_KEYS, queue, queue), row -> {
            var key = row.getString(1);
            int room = Math.min(max, quota.keyRoom(key));
            if (room > 0) rooms.add(key, room);
        });
        if (rooms.isEmpty()) return;
        session.bind(
                        FORWARD.formatted(rooms.unnest()),
                        rooms,
                        queue,
                        methods,
                        claim.leastCrashes(),
                        claim.mostCrashes())
                .executeUpdate();
    }

    private List<Candidate> pick(Quota quota, Claim claim, Rows methods, int max) throws SQLException {
        while (true) {
            var picked = new ArrayList<Candidate>();
            var behind = new ArrayList<String>();
            var trial = quota.copy();
            for (var run : page(quota, claim, methods, Math.max(max, LEAST_PAGE))) {
                if (picked.size() == max || trial.isNodeFull()) break;
                var answer = trial.take(run.key, run.orphan ? Places.MOVING : run.place);
                if (answer == Quota.Answer.YES) picked.add(run);
                else if (answer == Quota.Answer.KEY_FULL) behind.add(run.id);
            }
            if (behind.isEmpty()) return picked;
            session.bind(SET_BACK, Rows.texts(behind))
                    .executeUpdate(); // so that the next page does not begin with them
        }
    }

    private List<Candidate> page(Quota quota, Claim claim, Rows methods, int max) throws SQLException {
        var places = new ArrayList<Integer>();
        if (!quota.isFull() && !quota.isTooFast()) places.add(Places.NONE);
        if (!quota.isFull()) places.add(Places.BEGUN);
        places.add(Places.UNTIL_END);
        int least = claim.leastCrashes();
        int most = claim.mostCrashes();
        var found = new ArrayList<Candidate>();
        read(found, session.bind(READY, methods, Rows.integers(places), queue, least, most, max));
        if (limits.perNode() != QueueLimits.NONE)
            read(found, session.bind(ORPHANED, queue, methods, least, most, max, now));
        found.sort(Candidate.BY_TURN);
        return found;
    }

    private void read(List<Candidate> found, java.sql.PreparedStatement query) throws SQLException {
        session.each(
                query,
                row -> found.add(new Candidate(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getInt(6) == Statuses.code(Status.OWNED))));
    }
}
