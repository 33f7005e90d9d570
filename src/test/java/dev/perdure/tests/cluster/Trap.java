package dev.perdure.tests.cluster;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Stops this process by SIGSTOP when it comes to a named point, which it recognizes by the statement that is sent there. */
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

    private final AtomicReference<@Nullable Point> armed = new AtomicReference<>();

    /** The process stops the next time that it comes there. */
    void arm(Point point) {
        armed.set(point);
    }

    /** The process is at this point. */
    void pass(Point point) {
        if (armed.compareAndSet(point, null)) stop(point);
    }

    private void pass(String sent, boolean done) {
        var point = armed.get();
        if (point != null && point.is(sent, done)) pass(point);
    }

    private static void stop(Point point) {
        System.out.println("stopping " + point);
        try {
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
