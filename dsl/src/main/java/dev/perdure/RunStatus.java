package dev.perdure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands, at one moment.
 *
 * @param id the run's id
 * @param method its method, such as {@code shop.OrderFlow.place(shop.Order)}
 * @param state what it is doing
 * @param waitingAt the label of the await it is at, or null before the first and after the end
 * @param source file and line of that await, such as {@code OrderFlow.java:31}, or null if the code is not at hand
 * @param attempt the number of the attempt under way or next at that await, from 1
 * @param wakesAt when it goes on by itself, or null
 * @param problem the last failure, or why it cannot go on, or null
 * @param startedAt when it was started, by the store's clock
 * @param updatedAt when it last changed, by the store's clock
 */
public record RunStatus(
        String id,
        String method,
        State state,
        @Nullable String waitingAt,
        @Nullable String source,
        int attempt,
        @Nullable Instant wakesAt,
        @Nullable String problem,
        Instant startedAt,
        Instant updatedAt) {
    /** What a run can be doing. */
    public enum State {
        /** Started or woken, and waiting for a worker. */
        READY,
        /** Moving, or at a call that is under way. */
        RUNNING,
        /** Waiting for time to pass or for something to arrive; holds no thread. */
        WAITING,
        /** Waiting for code or an operator: see {@link #problem}. */
        STUCK,
        /** Ended with a result. */
        DONE,
        /** Ended with an exception. */
        FAILED;

        /** Whether this is an end. */
        public boolean terminal() {
            return this == DONE || this == FAILED;
        }
    }
}
