package dev.perdure.engine.method;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stack traces that name the user's method, file and line instead of the generated class, and end where the engine begins.
 * Safe for use by many threads.
 */
public final class Traces {
    private static final Pattern MACHINERY =
            Pattern.compile("(java|jdk|sun|dev\\.failsafe|dev\\.perdure\\.(engine|machine))\\..*");

    private final Map<String, Layout> machines = new ConcurrentHashMap<>();

    /** Remembers the class of a frame that is about to run. */
    public void know(Frame frame) {
        machines.putIfAbsent(frame.getClass().getName(), frame.layout());
    }

    /** Rewrites an exception's trace, and those of its causes and suppressed ones; returns the exception. */
    public Throwable mapped(Throwable failure) {
        map(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
        return failure;
    }

    /** Gives an exception that the engine made the place in the user's code that it is about. */
    public static <T extends Throwable> T placed(T failure, Frame frame) {
        var layout = frame.layout();
        var place = new StackTraceElement(
                layout.host().getName(),
                nameOf(layout),
                layout.file(),
                layout.point(frame.point()).line());
        failure.setStackTrace(new StackTraceElement[] {place});
        return failure;
    }

    private void map(@Nullable Throwable failure, Set<Throwable> done) {
        if (failure == null || !done.add(failure)) return;
        var trace = failure.getStackTrace();
        var mapped = new ArrayList<StackTraceElement>(trace.length);
        int end = trace.length;
        while (end > 0 && MACHINERY.matcher(trace[end - 1].getClassName()).matches()) end--;
        for (int i = 0; i < end; i++) if (isUsers(trace, i)) mapped.add(element(trace[i]));
        if (end > 0) failure.setStackTrace(mapped.toArray(StackTraceElement[]::new));
        map(failure.getCause(), done);
        for (Throwable one : failure.getSuppressed()) map(one, done);
    }

    /** Whether the user wrote this: neither how generated code gets at a private member, nor how it chooses its part. */
    private boolean isUsers(StackTraceElement[] trace, int i) {
        var name = trace[i].getMethodName();
        var type = trace[i].getClassName();
        if (!name.startsWith("$") || name.startsWith("$step") || !machines.containsKey(type)) return true;
        boolean chose = i > 0
                && trace[i - 1].getClassName().equals(type)
                && trace[i - 1].getMethodName().startsWith("$step");
        return name.equals("$run") && !chose;
    }

    private StackTraceElement element(StackTraceElement element) {
        var layout = machines.get(element.getClassName());
        if (layout == null) return element;
        // A class file that could be rewritten names the user's file and lines already.
        boolean theirs = layout.lines().isEmpty() || layout.file().equals(element.getFileName());
        int line = theirs ? element.getLineNumber() : userLine(layout.lines(), element.getLineNumber());
        return new StackTraceElement(layout.host().getName(), nameOf(layout), layout.file(), line);
    }

    /** The name between the host's and the parameters. */
    private static String nameOf(Layout layout) {
        var identity = layout.method();
        int end = identity.indexOf('(');
        var path = end < 0 ? identity : identity.substring(0, end);
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static int userLine(String table, int generated) {
        int line = -1;
        for (var pair : table.split(" ", -1)) {
            int colon = pair.indexOf(':');
            if (colon < 0 || Integer.parseInt(pair.substring(0, colon)) > generated) break;
            line = Integer.parseInt(pair.substring(colon + 1));
        }
        return line;
    }
}
