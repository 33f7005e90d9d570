package dev.perdure.tests.library;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Flow;
import java.lang.StackWalker.StackFrame;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Who has called a step: durable methods alone, and then it is awaited, or also others, and then it is a call as any. */
final class Chain {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Map<String, Boolean> DURABLE = new ConcurrentHashMap<>();

    private Chain() {}

    static boolean isAwaited() {
        return WALKER.walk(Chain::isAwaited);
    }

    private static boolean isAwaited(Stream<StackFrame> frames) {
        var methods = 0;
        var machine = false;
        for (var frame : (Iterable<StackFrame>) frames::iterator) {
            var type = frame.getDeclaringClass();
            if (type == Flow.class) return !machine || methods == 0;
            if (type.getName().endsWith("_Machine")) machine = true;
            else if (!passing(type.getName())) {
                if (!isDurable(frame)) return false;
                methods++;
            }
        }
        return false;
    }

    /** Ours, or what calls by reflection. */
    private static boolean passing(String type) {
        return type.startsWith("dev.perdure.")
                || type.startsWith("java.lang.reflect.")
                || type.startsWith("java.lang.invoke.")
                || type.startsWith("jdk.internal.reflect.");
    }

    private static boolean isDurable(StackFrame frame) {
        var type = frame.getDeclaringClass();
        var key = System.identityHashCode(type.getClassLoader()) + type.getName() + "." + frame.getMethodName()
                + frame.getDescriptor();
        return DURABLE.computeIfAbsent(key, ignored -> {
            try {
                return type.getDeclaredMethod(
                                frame.getMethodName(), frame.getMethodType().parameterArray())
                        .isAnnotationPresent(Durable.class);
            } catch (NoSuchMethodException constructor) {
                return false;
            }
        });
    }
}
