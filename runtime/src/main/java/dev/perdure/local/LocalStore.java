package dev.perdure.local;

import dev.perdure.PerdureException;
import dev.perdure.StoreUnavailable;
import dev.perdure.sql.Micros;
import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.JoinableStore;
import dev.perdure.store.Lease;
import dev.perdure.store.LeaseLost;
import dev.perdure.store.Page;
import dev.perdure.store.Query;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Queues;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The embedded store: a folder on a local disk with one SQLite file in it, which one process at a time can have open. What
 * it acknowledges is forced to the disk. Every operation is carried out on the caller's thread and is done when it returns;
 * writes wait for each other, reads do not wait for writes. Safe for use by many threads.
 *
 * <p>Leases do not expire ({@link Lease#until} is {@link Instant#MAX}): no other process can take part, so a pause of this one
 * costs it nothing, and opening the store ends all leases of the process before.
 *
 * <p>After a failed write or force, or when the disk is full, every operation fails with {@link
 * dev.perdure.StoreUnavailable} until the store is opened again; what was acknowledged is kept.
 *
 * <p>People can look into the file with {@code sqlite3 perdure.db}, also while the store is open: the views {@code runs} and
 * {@code checkpoints} are for them. They must not write.
 */
public final class LocalStore implements JoinableStore {
    private final ProcessLock lock;
    private final Path file;
    private final Clock clock;
    private final ExecutorService background = Executors.newSingleThreadExecutor(LocalStore::daemon);
    private final Writer writer;
    private final Reader reader;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> readers = new CopyOnWriteArrayList<>();

    private LocalStore(Folder folder, ProcessLock lock, Clock clock, long logPages) throws SQLException {
        this.lock = lock;
        this.file = folder.database();
        this.clock = clock;
        var database = new Database(folder, logPages);
        var link = database.openWriter();
        try {
            writer = new Writer(database, link, file, clock, background);
            reader = new Reader(database.openReader(), writer.tables());
        } catch (Throwable e) {
            background.shutdown();
            link.close();
            throw e;
        }
    }

    /**
     * Opens the store in a folder, and makes it if there is none; the folder can then be read by this user only. On the
     * system's clock.
     *
     * @throws dev.perdure.StoreLocked if it is open already, in this process or another one
     * @throws dev.perdure.StoreUnusable if what is in the folder is no store, is of a later version, or is damaged; it is left
     *     as it is
     * @throws StoreUnavailable if the folder cannot be made, read or written
     */
    public static LocalStore at(Path folder) {
        return at(folder, SystemClock.utc());
    }

    /** Opens the store in a folder as {@link #at(Path)} does, with a clock that decides about due times. */
    public static LocalStore at(Path folder, Clock clock) {
        return at(folder, clock, WriteAheadLog.LONG);
    }

    /** Opens the store with a log that is carried over when it has so many pages; for tests, which have no time for long ones. */
    static LocalStore at(Path folder, Clock clock, long logPages) {
        Objects.requireNonNull(clock, "clock");
        NativeLibrary.begin();
        var opened = Folder.open(Objects.requireNonNull(folder, "folder"));
        var lock = ProcessLock.take(opened);
        try {
            return new LocalStore(opened, lock, clock, logPages);
        } catch (SQLException e) {
            lock.close();
            throw Failures.of(e, "opening", opened.database());
        } catch (Throwable e) {
            lock.close();
            throw e;
        }
    }

    /** What writes; for tests of its failures. */
    Writer writer() {
        return writer;
    }

    @Override
    public CompletableFuture<Lease> join(String node, Duration length) {
        return done(() -> writer.join(node));
    }

    @Override
    public CompletableFuture<Lease> renew(Lease lease, Duration length) {
        return done(() -> {
            writer.check(lease);
            return new Lease(lease.node(), lease.token(), Instant.MAX);
        });
    }

    @Override
    public CompletableFuture<Void> leave(Lease lease) {
        return done(() -> {
                    writer.leave(lease);
                    return lease;
                })
                .thenAccept(left -> {});
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        return done(() -> writer.commit(changes));
    }

    /**
     * Applies changes in a transaction of this store's own, on the connection that {@link #transaction} hands out; there is no
     * other one, as the file belongs to the store.
     */
    @Override
    public List<Result> commit(Connection connection, List<? extends Change> changes) {
        return writer.join(connection, changes);
    }

    /**
     * Does something in a transaction of the store's file. Tables of your own can be in it, under names that are not the store's.
     * Nothing else is written meanwhile, so be short.
     */
    @Override
    public <T extends @Nullable Object> T transaction(Work<T> work) throws Throwable {
        try {
            return writer.transaction(work);
        } finally {
            tell();
        }
    }

    @Override
    public boolean isBusyHere() {
        return writer.isBusyHere();
    }

    @Override
    public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
        return done(() -> writer.claim(lease, claim));
    }

    @Override
    public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
        return done(() -> reader.load(ids));
    }

    @Override
    public CompletableFuture<Page> find(Query query) {
        return done(() -> reader.find(query));
    }

    @Override
    public CompletableFuture<Instant> nextDue(Set<String> methods, Queues queues) {
        return done(() -> reader.nextDue(methods, queues, Micros.floor(clock.instant())));
    }

    @Override
    public CompletableFuture<Void> limit(QueueLimits limits) {
        return done(() -> writer.limit(limits)).thenAccept(written -> {});
    }

    @Override
    public CompletableFuture<List<QueueLimits>> limits() {
        return done(() -> writer.tables().queues.all());
    }

    @Override
    public CompletableFuture<Integer> prune(Instant endedBefore, int max) {
        return done(() -> writer.prune(endedBefore, max));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void onWork(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void onMail(Consumer<String> listener) {
        readers.add(listener);
    }

    /** Closes the file and lets other processes have the folder. Closing twice does nothing. */
    @Override
    public void close() {
        try {
            reader.close();
            writer.close();
        } catch (SQLException e) {
            throw Failures.of(e, "closing", file);
        } finally {
            background.shutdown();
            lock.close();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "perdure-log");
        thread.setDaemon(true);
        return thread;
    }

    private <T> CompletableFuture<T> done(Operation<T> operation) {
        CompletableFuture<T> future;
        try {
            writer.checkRunning();
            future = CompletableFuture.completedFuture(operation.run());
        } catch (SQLException e) {
            return CompletableFuture.failedFuture(Failures.of(e, "reading", file));
        } catch (PerdureException | LeaseLost e) {
            return CompletableFuture.failedFuture(e);
        }
        tell();
        return future;
    }

    private void tell() {
        for (var run = writer.takeMailed(); run != null; run = writer.takeMailed())
            for (var reader : readers) reader.accept(run);
        if (writer.takeWork()) listeners.forEach(Runnable::run);
    }

    /** One operation of the store. */
    private interface Operation<T> {
        T run() throws SQLException;
    }
}
