package dev.perdure.postgres;

import dev.perdure.sql.Micros;
import dev.perdure.sql.Statuses;
import dev.perdure.store.Page;
import dev.perdure.store.Query;
import dev.perdure.store.Queues;
import dev.perdure.store.RunImage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Answers questions. */
final class Reader {
    private static final String FIRST_DUE = "SELECT min(q.since) FROM {}queue_method p CROSS JOIN LATERAL"
            + " (SELECT since FROM {}run WHERE status = 2 AND queue = p.queue AND method = p.method AND since IS NOT NULL"
            + " ORDER BY since LIMIT 1) q WHERE p.method = ANY(?::integer[]) AND " + Served.serves("p.queue");

    /** What has expired and is left where a node has a limit of its own waits for room on the node. */
    private static final String FIRST_EXPIRY = "SELECT min(l.until) FROM {}lease l WHERE EXISTS (SELECT 1 FROM {}run r"
            + " WHERE r.status = 1 AND r.owner = l.token AND r.method = ANY(?::integer[]) AND "
            + Served.serves("r.queue")
            + " AND (l.until > {}micros() OR r.queue NOT IN (SELECT no FROM {}queue WHERE per_node < 2147483647)))";

    /** What has begun in queues with a rate in which runs wait to begin. */
    private static final String WAITS = "(EXISTS (SELECT 1 FROM {}queue_method p WHERE p.queue = q.no"
            + " AND p.method = ANY(?::integer[]) AND " + Looks.READY.formatted("q.no", "p.method") + ")"
            + " OR " + Looks.BACK.formatted("q.no") + ")";

    private static final String BEGUN = "SELECT q.no, q.rate, b.runs, b.at + q.period FROM {}queue q JOIN {}begun b"
            + " ON b.queue = q.no AND b.at > {}micros() - q.period WHERE q.limited = 1 AND q.rate < 2147483647 AND "
            + Served.serves("q.no") + " AND " + WAITS + " ORDER BY q.no, b.at DESC";

    private static final String OPEN = "SELECT q.no FROM {}queue q WHERE q.no = ANY(?::integer[]) AND "
            + Served.serves("q.no") + " AND " + WAITS + " LIMIT 1";

    private static final String PRUNE = "SELECT id FROM {}run WHERE ended_at IS NOT NULL AND ended_at < ?"
            + " ORDER BY ended_at LIMIT ? FOR UPDATE SKIP LOCKED";

    private final Names names;
    private final Images images;

    Reader(Names names) {
        this.names = names;
        this.images = new Images(names);
    }

    List<RunImage> load(Session session, Collection<String> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var wanted = new LinkedHashSet<String>();
        for (String id : ids) if (id.indexOf('\0') < 0) wanted.add(id);
        return snapshot(
                session,
                () -> images.whole(
                        session,
                        images.rows(
                                session,
                                session.bind(
                                        "SELECT " + Images.COLUMNS + " FROM {}run r WHERE r.id = ANY(?::text[])",
                                        Rows.texts(wanted)))));
    }

    /** Reads from all tables as of one moment. */
    private static <T> T snapshot(Session session, Reading<T> reading) throws SQLException {
        session.connection().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            session.begin();
            var result = reading.read();
            session.commit();
            return result;
        } finally {
            session.rollback();
            session.connection().setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    /** What is read as of one moment. */
    private interface Reading<T> {
        T read() throws SQLException;
    }

    Page find(Session session, Query query) throws SQLException {
        var where = new StringBuilder(" WHERE r.id > ?");
        var parameters = new ArrayList<Object>();
        var after = query.after();
        parameters.add(after == null ? "" : after);
        if (!query.statuses().isEmpty()) {
            where.append(" AND r.status = ANY(?::integer[])");
            parameters.add(
                    Rows.integers(query.statuses().stream().map(Statuses::code).toList()));
        }
        var method = query.method();
        if (method != null) {
            where.append(" AND r.method = ANY(?::integer[])");
            parameters.add(Rows.integers(names.find(session, List.of(method))));
        }
        var queue = query.queue();
        if (queue != null) {
            where.append(" AND r.queue = ANY(?::integer[])");
            parameters.add(Rows.integers(names.find(session, Queues.of(queue))));
        }
        parameters.add(query.max() + 1);
        var rows = images.rows(
                session,
                session.bind(
                        "SELECT " + Images.SUMMARY + " FROM {}run r" + where + " ORDER BY r.id LIMIT ?", parameters));
        boolean more = rows.size() > query.max();
        var found = images.summaries(session, more ? rows.subList(0, query.max()) : rows);
        return new Page(found, more ? found.get(found.size() - 1).id() : null);
    }

    /** Of the queues that were too fast, those that are so no longer count as due: nothing else tells of them. */
    Instant nextDue(Session session, Set<String> methods, Queues queues, Set<Integer> tooFast) throws SQLException {
        var served = Served.of(session, names, methods, queues);
        var first = Long.MAX_VALUE;
        for (String sql : List.of(FIRST_DUE, FIRST_EXPIRY)) {
            try (var row = session.bind(sql, served.methods(), served.every(), served.queues())
                    .executeQuery()) {
                row.next();
                var moment = Images.numberOrNull(row, 1);
                if (moment != null) first = Math.min(first, moment);
            }
        }
        first = Math.min(first, opens(session, served, tooFast));
        return first == Long.MAX_VALUE ? Instant.MAX : Micros.instant(first);
    }

    /** When the first rate lets a run begin again that may not now: when so many, from the latest on, are all that count. */
    private static long opens(Session session, Served served, Set<Integer> tooFast) throws SQLException {
        var counts = new HashMap<Integer, Long>();
        var first = new long[] {Long.MAX_VALUE};
        var query = session.bind(BEGUN, served.every(), served.queues(), served.methods());
        session.each(query, row -> {
            int queue = row.getInt(1);
            long rate = row.getLong(2);
            long before = counts.getOrDefault(queue, 0L);
            long now = before + row.getLong(3);
            counts.put(queue, now);
            if (before >= rate || now < rate) return;
            first[0] = Math.min(first[0], row.getLong(4));
            tooFast.remove(queue);
        });
        return !tooFast.isEmpty() && haveOpened(session, served, tooFast) ? 0 : first[0];
    }

    /** Whether runs wait in one of these queues. */
    private static boolean haveOpened(Session session, Served served, Set<Integer> queues) throws SQLException {
        var numbers = Rows.integers(List.copyOf(queues));
        try (var row = session.bind(OPEN, numbers, served.every(), served.queues(), served.methods())
                .executeQuery()) {
            return row.next();
        }
    }

    int prune(Session session, Instant endedBefore, int max) throws SQLException {
        session.begin();
        var old = new ArrayList<String>();
        session.each(session.bind(PRUNE, Micros.ceiling(endedBefore), max), row -> old.add(row.getString(1)));
        if (!old.isEmpty()) {
            for (var table : List.of("sent WHERE run", "letter WHERE run", "part WHERE run", "run WHERE id"))
                session.bind("DELETE FROM {}" + table + " = ANY(?::text[])", Rows.texts(old))
                        .executeUpdate();
        }
        session.commit();
        return old.size();
    }
}
