package dev.perdure.postgres;

import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.LeaseLost;
import dev.perdure.store.RunImage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out runs, on a lane of its own. Each claimed run names the claim by the number of its transaction, so that one whose
 * commit was not acknowledged can be read back: nobody else would ever move those runs.
 */
final class Claims {
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    private static final int TRIES = 20;

    /** Looks without a lock, so that one who finds nothing writes nothing. */
    static final String LOOK = "SELECT EXISTS (SELECT 1 FROM {}lease WHERE token = ? AND until > {}micros()),"
            + " EXISTS (SELECT 1 FROM {}queue_method p JOIN {}queue f ON f.no = p.queue AND f.limited = 0"
            + " WHERE p.method = ANY(?::integer[]) AND " + Served.serves("p.queue") + " AND ("
            + Looks.NEW.formatted("p.queue", "p.method") + " OR "
            + Looks.DUE_OF_CRASHES.formatted("p.queue", "p.method") + "))"
            + " OR EXISTS (SELECT 1 FROM {}lease l CROSS JOIN LATERAL"
            + " (SELECT 1 FROM {}run WHERE status = 1 AND owner = l.token AND method = ANY(?::integer[])"
            + " AND " + Served.serves("queue") + " AND crashes BETWEEN ? AND ? LIMIT 1) q WHERE l.until <= {}micros()),"
            + " EXISTS (SELECT 1 FROM {}queue WHERE limited = 1), {}micros()";

    private static final String HELD =
            "SELECT l.token FROM {}lease l, t, mark WHERE l.token = ? AND l.until > t.now FOR KEY SHARE OF l";

    private static final String FREE = "SELECT p.queue, p.method FROM {}queue_method p JOIN {}queue f ON f.no = p.queue"
            + " WHERE f.limited = 0 AND p.method = ANY(?::integer[]) AND " + Served.serves("p.queue");

    private static final String READY = "SELECT q.id, q.since, q.priority, p.queue, 0 AS crash FROM free p"
            + " CROSS JOIN LATERAL (SELECT id, since, priority FROM {}run WHERE status = 0 AND place >= 0 AND place = 0"
            + " AND queue = p.queue AND method = p.method AND crashes BETWEEN ? AND ?"
            + " ORDER BY priority DESC, since LIMIT ? FOR UPDATE SKIP LOCKED) q";

    private static final String DUE = "SELECT q.id, q.since, q.priority, p.queue, 0 AS crash FROM t CROSS JOIN free p"
            + " CROSS JOIN LATERAL (SELECT id, since, priority FROM {}run WHERE status = 2 AND queue = p.queue"
            + " AND method = p.method AND since IS NOT NULL AND since <= t.now AND crashes BETWEEN ? AND ?"
            + " ORDER BY since LIMIT ? FOR UPDATE SKIP LOCKED) q";

    /**
     * Of what a process has left no more than this one's share is taken at a time, so that the others come to theirs. A run keeps
     * its place in its queue; where nodes have limits of their own, {@link Line} takes it.
     */
    private static final String ORPHANED =
            "SELECT q.id, q.since, q.priority, q.queue, 1 AS crash FROM t CROSS JOIN {}lease l"
                    + " CROSS JOIN LATERAL (SELECT id, since, priority, queue FROM {}run WHERE status = 1 AND owner = l.token"
                    + " AND method = ANY(?::integer[]) AND " + Served.serves("queue")
                    + " AND queue NOT IN (SELECT no FROM {}queue WHERE per_node < 2147483647)"
                    + " AND crashes BETWEEN ? AND ? ORDER BY since, id"
                    + " LIMIT least(?::bigint, 1 + (SELECT count(*) FROM {}run o WHERE o.status = 1 AND o.owner = l.token)"
                    + " / greatest(1, (SELECT count(*) FROM {}lease c, t WHERE c.until > t.now)))"
                    + " FOR UPDATE SKIP LOCKED) q WHERE l.until <= t.now";

