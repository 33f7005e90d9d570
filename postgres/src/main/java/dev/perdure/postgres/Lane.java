package dev.perdure.postgres;

import dev.perdure.PerdureException;
import dev.perdure.StoreUnavailable;
import dev.perdure.store.LeaseLost;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread and its connection, which is opened when first needed, and again after it broke. What is handed in is done in order;
 * work of one kind never waits for work of another, which has a lane of its own.
 */
final class Lane implements AutoCloseable {
    private static final int TRIES = 20;
    private static final Duration LAST = Duration.ofSeconds(5);

    private final Sessions sessions;
    private final String name;
    private final BlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Session session;

    Lane(String name, Sessions sessions, ThreadFactory threads) {
        this.name = name;
        this.sessions = sessions;
        thread = threads.newThread(this::work);
        thread.setName("perdure-" + name);
        thread.start();
    }

    /** Something to be done with the connection. It is tried again if it gave way to another transaction. */
    interface Work<T> {
        T run(Session session) throws SQLException;
    }

    private record Task<T>(@Nullable String doing, Work<T> work, CompletableFuture<T> future) {}

    /** Does this after all that was handed in before; {@code doing} says in messages what it is. */
    <T> CompletableFuture<T> submit(String doing, Work<T> work) {
        var task = new Task<>(doing, work, new CompletableFuture<T>());
        queue.add(task);
        if (closed) refuseAll();
        return task.future;
    }

    private void work() {
        try {
            while (!closed) {
                var task = queue.take();
                if (task.doing != null) perform(task);
            }
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            refuseAll();
            discard();
        }
    }

    private <T> void perform(Task<T> task) {
        T result;
        try {
            result = attempt(task);
        } catch (SQLException e) {
            task.future.completeExceptionally(Failures.of(e, String.valueOf(task.doing)));
            return;
        } catch (PerdureException | LeaseLost e) {
            task.future.completeExceptionally(e);
            return;
        } catch (RuntimeException | Error e) {
            discard();
            task.future.completeExceptionally(
                    new StoreUnavailable("an unexpected error came up while " + task.doing + ": " + e, e));
            return;
        }
        task.future.complete(result);
    }

    private <T> T attempt(Task<T> task) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return task.work.run(session());
            } catch (SQLException e) {
                recover(e);
                if (!Failures.gaveWay(e) || tries == TRIES || closed) throw e;
            } catch (RuntimeException e) {
                recover(null);
                throw e;
            }
        }
    }

    /** The connection; a new one if there is none. */
    Session session() throws SQLException {
        var open = session;
        if (open == null) {
            open = sessions.open(name);
            session = open;
        }
        return open;
    }

    /** Ends what is left of a transaction after an error; the connection goes if it may be the cause. */
    void recover(@Nullable SQLException error) {
        var open = session;
        if (open == null) return;
        if (error != null && Failures.disconnects(error)) {
            discard();
            return;
        }
        try {
            open.rollback();
        } catch (SQLException e) {
            discard();
        }
    }

    /** Drops the connection. */
    void discard() {
        var open = session;
        session = null;
        if (open != null) sessions.close(open);
    }

    boolean isClosed() {
        return closed;
    }

    private void refuseAll() {
        for (var task = queue.poll(); task != null; task = queue.poll())
            task.future.completeExceptionally(new StoreUnavailable("the store is closed", null));
    }

    /** Lets the work under way end, for a while, then cuts it off. Closing twice does nothing. */
    @Override
    public void close() {
        closed = true;
        queue.add(new Task<>(null, any -> "", new CompletableFuture<>()));
        if (Thread.currentThread() == thread) return;
        try {
            thread.join(LAST.toMillis());
            var open = session;
            if (thread.isAlive() && open != null) sessions.abort(open);
            thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
