package dev.perdure.postgres;

import dev.perdure.store.QueueLimits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The limits of queues, as rows. */
final class Limits {
    /** The columns that {@link #read} takes, of a table named q. */
    static final String COLUMNS = "q.name, q.at_once, q.per_node, q.per_key, q.rate, q.period, q.until_end";

    private static final String PUT =
            "INSERT INTO {}queue AS q (name, limited, at_once, per_node, per_key, rate, period,"
                    + " until_end) VALUES (?, 1, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET limited = 1,"
                    + " at_once = excluded.at_once, per_node = excluded.per_node, per_key = excluded.per_key, rate = excluded.rate,"
                    + " period = excluded.period, until_end = excluded.until_end";

    private Limits() {}

    static boolean put(Session session, QueueLimits limits) throws SQLException {
        session.bind(
                        PUT,
                        limits.queue(),
                        limits.atOnce(),
                        limits.perNode(),
                        limits.perKey(),
                        limits.rate(),
                        limits.period().toMillis() * 1000,
                        limits.untilEnd() ? 1 : 0)
                .executeUpdate();
        return true;
    }

    static List<QueueLimits> all(Session session) throws SQLException {
        var found = new ArrayList<QueueLimits>();
        session.each(
                session.bind("SELECT " + COLUMNS + " FROM {}queue q WHERE q.limited = 1 ORDER BY q.name"),
                row -> found.add(read(row, 1)));
        return found;
    }

    /** The limits in a row, from this column on. */
    static QueueLimits read(ResultSet row, int first) throws SQLException {
        return new QueueLimits(
                row.getString(first),
                row.getInt(first + 1),
                row.getInt(first + 2),
                row.getInt(first + 3),
                row.getInt(first + 4),
                Duration.ofMillis(row.getLong(first + 5) / 1000),
                row.getInt(first + 6) != 0);
    }
}
