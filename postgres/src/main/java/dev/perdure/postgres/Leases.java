package dev.perdure.postgres;

import dev.perdure.sql.Micros;
import dev.perdure.store.Lease;
import dev.perdure.store.LeaseLost;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Leases by the server's clock. Whoever ends one locks its row as no commit does, and so waits for those under way under it;
 * whoever renews one waits for nobody.
 */
final class Leases {
    /** A lease that ran out so long ago and owns nothing is deleted. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final String END = "UPDATE {}lease SET until = 0 WHERE token IN"
            + " (SELECT token FROM {}lease WHERE node = ? AND until > 0 FOR UPDATE)";

    private static final String JOIN = "INSERT INTO {}lease (token, node, until)"
            + " SELECT nextval('{}token'), ?, t.now + ? FROM (SELECT {}micros() AS now) t RETURNING token, until, until - ?";

    private static final String RENEW = "UPDATE {}lease l SET until = t.now + ? FROM (SELECT {}micros() AS now) t"
            + " WHERE l.token = ? AND l.until > t.now RETURNING l.token, l.until, l.until - ?";

    private static final String CLEAN = "DELETE FROM {}lease l WHERE l.until < {}micros() - ?"
            + " AND NOT EXISTS (SELECT 1 FROM {}run r WHERE r.status = 1 AND r.owner = l.token)";

    private static final String GIVE_BACK = "UPDATE {}run SET status = 0, owner = 0, since = {}micros(),"
            + " place = CASE place WHEN 2 THEN 1 ELSE place END,"
            + " updated_at = {}micros() WHERE status = 1 AND owner = ?";

    private final ServerClock clock;

    Leases(ServerClock clock) {
        this.clock = clock;
    }

    Lease join(Session session, String node, Duration length) throws SQLException {
        long micros = length.toNanos() / 1000;
        Texts.check("node name", node);
        session.begin();
        session.bind(END, node).executeUpdate();
        var lease = lease(session, node, JOIN, node, micros, micros);
        if (lease == null) throw new SQLException("no lease was made");
        session.commit();
        session.bind(CLEAN, KEPT.toNanos() / 1000).executeUpdate();
        return lease;
    }

    Lease renew(Session session, Lease lease, Duration length) throws SQLException {
        long micros = length.toNanos() / 1000;
        var renewed = lease(session, lease.node(), RENEW, micros, lease.token(), micros);
        if (renewed == null) throw new LeaseLost(lease);
        return renewed;
    }

    private @Nullable Lease lease(Session session, String node, String sql, Object... parameters) throws SQLException {
        try (var row = session.bind(sql, parameters).executeQuery()) {
            if (!row.next()) return null;
            clock.heard(row.getLong(3));
            return new Lease(node, row.getLong(1), Micros.instant(row.getLong(2)));
        }
    }

    /** Ends a lease and gives back what it owned; whether it was current. */
    boolean leave(Session session, Lease lease) throws SQLException {
        session.begin();
        var locked = session.bind(
                "SELECT token FROM {}lease WHERE token = ? AND until > {}micros() FOR UPDATE", lease.token());
        boolean current;
        try (var row = locked.executeQuery()) {
            current = row.next();
        }
        if (current) {
            session.bind(GIVE_BACK, lease.token()).executeUpdate();
            session.bind("DELETE FROM {}lease WHERE token = ?", lease.token()).executeUpdate();
        }
        session.commit();
        return current;
    }
}
