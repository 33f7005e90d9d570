package dev.perdure.local;

import dev.perdure.InvalidArgument;
import dev.perdure.PerdureException;
import dev.perdure.StoreUnavailable;
import dev.perdure.sql.LentConnection;
import dev.perdure.sql.Micros;
import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.JoinableStore;
import dev.perdure.store.Lease;
import dev.perdure.store.LeaseLost;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of the file: each operation is a transaction, forced to the disk before it returns. After an error of the
 * database it refuses everything: what a failed write or force has left behind is not known, so nothing is retried, and only
 * opening the store again, which reads the file as it is, may go on.
 */
final class Writer implements AutoCloseable {
    private final Link link;
    private final Path file;
    private final Clock clock;
    private final Tables tables;
    private final Moving moving;
    private final Changes changes;
    private final Claims claims;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final AtomicBoolean work = new AtomicBoolean();
    private final Queue<String> mailed = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final WriteAheadLog log;
    private volatile @Nullable PerdureException failure;
    private @Nullable Joining joining;
    private @Nullable Connection lent;

    Writer(Database database, Link link, Path file, Clock clock, Executor background) throws SQLException {
        this.link = link;
        this.file = file;
        this.clock = clock;
        tables = new Tables(link);
        moving = new Moving(tables, Micros.floor(clock.instant()));
        changes = new Changes(tables, moving);
        claims = new Claims(tables, moving);
        begin = link.prepare("BEGIN IMMEDIATE");
        commit = link.prepare("COMMIT");
        log = database.openLog(background, new Pauses());
    }

    Tables tables() {
        return tables;
    }

    int limit(QueueLimits limits) {
        return writing(now -> {
            tables.queues.limit(limits);
            work.set(true);
            return 0;
        });
    }

    Lease join(String node) {
        return writing(now -> {
            long before = moving.leases().tokenOf(node);
            if (before != 0) moving.orphan(before);
            work.set(true);
            return moving.leases().join(node, tables.counters.nextToken());
        });
    }

    void leave(Lease lease) {
        writing(now -> {
            if (!moving.leases().holds(lease)) return 0;
            for (var run : moving.ownedBy(lease.token())) {
                moving.keepFrame(run);
                moving.exit(run, run.row.ready(run.crashes, now));
            }
            moving.leases().end(lease);
            work.set(true);
            return 0;
        });
    }

    void check(Lease lease) {
        lock.lock();
        try {
            moving.leases().check(lease);
        } finally {
            lock.unlock();
        }
    }

    List<Result> commit(List<? extends Change> batch) {
        return writing(now -> {
            var results = new ArrayList<Result>(batch.size());
            for (Change change : batch) results.add(changes.apply(change, now));
            if (changes.takeWork()) work.set(true);
            mailed.addAll(changes.takeMailed());
            return List.copyOf(results);
        });
    }

    /** Carries out work of somebody else's in a transaction, and what it wants of the store at its end. */
    <T extends @Nullable Object> T transaction(JoinableStore.Work<T> work) throws Throwable {
        lock.lock();
        if (joining != null) {
            lock.unlock();
            throw new InvalidArgument("this thread is in a transaction of the store already; use its connection");
        }
        try {
            checkRunning();
            T result;
            try {
                begin.execute();
                link.run("SAVEPOINT lent");
                joining = new Joining(tables, moving);
                result = LentConnection.lend(link.connection(), connection -> {
                    lent = connection;
                    return work.in(connection);
                });
            } catch (Throwable ofWork) {
                rollback();
                throw ofWork;
            }
            commit(joining);
            return result;
        } finally {
            joining = null;
            lent = null;
            lock.unlock();
        }
    }

    private void commit(Joining joined) {
        inTransaction(now -> {
            link.run("RELEASE lent"); // fails if SQLite has rolled back by itself, which nobody may have noticed
            for (Change change : joined.promised()) {
                var status = changes.apply(change, now).status();
                if (status != Result.Status.APPLIED && status != Result.Status.EXISTS)
                    throw new SQLException("a change that was promised became " + status + ": " + change);
            }
            if (changes.takeWork()) work.set(true);
            mailed.addAll(changes.takeMailed());
            return joined;
        });
    }

