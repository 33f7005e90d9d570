package dev.perdure.local;

import dev.perdure.sql.RunRow;
import dev.perdure.sql.Statuses;
import dev.perdure.store.Page;
import dev.perdure.store.Query;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Queues;
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
    private final QueueTable queues;
    private final Waiting waiting;
    private final Images images;
    private final ReentrantLock lock = new ReentrantLock();

    Reader(Link link, Tables written) throws SQLException {
        this.link = link;
        this.methods = written.methods;
        this.queues = written.queues;
        this.runs = new RunTable(link, written.pairs);
        this.waiting = new Waiting(link);
        this.images = new Images(link, methods, queues);
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
            var queue = query.queue() == null ? null : queues.find(query.queue());
            boolean any = (query.method() == null || method != null) && (query.queue() == null || queue != null);
            if (any) rows.addAll(rows(query, method, queue));
            boolean more = rows.size() > query.max();
            var found = new ArrayList<RunImage>();
            for (var row : more ? rows.subList(0, query.max()) : rows) found.add(images.summary(row));
            return new Page(found, more ? found.get(found.size() - 1).id() : null);
        });
    }

    private List<RunRow> rows(Query query, @Nullable Integer method, @Nullable Integer queue) throws SQLException {
        var where = new StringBuilder(" WHERE r.id > ?");
        if (!query.statuses().isEmpty()) {
            var codes = query.statuses().stream().map(Statuses::code).sorted().toList();
            where.append(" AND r.status IN (")
                    .append(codes.toString(), 1, codes.toString().length() - 1)
                    .append(')');
        }
        if (method != null) where.append(" AND r.method = ").append(method);
        if (queue != null) where.append(" AND r.queue = ").append(queue);
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

    Instant nextDue(Set<String> identities, Queues served, long now) throws SQLException {
        var wanted = new ArrayList<Integer>();
        for (String identity : identities) {
            var method = methods.find(identity);
            if (method != null) wanted.add(method);
        }
        return reading(() -> {
            Long first = null;
            for (int queue : queues.served(served)) first = earlier(first, nextDue(queue, wanted, now));
            return Images.instantOrMax(first);
        });
    }

    private @Nullable Long nextDue(int queue, List<Integer> wanted, long now) throws SQLException {
        Long first = null;
        boolean waits = false;
        var limits = queues.limits(queue);
        boolean rated = limits != null && limits.rate() != QueueLimits.NONE;
        for (int method : runs.pairs().of(queue, wanted)) {
            first = earlier(first, waiting.firstDue(queue, method));
            waits |= rated && waiting.waitsToBegin(queue, method);
        }
        return waits && limits != null ? earlier(first, opens(queue, limits, now)) : first;
    }

    /** When the rate of a queue lets a run begin again; null if it did so already when runs were claimed last. */
    private @Nullable Long opens(int queue, QueueLimits limits, long now) throws SQLException {
        long period = QueueTable.period(limits);
        var begun = waiting.begun(queue, now - period);
        long left = begun.stream().mapToLong(Waiting.Begun::runs).sum();
        if (left < limits.rate())
            return queues.toldTooFast(queue) ? now : null; // time may have let them move since a claim
        Long opens = null;
        for (var some : begun) {
            if (left < limits.rate()) break;
            left -= some.runs();
            opens = some.at() + period;
        }
        return opens;
    }

    private static @Nullable Long earlier(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) return one == null ? other : one;
        return Math.min(one, other);
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
