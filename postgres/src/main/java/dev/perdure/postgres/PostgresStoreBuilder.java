package dev.perdure.postgres;

import dev.perdure.InvalidArgument;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Sets a store up; every option has a default that suits production. Not for use by several threads. */
public final class PostgresStoreBuilder {
    final DataSource source;
    Schema schema = new Schema("perdure");
    SchemaMode mode = SchemaMode.CREATE;
    Duration poll = Duration.ofSeconds(1);
    Duration statementTimeout = Duration.ofSeconds(30);
    Duration lockTimeout = Duration.ofSeconds(5);
    Duration idleTimeout = Duration.ofSeconds(2);
    ThreadFactory threads = PostgresStoreBuilder::daemon;
    LongSupplier ticks = SystemClock.ticks();
    Supplier<String> writer = SystemClock::uniqueName;

    PostgresStoreBuilder(DataSource source) {
        this.source = Objects.requireNonNull(source, "data source");
    }

    /**
     * The schema that has the tables; default {@code perdure}. Stores of several schemas in one database have nothing in common.
     *
     * @throws InvalidArgument if it is not of small letters, digits and underscores
     */
    public PostgresStoreBuilder schema(String name) {
        schema = new Schema(Objects.requireNonNull(name, "schema"));
        return this;
    }

    /** What opening does about the tables; default {@link SchemaMode#CREATE}. */
    public PostgresStoreBuilder schemaMode(SchemaMode what) {
        mode = Objects.requireNonNull(what, "schema mode");
        return this;
    }

    /**
     * How often to look for work and signals that other processes have made, where no notice of them came; default 1 s. It
     * bounds how long a run can wait although somebody could move it.
     */
    public PostgresStoreBuilder pollEvery(Duration length) {
        poll = positive("poll interval", length);
        return this;
    }

    /** How long a statement may take before the server ends it; default 30 s. */
    public PostgresStoreBuilder statementTimeout(Duration length) {
        statementTimeout = positive("statement timeout", length);
        return this;
    }

    /** How long a statement may wait for a lock before it gives way and is tried again; default 5 s. */
    public PostgresStoreBuilder lockTimeout(Duration length) {
        lockTimeout = positive("lock timeout", length);
        return this;
    }

    /**
     * How long a process may keep a transaction open without a word before the server ends it; default 2 s. So a process that is
     * stopped in the middle of one holds its locks no longer than that.
     */
    public PostgresStoreBuilder idleTransactionTimeout(Duration length) {
        idleTimeout = positive("idle transaction timeout", length);
        return this;
    }

    /** Where threads come from; default daemons. The store needs one per connection. */
    public PostgresStoreBuilder threads(ThreadFactory factory) {
        threads = Objects.requireNonNull(factory, "threads");
        return this;
    }

    /**
     * Opens the store: checks the server, makes or checks the tables.
     *
     * @throws dev.perdure.StoreUnusable if the server may lose what it acknowledges, only reads or is too old, or if the tables
     *     are not of this version
     * @throws dev.perdure.StoreUnavailable if it cannot be reached
     */
    public PostgresStore open() {
        return PostgresStore.open(this);
    }

    private static Duration positive(String what, Duration length) {
        if (length.toMillis() < 1 || length.toMillis() > Integer.MAX_VALUE)
            throw new InvalidArgument("the " + what + " is " + length + "; it must be between 1 ms and 24 days");
        return length;
    }

    private static Thread daemon(Runnable work) {
        var thread = Executors.defaultThreadFactory().newThread(work);
        thread.setDaemon(true);
        return thread;
    }
}
