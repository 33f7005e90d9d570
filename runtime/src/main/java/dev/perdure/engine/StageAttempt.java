package dev.perdure.engine;

import dev.perdure.AttemptTimedOut;
import dev.perdure.DeadlineExceeded;
import dev.perdure.engine.seam.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Something that completes by itself; it holds no thread. When its time is over it is cancelled. */
final class StageAttempt extends Attempt {
    private final Scheduler scheduler;
    private final CompletionStage<?> stage;
    private final @Nullable Duration timeout;
    private final @Nullable Duration left;

    StageAttempt(
            Mover mover,
            Scheduler scheduler,
            Strand strand,
            CompletionStage<?> stage,
            @Nullable Duration timeout,
            @Nullable Duration left,
            Ending ending) {
        super(mover, strand, ending);
        this.scheduler = scheduler;
        this.stage = stage;
        this.timeout = timeout;
        this.left = left;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nothing is left in it
    public void run() {
        var where = strand.where();
        var timer = timer(where);
        stage.whenComplete((value, failure) -> {
            if (timer != null) timer.cancel();
            scheduler.execute(() -> finish(value, failure == null ? null : cause(failure)));
        });
    }

    private Scheduler.@Nullable Timer timer(String where) {
        boolean late = timeout == null || (left != null && left.compareTo(timeout) < 0);
        var limit = late ? left : timeout;
        if (limit == null) return null;
        var failure = late
                ? new DeadlineExceeded(where + " took longer than its deadline; the stage was cancelled", null)
                : new AttemptTimedOut(where + " took longer than " + timeout + "; the stage was cancelled");
        return scheduler.schedule(
                limit,
                () -> scheduler.execute(() -> {
                    finish(null, failure);
                    interrupt();
                }));
    }

    /** What the stage failed with, rather than what the platform wraps round it. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : failure;
    }

    @Override
    void interrupt() {
        stage.toCompletableFuture().cancel(true);
    }

    @Override
    void giveUp() {
        interrupt();
    }
}
