package dev.perdure.codec;

import dev.perdure.ExceptionNotRebuilt;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Makes exceptions by {@link Throwable}'s own constructor alone, as deserialization does, so that message and cause are exact
 * and no constructor of the class runs. The JDK's door to it, in its supported module jdk.unsupported, is reached by
 * reflection, because javac warns of every direct mention.
 */
final class Allocation {
    private static final Object FACTORY;
    private static final Method CONSTRUCTOR_FOR;
    private static final Constructor<?> MESSAGE;
    private static final Constructor<?> MESSAGE_AND_CAUSE;

    static {
        try {
            var factory = Class.forName("sun.reflect.ReflectionFactory");
            FACTORY = factory.getMethod("getReflectionFactory").invoke(null);
            CONSTRUCTOR_FOR = factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
            MESSAGE = Throwable.class.getConstructor(String.class);
            MESSAGE_AND_CAUSE = Throwable.class.getConstructor(String.class, Throwable.class);
        } catch (ReflectiveOperationException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }

    private Allocation() {}

    static Throwable make(Class<? extends Throwable> type, @Nullable String message, @Nullable Throwable cause) {
        try {
            // Without a cause it stays open for initCause, as it may have been.
            if (cause == null) return (Throwable) constructor(type, MESSAGE).newInstance(message);
            return (Throwable) constructor(type, MESSAGE_AND_CAUSE).newInstance(message, cause);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError failure) {
            throw new ExceptionNotRebuilt(
                    "a recorded " + type.getName() + " could not be made again: " + failure, failure);
        }
    }

    private static Constructor<?> constructor(Class<?> type, Constructor<?> start) throws ReflectiveOperationException {
        return (Constructor<?>) CONSTRUCTOR_FOR.invoke(FACTORY, type, start);
    }
}
