package dev.perdure.tests.harness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The world outside of a flow: every awaited call leaves a line in the log, with its site and arguments. Two executions of
 * a flow are the same when they give the same result and the same log.
 */
public class Effects implements Steps {
    private static final ThreadLocal<Effects> CURRENT = new InheritableThreadLocal<>();
    private static final int LIMIT = 2_000;

    private final List<String> log = new ArrayList<>();

    /** The world of the current execution, for flows without an instance. */
    public static Effects now() {
        var current = CURRENT.get();
        if (current == null) throw new IllegalStateException("no execution on this thread");
        return current;
    }

    /** Whether there is an execution on the current thread. */
    public static boolean running() {
        return CURRENT.get() != null;
    }

    /** Makes a world the one of the current thread. */
    public static void enter(@Nullable Effects effects) {
        CURRENT.set(effects);
    }

    /** The log so far. */
    public List<String> log() {
        return log;
    }

    /** Logs a line. */
    public void record(String site, @Nullable Object... values) {
        if (log.size() >= LIMIT) throw new AssertionError("more than " + LIMIT + " effects, last " + site);
        var line = new StringBuilder(site).append('(');
        for (var i = 0; i < values.length; i++) line.append(i > 0 ? ", " : "").append(Show.of(values[i]));
        log.add(line.append(')').toString());
    }

    /** Logs, and gives the value back. */
    public <T extends @Nullable Object> T give(String site, T value) {
        record(site, value);
        return value;
    }

    /** Logs, and gives the value back. */
    public int num(String site, int value) {
        record(site, value);
        return value;
    }

    /** Logs, and gives the value back. */
    public long big(String site, long value) {
        record(site, value);
        return value;
    }

    /** Logs, and gives the value back. */
    public boolean flag(String site, boolean value) {
        record(site, value);
        return value;
    }

    /** Logs, and gives the value back. */
    public String text(String site, String value) {
        record(site, value);
        return value;
    }

    /** Logs. */
    public void note(String site, @Nullable Object... values) {
        record(site, values);
    }

    /** Logs, and fails with a checked exception on odd numbers. */
    public int risky(String site, int value) throws Bad {
        record(site, value);
        if (value % 2 != 0) throw new Bad(site + value);
        return value;
    }

    /** Logs, and fails with an unchecked exception on odd numbers. */
    public int shaky(String site, int value) {
        record(site, value);
        if (value % 2 != 0) throw new Oops(site + value);
        return value;
    }

    /** Logs, and fails. */
    public <X extends Throwable> int fail(String site, X failure) throws X {
        record(site, failure.getClass());
        throw failure;
    }

    @Override
    public int f1(int value) {
        record("f1", value);
        return value + 1;
    }

    @Override
    public int f2(int value) {
        record("f2", value);
        return value * 2;
    }

    @Override
    public String f3(int value) {
        record("f3", value);
        return "v" + value;
    }

    @Override
    public long f4(String value) {
        record("f4", value);
        return value.length();
    }

    @Override
    public int odd(int value) throws Bad {
        return risky("odd", value);
    }

    @Override
    public int sum(int... values) {
        record("sum", values);
        var sum = 0;
        for (var value : values) sum += value;
        return sum;
    }

    @Override
    public void mark(String what) {
        record("mark", what);
    }
}
