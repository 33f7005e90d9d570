package dev.perdure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A handle of a run: one execution of a durable method, known by its id. Handles are cheap, hold nothing open, and any
 * number of them may name one run. All methods may be called from any thread.
 *
 * @param <T> what the method returns
 */
public interface Run<T extends @Nullable Object> {
    /** The id under which the run was started. */
    String id();

    /**
     * Waits for the end of the run and returns its result.
     *
     * @throws RunFailed if the method threw; the cause is what it threw
     * @throws EngineClosed if the engine is closed before the run has ended
     */
    T result();

    /**
     * Waits at most this long.
     *
     * @throws TimeoutException if the run has not ended by then; it goes on
     * @throws RunFailed if the method threw
     */
    T result(Duration atMost) throws TimeoutException;

    /** Completes with the result, or exceptionally with {@link RunFailed}; cancelling the future leaves the run alone. */
    CompletableFuture<T> resultAsync();

    /** A snapshot of where the run stands. */
    RunStatus status();

    /**
     * Sends a signal; durable when this returns. A signal that comes early waits for its await.
     *
     * @throws RunEnded if the run has ended
     */
    <S> void signal(Signal<S> signal, S value);

    /**
     * Cancels the run and the runs it has spawned: {@link CancelledException} is thrown at its current await, in all branches;
     * its {@code catch} and {@code finally} blocks run and may await, its undos run, and then it ends. A call that is under way
     * is interrupted only if its await is {@link Await#interruptible}; otherwise what comes of it is dropped. Durable when this
     * returns. If the run reaches its end first, that end holds and this throws; never both.
     *
     * @param reason for the message of the exception
     * @throws RunEnded if the run has ended
     */
    void cancel(String reason);

    /**
     * Makes the next attempt now, of every await of the run that waits to be tried again, whatever its backoff. Sets a stuck run
     * going first. Durable when this returns.
     *
     * @throws RunEnded if the run has ended
     */
    void retry();

    /**
     * Gives the current await its outcome by hand: its call is not made again, its branches are cancelled. Sets a stuck run going
     * first. Durable when this returns. For operators who know what the outcome is.
     *
     * @param value what the await yields; of its type
     * @throws RunEnded if the run has ended
     */
    void complete(@Nullable Object value);

    /**
     * Sets a stuck run ({@link RunStatus.State#STUCK}) going again from its last checkpoint, once what it was stuck on is mended;
     * its crashes are forgotten. Durable when this returns. Does nothing to a run that is not stuck.
     *
     * @throws RunEnded if the run has ended
     */
    void resume();
}