    /** Whether this thread is in a transaction of somebody else's. */
    boolean isBusyHere() {
        return lock.isHeldByCurrentThread() && joining != null;
    }

    /** Says what will become of changes when the transaction that is under way on this thread is committed. */
    List<Result> join(Connection connection, List<? extends Change> batch) {
        var joined = lock.isHeldByCurrentThread() ? joining : null;
        if (joined == null || connection != lent)
            throw new InvalidArgument(
                    "this connection has no transaction under way on the embedded store, whose file belongs to it;"
                            + " use the connection that engine.transaction(connection -> …) or tx(connection -> …) hands you");
        try {
            var results = new ArrayList<Result>(batch.size());
            for (Change change : batch) results.add(joined.promise(change));
            return results;
        } catch (SQLException e) {
            throw Failures.of(e, "reading", file);
        }
    }

    List<RunImage> claim(Lease lease, Claim claim) {
        return writing(now -> claims.claim(lease, claim, now));
    }

    int prune(Instant endedBefore, int max) {
        return writing(now -> {
            int pruned = 0;
            for (var ended : tables.runs.endedBefore(Micros.ceiling(endedBefore), max)) {
                if (ended.intact()) pruned++;
                if (ended.intact()) tables.drop(ended.row().no());
                else moving.setAside(ended.row(), RunTable.damaged(ended.row().no()), now);
            }
            return pruned;
        });
    }

    /** Whether runs have become claimable since this was last asked. */
    boolean takeWork() {
        return work.getAndSet(false);
    }

    /** An owned run that got a signal, or null if all have been told of. */
    @Nullable
    String takeMailed() {
        return mailed.poll();
    }

    /** Lets the file have so many pages and no more, as a full disk would; for tests. */
    void limitPages(long pages) throws SQLException {
        lock.lock();
        try {
            link.number("PRAGMA max_page_count = " + pages);
        } finally {
            lock.unlock();
        }
    }

    private <T> T writing(Writing<T> writing) {
        lock.lock();
        try {
            checkRunning();
            if (joining != null)
                throw new InvalidArgument(
                        "this thread is in a transaction of the store, so nothing else can be written on it");
            return inTransaction(now -> {
                begin.execute();
                return writing.write(now);
            });
        } finally {
            lock.unlock();
        }
    }

    /** Writes and commits, and stops for good if that fails. */
    private <T> T inTransaction(Writing<T> writing) {
        try {
            var result = writing.write(Micros.floor(clock.instant()));
            commit.execute();
            log.committed(link);
            return result;
        } catch (LeaseLost e) {
            rollback(); // nothing was written yet
            throw e;
        } catch (SQLException e) {
            throw stop(Failures.of(e, "writing", file));
        } catch (PerdureException e) {
            throw stop(e);
        } catch (RuntimeException | Error e) {
            throw stop(new StoreUnavailable("an unexpected error came up while writing " + file + ": " + e, e));
        }
    }

    /** Refuses to go on after a failure. */
    void checkRunning() {
        var stopped = failure;
        if (stopped != null)
            throw new StoreUnavailable(
                    "the store has stopped after an earlier failure; open it again. It was: " + stopped.getMessage(),
                    stopped);
    }

    private PerdureException stop(PerdureException because) {
        failure = because;
        rollback();
        return because;
    }

    private void rollback() {
        try {
            link.run("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has done so itself.
        }
    }

    /** Closes the connection; everything after this fails. */
    @Override
    public void close() throws SQLException {
        log.close();
        lock.lock();
        try {
            if (failure == null) failure = new StoreUnavailable("the store is closed", null);
            link.close();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the log have the file to itself for a moment. */
    private final class Pauses implements WriteAheadLog.Pause {
        @Override
        public void during(WriteAheadLog.Carry carry) throws SQLException {
            lock.lock();
            try {
                if (failure == null) carry.run();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void fail(SQLException error) {
            lock.lock();
            try {
                if (failure == null) failure = Failures.of(error, "carrying the log over into", file);
            } finally {
                lock.unlock();
            }
        }
    }

    /** What is to be written in one transaction, at one moment in microseconds. */
    private interface Writing<T> {
        T write(long now) throws SQLException;
    }
}
