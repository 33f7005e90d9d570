package dev.perdure.tests.cluster;

import dev.perdure.postgres.Server;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Commits one row of its own again and again: how long that takes at most is what the machine itself makes everybody wait for. A
 * bound in milliseconds is a bound of ours on top of that.
 */
final class Pulse implements AutoCloseable {
    private static final int EVERY_MILLIS = 50;

    private final String schema;
    private final AtomicLong worst = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable SQLException failure;

    Pulse(String schema) {
        this.schema = schema;
        Server.run("CREATE TABLE " + schema + ".pulse AS SELECT 0 AS n");
        thread = new Thread(this::beat, "pulse");
        thread.start();
    }

    private void beat() {
        try (var connection = DriverManager.getConnection(Server.url());
                var beat = connection.prepareStatement("UPDATE " + schema + ".pulse SET n = n + 1")) {
            long due = System.nanoTime();
            while (!closed) {
                beat.executeUpdate();
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - due);
                worst.accumulateAndGet(took, Math::max);
                due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        } catch (SQLException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The longest wait in milliseconds since this was last asked. */
    long takeWorst() {
        if (failure != null) throw new IllegalStateException(failure);
        return worst.getAndSet(0);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
