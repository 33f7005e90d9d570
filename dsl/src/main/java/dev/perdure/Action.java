package dev.perdure;

/**
 * An awaited call without a result.
 *
 * @param <X> the checked exceptions it throws, inferred from the lambda; {@link RuntimeException} where there are none
 */
@FunctionalInterface
public interface Action<X extends Exception> {
    /** Runs the call. It may run more than once: after a failed attempt, or when the process died before its outcome was recorded. */
    void run() throws X;
}
