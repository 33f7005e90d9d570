package dev.perdure.local;

import dev.perdure.sql.RunRow;
import dev.perdure.sql.Statuses;
import dev.perdure.store.Page;
import dev.perdure.store.Query;
import dev.perdure.store.RunImage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Reads what is committed, on a connection of its own, so that nobody who looks holds up who writes. */
final class Reader implements AutoCloseable {
    private final Link link;
    private final Methods methods;
    private final RunTable runs;
    private final Images images;
    private final ReentrantLock lock = new ReentrantLock();

    Reader(Link link, Methods methods) throws SQLException {
        this.link = link;
        this.methods = methods;
        this.runs = new RunTable(link);
        this.images = new Images(link, methods);
    }

    List<RunImage> load(Collection<String> ids) throws SQLException {
        return reading(() -> {
            var found = new ArrayList<RunImage>();
            for (String id : new LinkedHashSet<>(ids)) {
                var row = runs.byId(id);
                if (row != null) found.add(images.image(row));
            }
            return found;
        });
    }

    Page find(Query query) throws SQLException {
        return reading(() -> {
            var rows = new ArrayList<RunRow>();
            var method = query.method() == null ? null : methods.find(query.method());
            if (query.method() == null || method != null) rows.addAll(rows(query, method));
            boolean more = rows.size() > query.max();
            var found = new ArrayList<RunImage>();
            for (var row : more ? rows.subList(0, query.max()) : rows) found.add(images.summary(row));
            return new Page(found, more ? found.get(found.size() - 1).id() : null);
        });
    }

    private List<RunRow> rows(Query query, @Nullable Integer method) throws SQLException {
        var where = new StringBuilder(" WHERE r.id > ?");
        if (!query.statuses().isEmpty()) {
            var codes = query.statuses().stream().map(Statuses::code).sorted().toList();
            where.append(" AND r.status IN (")
                    .append(codes.toString(), 1, codes.toString().length() - 1)
                    .append(')');
        }
        if (method != null) where.append(" AND r.method = ").append(method);
        var statement = link.prepare("SELECT " + RunTable.COLUMNS + " FROM run r" + where + " ORDER BY r.id LIMIT ?");
        var after = query.after();
        statement.setString(1, after == null ? "" : after);
        statement.setInt(2, query.max() + 1);
        var rows = new ArrayList<RunRow>();
        link.each(statement, row -> {
            var run = RunTable.read(row);
            if (!rows.isEmpty() && rows.get(rows.size() - 1).id().equals(run.id())) throw RunTable.damaged(run.no());
            rows.add(run);
        });
        return rows;
    }

    Instant nextDue(Set<String> identities) throws SQLException {
        return reading(() -> {
            Long first = null;
            for (String identity : identities) {
                var method = methods.find(identity);
                var due = method == null ? null : runs.firstDue(method);
                if (due != null && (first == null || due < first)) first = due;
            }
            return Images.instantOrMax(first);
        });
    }

    private <T> T reading(Reading<T> reading) throws SQLException {
        lock.lock();
        try {
            link.run("BEGIN");
            try {
                return reading.read();
            } finally {
                link.run("COMMIT");
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws SQLException {
        lock.lock();
        try {
            link.close();
        } finally {
            lock.unlock();
        }
    }

    /** A reading within one transaction. */
    private interface Reading<T> {
        T read() throws SQLException;
    }
}