    /** Queues take turns. */
    private static final String PICKED = "SELECT id, crash FROM (SELECT *, row_number() OVER (PARTITION BY queue"
            + " ORDER BY priority DESC, since, id) AS turn FROM (SELECT * FROM ready UNION ALL SELECT * FROM due UNION ALL"
            + " SELECT * FROM orphaned) a) q ORDER BY turn, since, id LIMIT ?";

    private static final String CLAIM = "UPDATE {}run r SET status = 1, owner = h.token, claim = mark.batch,"
            + " crashes = r.crashes + p.crash, waiting_for = NULL, updated_at = t.now"
            + " FROM picked p, held h, mark, t WHERE r.id = p.id RETURNING " + Images.COLUMNS;

    /** Raises the mark and holds the lease, for what follows in the same transaction. */
    private static final String BEGIN = "SELECT token FROM held";

    private static final Comparator<Images.Row> BY_TURN = Comparator.<Images.Row>comparingInt(row -> -row.priority())
            .thenComparingLong(row -> since(row))
            .thenComparing(Images.Row::id);

    private final Lane lane;
    private final Mark mark;
    private final Names methods;
    private final Images images;
    private final LimitedClaims limited;
    private final ServerClock clock;

    Claims(Lane lane, Mark mark, Names methods, ServerClock clock) {
        this.lane = lane;
        this.mark = mark;
        this.methods = methods;
        this.images = new Images(methods);
        this.limited = new LimitedClaims(images);
        this.clock = clock;
    }

    /** Whether a claim may be under way of which nobody waits for an answer any more. */
    boolean isUnsure() {
        return mark.isUnsure();
    }

    /** Makes sure that none is; what it has got is found as owned under its lease. */
    void settle() throws SQLException {
        mark.settle(lane.session());
    }

    /** Whether runs were left because another claim was at their queue, since this was last asked. */
    boolean takePassedBy() {
        return limited.takePassedBy();
    }

    /** The queues whose rate has let somebody wait, if anybody waited, since this was last asked. */
    Set<Integer> takeTooFast() {
        return limited.takeTooFast();
    }

    private static long since(Images.Row row) {
        var since = row.since();
        return since == null ? row.startedAt() : since;
    }

    List<RunImage> claim(Lease lease, Claim claim) throws SQLException {
        if (!mark.isUnsure()) return claim(lease, claim, claim.max());
        var claimed = new ArrayList<>(certainly(lease, session -> List.of())); // what the last one has got
        int room = claim.max() - claimed.size();
        if (room > 0) claimed.addAll(claim(lease, claim, room));
        return claimed;
    }

    private List<RunImage> claim(Lease lease, Claim claim, int max) throws SQLException {
        var served = Served.of(lane.session(), methods, claim);
        var claimed = new ArrayList<RunImage>();
        var found = look(lease, claim, served);
        int half = max - max / 2; // so that neither kind of queue waits for the other
        if (found.limited)
            claimed.addAll(certainly(lease, session -> takeLimited(session, lease, claim, served, half)));
        boolean more = claimed.size() == half;
        int room = max - claimed.size();
        if (found.free && room > 0)
            claimed.addAll(certainly(lease, session -> take(session, lease, claim, served, room)));
        int left = max - claimed.size();
        if (more && left > 0)
            claimed.addAll(certainly(lease, session -> takeLimited(session, lease, claim, served, left)));
        return claimed;
    }

    /** What there may be to claim. */
    private record Found(boolean free, boolean limited) {}

    /** Something that claims in one transaction under the mark; null if it has to be done anew. */
    private interface Taking {
        @Nullable
        List<RunImage> take(Session session) throws SQLException;
    }

