package dev.perdure.tests.cluster;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Holds a node at a named point, which it recognizes by the statement that is sent there, until its process has been stopped by
 * SIGSTOP and goes on again. So many nodes of one process can be stopped at once, each at a point of its own.
 */
public final class Trap {
    /** Where a process can be stopped. */
    public enum Point {
        BEFORE_CALL,
        AFTER_CALL,
        BEFORE_START("born AS (", false),
        AFTER_START("born AS (", true),
        BEFORE_STEP("stepped AS (", false),
        AFTER_STEP("stepped AS (", true),
        BEFORE_REST("rested AS (", false),
        AFTER_REST("rested AS (", true),
        LEASE_LOCKED("SELECT t.now, NULL::bigint", true),
        RUNS_LOCKED("r.last_letter, r.since", true),
        BATCH_WRITTEN("changed AS (", true),
        BEFORE_CLAIM("claimed AS (", false),
        CLAIM_WRITTEN("claimed AS (", true),
        BEFORE_HEARTBEAT("SET until = t.now", false),
        AFTER_HEARTBEAT("SET until = t.now", true),
        BEFORE_COMMIT("commit", false),
        AFTER_COMMIT("commit", true);

        private final @Nullable String statement;
        private final boolean after;

        Point() {
            this(null, false);
        }

        Point(@Nullable String statement, boolean after) {
            this.statement = statement;
            this.after = after;
        }

        boolean is(String sent, boolean done) {
            return statement != null && after == done && sent.contains(statement);
        }
    }

    /** Where all nodes of a process are held. */
    static final class Gate {
        private CountDownLatch opened = new CountDownLatch(1);

        /** Is down when the process was stopped and has gone on. */
        private synchronized CountDownLatch opened() {
            return opened;
        }

        /** Stops the process; when it goes on, so do all that are held. */
        void stopAndOpen() throws IOException, InterruptedException {
            System.out.println("stopping");
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            synchronized (this) {
                opened.countDown();
                opened = new CountDownLatch(1);
            }
        }
    }

    private final String name;
    private final Gate gate;
    private final AtomicReference<@Nullable Point> armed = new AtomicReference<>();

    Trap(String name, Gate gate) {
        this.name = name;
        this.gate = gate;
    }

    /** The node is held the next time that it comes there. */
    void arm(Point point) {
        armed.set(point);
    }

    /** The node is held nowhere any more. */
    void disarm() {
        armed.set(null);
    }

    /** The node is at this point. */
    void pass(Point point) {
        var opened = gate.opened(); // asked first: whoever comes when it has just been opened is not held
        if (!armed.compareAndSet(point, null)) return;
        System.out.println("at " + name + " " + point);
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(String sent, boolean done) {
        var point = armed.get();
        if (point != null && point.is(sent, done)) pass(point);
    }

    /** Connections of this user whose statements are seen. */
    DataSource source(String url, String user) {
        var real = new PGSimpleDataSource();
        real.setUrl(url);
        real.setUser(user);
        return (DataSource) proxy(DataSource.class, real, "");
    }

    private Object proxy(Class<?> type, Object real, String sql) {
        return Proxy.newProxyInstance(Trap.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            var name = method.getName();
            var sent = name.startsWith("execute") ? sql : name.equals("commit") ? "commit" : null;
            if (sent != null) pass(sent, false);
            Object result;
            try {
                result = method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
            if (sent != null) pass(sent, true);
            if (name.equals("getConnection")) return proxy(Connection.class, result, "");
            if (name.equals("prepareStatement")) return proxy(PreparedStatement.class, result, (String) arguments[0]);
            return result;
        });
    }
}
