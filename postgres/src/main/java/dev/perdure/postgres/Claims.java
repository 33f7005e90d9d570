package dev.perdure.postgres;

import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.LeaseLost;
import dev.perdure.store.RunImage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private static final String LOOK = "SELECT EXISTS (SELECT 1 FROM {}lease WHERE token = ? AND until > {}micros()),"
            + " EXISTS (SELECT 1 FROM unnest(?::integer[]) AS m(no) CROSS JOIN LATERAL"
            + " (SELECT 1 FROM {}run WHERE status = 0 AND method = m.no AND crashes BETWEEN ? AND ? LIMIT 1) q)"
            + " OR EXISTS (SELECT 1 FROM unnest(?::integer[]) AS m(no) CROSS JOIN LATERAL"
            + " (SELECT 1 FROM {}run WHERE status = 2 AND method = m.no AND since <= {}micros()"
            + " AND crashes BETWEEN ? AND ? LIMIT 1) q)"
            + " OR EXISTS (SELECT 1 FROM {}lease l CROSS JOIN LATERAL"
            + " (SELECT 1 FROM {}run WHERE status = 1 AND owner = l.token AND method = ANY(?::integer[])"
            + " AND crashes BETWEEN ? AND ? LIMIT 1) q WHERE l.until <= {}micros()), {}micros()";

    private static final String HELD =
            "SELECT l.token FROM {}lease l, t, mark WHERE l.token = ? AND l.until > t.now FOR KEY SHARE OF l";

    private static final String READY = "SELECT q.id, q.since, 0 AS crash FROM unnest(?::integer[]) AS m(no)"
            + " CROSS JOIN LATERAL (SELECT id, since FROM {}run WHERE status = 0 AND method = m.no"
            + " AND crashes BETWEEN ? AND ? ORDER BY since LIMIT ? FOR UPDATE SKIP LOCKED) q";

    private static final String DUE = "SELECT q.id, q.since, 0 AS crash FROM t CROSS JOIN unnest(?::integer[]) AS m(no)"
            + " CROSS JOIN LATERAL (SELECT id, since FROM {}run WHERE status = 2 AND method = m.no AND since IS NOT NULL"
            + " AND since <= t.now AND crashes BETWEEN ? AND ? ORDER BY since LIMIT ? FOR UPDATE SKIP LOCKED) q";

    /** Of what a process has left no more than this one's share is taken at a time, so that the others come to theirs. */
    private static final String ORPHANED = "SELECT q.id, q.since, 1 AS crash FROM t CROSS JOIN {}lease l"
            + " CROSS JOIN LATERAL (SELECT id, since FROM {}run WHERE status = 1 AND owner = l.token"
            + " AND method = ANY(?::integer[]) AND crashes BETWEEN ? AND ? ORDER BY since, id"
            + " LIMIT least(?::bigint, 1 + (SELECT count(*) FROM {}run o WHERE o.status = 1 AND o.owner = l.token)"
            + " / greatest(1, (SELECT count(*) FROM {}lease c, t WHERE c.until > t.now)))"
            + " FOR UPDATE SKIP LOCKED) q WHERE l.until <= t.now";

    private static final String PICKED = "SELECT * FROM (SELECT * FROM ready UNION ALL SELECT * FROM due UNION ALL"
            + " SELECT * FROM orphaned) q ORDER BY since, id LIMIT ?";

    private static final String CLAIM = "UPDATE {}run r SET status = 1, owner = h.token, claim = mark.batch,"
            + " crashes = r.crashes + p.crash, waiting_for = NULL, updated_at = t.now"
            + " FROM picked p, held h, mark, t WHERE r.id = p.id RETURNING " + Images.COLUMNS;

    private static final Comparator<Images.Row> OLDEST_FIRST =
            Comparator.<Images.Row>comparingLong(row -> since(row)).thenComparing(Images.Row::id);

    private final Lane lane;
    private final Mark mark;
    private final Methods methods;
    private final Images images;
    private final ServerClock clock;

    Claims(Lane lane, Mark mark, Methods methods, ServerClock clock) {
        this.lane = lane;
        this.mark = mark;
        this.methods = methods;
        this.images = new Images(methods);
        this.clock = clock;
    }

    private static long since(Images.Row row) {
        var since = row.since();
        return since == null ? row.startedAt() : since;
    }

    List<RunImage> claim(Lease lease, Claim claim) throws SQLException {
        var numbers = Rows.integers(methods.find(lane.session(), claim.methods()));
        for (int tries = 1; ; tries++) {
            try {
                long last = mark.next();
                if (mark.settle(lane.session())) return readBack(lease, last);
                if (!hasAny(lane.session(), lease, claim, numbers) || claim.max() == 0) return List.of();
                var claimed = take(lane.session(), lease, claim, numbers);
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

    private boolean hasAny(Session session, Lease lease, Claim claim, Rows numbers) throws SQLException {
        int least = claim.leastCrashes();
        int most = claim.mostCrashes();
        var look = session.bind(LOOK, lease.token(), numbers, least, most, numbers, least, most, numbers, least, most);
        try (var row = look.executeQuery()) {
            row.next();
            clock.heard(row.getLong(3));
            if (!row.getBoolean(1)) throw new LeaseLost(lease);
            return row.getBoolean(2);
        }
    }

    /** Null if the mark was not as expected, or the lease has ended this moment. */
    private @Nullable List<RunImage> take(Session session, Lease lease, Claim claim, Rows numbers) throws SQLException {
        int least = claim.leastCrashes();
        int most = claim.mostCrashes();
        int max = claim.max();
        session.begin();
        var statement = mark.raise()
                .with("t", "SELECT {}micros() AS now")
                .with("held", HELD, lease.token())
                .with("ready", READY, numbers, least, most, max)
                .with("due", DUE, numbers, least, most, max)
                .with("orphaned", ORPHANED, numbers, least, most, max)
                .with("picked", PICKED, max)
                .with("claimed", CLAIM)
                .select(session, "SELECT r.* FROM claimed r");
        var rows = new ArrayList<>(images.rows(session, statement));
        rows.sort(OLDEST_FIRST);
        if (rows.isEmpty() && !mark.isRaised(session)) {
            session.rollback();
            return null;
        }
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