    /** Does it once, and knows that: when the connection breaks in a commit, it reads back what was claimed. */
    private List<RunImage> certainly(Lease lease, Taking taking) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                long last = mark.next();
                if (mark.settle(lane.session())) return readBack(lease, last);
                var claimed = taking.take(lane.session());
                if (claimed != null) return claimed;
                mark.lost();
                if (tries == TRIES) throw new LeaseLost(lease);
            } catch (SQLException e) {
                lane.recover(e);
                boolean again = mark.isUnsure() || Failures.gaveWay(e) || Failures.disconnects(e);
                if (!again || tries == TRIES || lane.isClosed()) throw Failures.of(e, "claiming");
                LOG.debug("a claim is tried again", e);
            }
        }
    }

    private Found look(Lease lease, Claim claim, Served served) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return look(lane.session(), lease, claim, served);
            } catch (SQLException e) {
                lane.recover(e);
                boolean again = Failures.gaveWay(e) || Failures.disconnects(e);
                if (!again || tries == TRIES || lane.isClosed()) throw Failures.of(e, "claiming");
            }
        }
    }

    private Found look(Session session, Lease lease, Claim claim, Served served) throws SQLException {
        int least = claim.leastCrashes();
        int most = claim.mostCrashes();
        var look = session.bind(
                LOOK,
                lease.token(),
                served.methods(),
                served.every(),
                served.queues(),
                least,
                most,
                least,
                most,
                served.methods(),
                served.every(),
                served.queues(),
                least,
                most);
        try (var row = look.executeQuery()) {
            row.next();
            clock.heard(row.getLong(4));
            if (!row.getBoolean(1)) throw new LeaseLost(lease);
            return new Found(row.getBoolean(2) && claim.max() > 0, row.getBoolean(3) && claim.max() > 0);
        }
    }

    /** Null if the mark was not as expected, or the lease has ended this moment. */
    private @Nullable List<RunImage> takeLimited(Session session, Lease lease, Claim claim, Served served, int max)
            throws SQLException {
        var queues = limited.waiting(session, served);
        if (queues.isEmpty()) return List.of();
        session.begin();
        var statement = mark.raise()
                .with("t", "SELECT {}micros() AS now")
                .with("held", HELD, lease.token())
                .select(session, BEGIN);
        boolean held;
        try (var row = statement.executeQuery()) {
            held = row.next();
        }
        if (!held) {
            session.rollback();
            return null;
        }
        var rows = limited.take(session, queues, lease, mark.next(), claim, served.methods(), max);
        return committed(session, rows);
    }

    /** Null if the mark was not as expected, or the lease has ended this moment. */
    private @Nullable List<RunImage> take(Session session, Lease lease, Claim claim, Served served, int max)
            throws SQLException {
        int least = claim.leastCrashes();
        int most = claim.mostCrashes();
        session.begin();
        var statement = mark.raise()
                .with("t", "SELECT {}micros() AS now")
                .with("held", HELD, lease.token())
                .with("free", FREE, served.methods(), served.every(), served.queues())
                .with("ready", READY, least, most, max)
                .with("due", DUE, least, most, max)
                .with("orphaned", ORPHANED, served.methods(), served.every(), served.queues(), least, most, max)
                .with("picked", PICKED, max)
                .with("claimed", CLAIM)
                .select(session, "SELECT r.* FROM claimed r");
        var rows = new ArrayList<>(images.rows(session, statement));
        rows.sort(BY_TURN);
        if (rows.isEmpty() && !mark.isRaised(session)) {
            session.rollback();
            return null;
        }
        return committed(session, rows);
    }

    private List<RunImage> committed(Session session, List<Images.Row> rows) throws SQLException {
        var claimed = images.whole(session, rows);
        mark.committing();
        try {
            session.commit();
        } catch (SQLException e) {
            if (!Failures.disconnects(e)) mark.failed();
            throw e;
        }
        mark.committed();
        return claimed;
    }

    /** What a claim has got whose commit was not acknowledged. */
    private List<RunImage> readBack(Lease lease, long number) throws SQLException {
        var session = lane.session();
        session.begin();
        var rows = images.rows(
                session,
                session.bind(
                        "SELECT " + Images.COLUMNS
                                + " FROM {}run r WHERE r.status = 1 AND r.owner = ? AND r.claim = ? FOR KEY SHARE",
                        lease.token(),
                        number));
        var claimed = images.whole(session, rows);
        session.commit();
        return claimed;
    }
}
