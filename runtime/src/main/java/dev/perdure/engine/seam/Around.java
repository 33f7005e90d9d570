package dev.perdure.engine.seam;

import dev.perdure.Call;
import org.jspecify.annotations.Nullable;

/**
 * Stands round every awaited call that an engine makes: inside its policies, so that a timeout, a retry or a circuit breaker sees
 * what comes out here. For failures in tests, for what has to be set up round calls, such as a logging context, and nothing
 * that a run depends on. Safe for use by many threads.
 */
@FunctionalInterface
public interface Around {
    /**
     * Makes the call, or does not.
     *
     * @param run the run's id
     * @param await the label of the await
     * @param attempt its number; the first is 1
     * @param call what is awaited
     * @return what the await gets
     * @throws Exception what the await fails with in this attempt
     */
    @Nullable
    Object call(String run, String await, int attempt, Call<?, ?> call) throws Exception;

    /** This one outside, another one inside. */
    @SuppressWarnings("NullAway") // a call may yield null
    default Around then(Around inner) {
        return (run, await, attempt, call) -> call(run, await, attempt, () -> inner.call(run, await, attempt, call));
    }
}
