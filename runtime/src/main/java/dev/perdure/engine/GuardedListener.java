package dev.perdure.engine;

import dev.perdure.RunStatus.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a listener's failures from the engine. */
final class GuardedListener implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final RunListener listener;

    GuardedListener(RunListener listener) {
        this.listener = listener;
    }

    private static void guard(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException failure) {
            LOG.warn("a run listener failed", failure);
        }
    }

    @Override
    public void started(String run, String method) {
        guard(() -> listener.started(run, method));
    }

    @Override
    public void recovered(String run, String method, int crashes) {
        guard(() -> listener.recovered(run, method, crashes));
    }

    @Override
    public void attempt(String run, String await, int attempt) {
        guard(() -> listener.attempt(run, await, attempt));
    }

    @Override
    public void retry(String run, String await, int attempt, Throwable failure, Instant at) {
        guard(() -> listener.retry(run, await, attempt, failure, at));
    }

    @Override
    public void awaited(String run, String await, @Nullable Throwable failure) {
        guard(() -> listener.awaited(run, await, failure));
    }

    @Override
    public void received(String run, String await, String signal) {
        guard(() -> listener.received(run, await, signal));
    }

    @Override
    public void polled(String run, String await, int polls, Instant at) {
        guard(() -> listener.polled(run, await, polls, at));
    }

    @Override
    public void spawned(String run, String await, String child) {
        guard(() -> listener.spawned(run, await, child));
    }

    @Override
    public void progressed(String run, Progress progress) {
        guard(() -> listener.progressed(run, progress));
    }

    @Override
    public void cancelled(String run, String reason) {
        guard(() -> listener.cancelled(run, reason));
    }

    @Override
    public void undoing(String run, String await) {
        guard(() -> listener.undoing(run, await));
    }

    @Override
    public void parked(String run, String await, @Nullable Instant wakesAt) {
        guard(() -> listener.parked(run, await, wakesAt));
    }

    @Override
    public void stuck(String run, String problem) {
        guard(() -> listener.stuck(run, problem));
    }

    @Override
    public void ended(String run, String method, @Nullable Throwable failure) {
        guard(() -> listener.ended(run, method, failure));
    }
}
