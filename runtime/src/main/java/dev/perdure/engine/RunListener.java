package dev.perdure.engine;

import dev.perdure.RunStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sees what runs do: the one seam for metrics, tracing and logs. Called on the engine's threads, right after the event is
 * durable where it is a change; must be quick. What it throws is logged and changes nothing.
 */
public interface RunListener {
    /** A run was started here. */
    default void started(String run, String method) {}

    /** A run goes on from its last checkpoint; after crashes, if the number is not 0. */
    default void recovered(String run, String method, int crashes) {}

    /** An attempt of an await begins; the first is 1. */
    default void attempt(String run, String await, int attempt) {}

    /** An attempt has failed; another follows at this time. */
    default void retry(String run, String await, int attempt, Throwable failure, Instant at) {}

    /** The outcome of an await is durable. */
    default void awaited(String run, String await, @Nullable Throwable failure) {}

    /** A run has taken a signal of this name; durable. */
    default void received(String run, String await, String signal) {}

    /** A job was asked and is not complete; it is asked again at this time. */
    default void polled(String run, String await, int polls, Instant at) {}

    /** A run has spawned another one; durable. */
    default void spawned(String run, String await, String child) {}

    /** What a run has said of its progress is durable. */
    default void progressed(String run, RunStatus.Progress progress) {}

    /** A run has heard that it is cancelled, and begins to leave. */
    default void cancelled(String run, String reason) {}

    /** The undo of an await begins. */
    default void undoing(String run, String await) {}

    /** A run has left memory to wait. */
    default void parked(String run, String await, @Nullable Instant wakesAt) {}

    /** A run cannot go on and waits for an operator. */
    default void stuck(String run, String problem) {}

    /** A run has ended. */
    default void ended(String run, String method, @Nullable Throwable failure) {}
}
