package dev.perdure;

import org.jspecify.annotations.Nullable;

/**
 * An awaited call with a result.
 *
 * @param <T> what it returns
 * @param <X> the checked exceptions it throws, inferred from the lambda; {@link RuntimeException} where there are none
 */
@FunctionalInterface
public interface Call<T extends @Nullable Object, X extends Exception> {
    /** Runs the call. It may run more than once: after a failed attempt, or when the process died before its outcome was recorded. */
    T call() throws X;
}
