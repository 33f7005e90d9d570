package dev.perdure.postgres;

import dev.perdure.sql.Micros;
import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.Page;
import dev.perdure.store.Query;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Queues;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.Store;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A store whose server goes by a test's clock: before each operation the schema's clock is put to it. Every operation is done
 * when it returns, and listeners hear of it on the caller's thread, so that a simulation can stand on it.
 */
public final class ClockedStore implements Store {
    private final PostgresStore store;
    private final String schema;
    private final Clock clock;
    private final Connection connection;
    private final AtomicBoolean work = new AtomicBoolean();
    private final Queue<String> mail = new ConcurrentLinkedQueue<>();
    private final List<Runnable> workListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> mailListeners = new CopyOnWriteArrayList<>();
    private @Nullable Instant set;

    /** A store on this schema; it is made if it is missing. */
    public ClockedStore(String schema, Clock clock) {
        this.schema = schema;
        this.clock = clock;
        store = PostgresStore.at(Server.url())
                .schema(schema)
                .pollEvery(Duration.ofHours(1))
                .open();
        store.onWork(() -> work.set(true));
        store.onMail(mail::add);
        try {
            connection = DriverManager.getConnection(Server.url());
            run("CREATE TABLE IF NOT EXISTS %s.test_clock (now bigint)");
            run("CREATE OR REPLACE FUNCTION %s.micros() RETURNS bigint LANGUAGE sql VOLATILE"
                    + " AS 'SELECT max(now) FROM %<s.test_clock'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The schema it is on. */
    public String schema() {
        return schema;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql.formatted(schema));
        }
    }

    private synchronized PostgresStore store() {
        var now = clock.instant();
        if (now.equals(set)) return store;
        try {
            run("DELETE FROM %s.test_clock; INSERT INTO %<s.test_clock VALUES (" + Micros.floor(now) + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        set = now;
        return store;
    }

    @Override
    public CompletableFuture<Lease> join(String node, Duration length) {
        return done(store().join(node, length));
    }

    @Override
    public CompletableFuture<Lease> renew(Lease lease, Duration length) {
        return done(store().renew(lease, length));
    }

    @Override
    public CompletableFuture<Void> leave(Lease lease) {
        return done(store().leave(lease));
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        return done(store().commit(changes));
    }

    @Override
    public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
        return done(store().claim(lease, claim));
    }

    @Override
    public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
        return done(store().load(ids));
    }

    @Override
    public CompletableFuture<Page> find(Query query) {
        return done(store().find(query));
    }

    @Override
    public CompletableFuture<Instant> nextDue(Set<String> methods, Queues queues) {
        return done(store().nextDue(methods, queues));
    }

    @Override
    public CompletableFuture<Void> limit(QueueLimits limits) {
        return done(store().limit(limits));
    }

    @Override
    public CompletableFuture<List<QueueLimits>> limits() {
        return done(store().limits());
    }

    @Override
    public CompletableFuture<Integer> prune(Instant endedBefore, int max) {
        return done(store().prune(endedBefore, max));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    private <T extends @Nullable Object> CompletableFuture<T> done(CompletableFuture<T> operation) {
        CompletableFuture<T> done;
        try {
            done = CompletableFuture.completedFuture(operation.join());
        } catch (CompletionException e) {
            return CompletableFuture.failedFuture(Objects.requireNonNullElse(e.getCause(), e));
        }
        for (var run = mail.poll(); run != null; run = mail.poll())
            for (var listener : mailListeners) listener.accept(run);
        if (work.getAndSet(false)) workListeners.forEach(Runnable::run);
        return done;
    }

    @Override
    public void onWork(Runnable listener) {
        workListeners.add(listener);
    }

    @Override
    public void onMail(Consumer<String> listener) {
        mailListeners.add(listener);
    }

    @Override
    public void close() {
        store.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
