package dev.perdure.postgres;

import dev.perdure.sql.Micros;
import dev.perdure.sql.Statuses;
import dev.perdure.store.Page;
import dev.perdure.store.Query;
import dev.perdure.store.RunImage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers questions. */
final class Reader {
    private static final String FIRST_DUE = "SELECT min(q.since) FROM unnest(?::integer[]) AS m(no) CROSS JOIN LATERAL"
            + " (SELECT since FROM {}run WHERE status = 2 AND method = m.no AND since IS NOT NULL ORDER BY since LIMIT 1) q";

    private static final String FIRST_EXPIRY = "SELECT min(l.until) FROM {}lease l WHERE EXISTS (SELECT 1 FROM {}run r"
            + " WHERE r.status = 1 AND r.owner = l.token AND r.method = ANY(?::integer[]))";

    private static final String PRUNE = "SELECT id FROM {}run WHERE ended_at IS NOT NULL AND ended_at < ?"
            + " ORDER BY ended_at LIMIT ? FOR UPDATE SKIP LOCKED";

    private final Methods methods;
    private final Images images;

    Reader(Methods methods) {
        this.methods = methods;
        this.images = new Images(methods);
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
            parameters.add(Rows.integers(methods.find(session, List.of(method))));
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

    Instant nextDue(Session session, Set<String> wanted) throws SQLException {
        var numbers = Rows.integers(methods.find(session, wanted));
        var due = number(session, FIRST_DUE, numbers);
        var expiry = number(session, FIRST_EXPIRY, numbers);
        if (due == null && expiry == null) return Instant.MAX;
        return Micros.instant(Math.min(due == null ? Long.MAX_VALUE : due, expiry == null ? Long.MAX_VALUE : expiry));
    }

    private static @Nullable Long number(Session session, String sql, Rows numbers) throws SQLException {
        try (var row = session.bind(sql, numbers).executeQuery()) {
            row.next();
            return Images.numberOrNull(row, 1);
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
