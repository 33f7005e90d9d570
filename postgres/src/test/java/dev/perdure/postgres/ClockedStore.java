package dev.perdure.postgres;

import dev.perdure.sql.Micros;
import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.Page;
import dev.perdure.store.Query;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store whose server goes by a test's clock: before each operation the schema's clock is put to it. */
public final class ClockedStore implements Store {
    private final PostgresStore store;
    private final String schema;
    private final Clock clock;
    private final Connection connection;
    private @Nullable Instant set;

    /** A store on this schema; it is made if it is missing. */
    public ClockedStore(String schema, Clock clock) {
        this.schema = schema;
        this.clock = clock;
        store = PostgresStore.at(Server.url())
                .schema(schema)
                .pollEvery(Duration.ofHours(1))
                .open();
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
        return store().join(node, length);
    }

    @Override
    public CompletableFuture<Lease> renew(Lease lease, Duration length) {
        return store().renew(lease, length);
    }

    @Override
    public CompletableFuture<Void> leave(Lease lease) {
        return store().leave(lease);
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        return store().commit(changes);
    }

    @Override
    public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
        return store().claim(lease, claim);
    }

    @Override
    public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
        return store().load(ids);
    }

    @Override
    public CompletableFuture<Page> find(Query query) {
        return store().find(query);
    }

    @Override
    public CompletableFuture<Instant> nextDue(Set<String> methods) {
        return store().nextDue(methods);
    }

    @Override
    public CompletableFuture<Integer> prune(Instant endedBefore, int max) {
        return store().prune(endedBefore, max);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void onWork(Runnable listener) {
        store.onWork(listener);
    }

    @Override
    public void onMail(Consumer<String> listener) {
        store.onMail(listener);
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
