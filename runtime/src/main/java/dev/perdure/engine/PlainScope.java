package dev.perdure.engine;

import dev.perdure.AttemptTimedOut;
import dev.perdure.Call;
import dev.perdure.DeadlineExceeded;
import dev.perdure.JobFailed;
import dev.perdure.NotDurable;
import dev.perdure.engine.policy.Attempts;
import dev.perdure.engine.policy.Retries;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Scope;
import dev.perdure.spi.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plain execution: every await at once, on the spot. Time that a run would wait is leapt over, and counts for deadlines.
 */
final class PlainScope implements Scope {
    private static final String ID = "plain";

    private final Attempts attempts;
    private final Retries retries;
    private final Clock clock;
    private Duration leapt = Duration.ZERO;
    private long visits;
    private boolean calling;

    PlainScope(Attempts attempts, Retries retries, Clock clock) {
        this.attempts = attempts;
        this.retries = retries;
        this.clock = clock;
    }

    @Override
    public String runId() {
        return ID;
    }

    @Override
    public String idempotencyKey() {
        return ID + "-" + visits;
    }

    private Instant now() {
        return Core.after(clock.instant(), leapt);
    }

    private void leap(Duration duration) {
        if (!duration.isNegative()) leapt = Duration.between(clock.instant(), Core.after(now(), duration));
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the source yields what the spec says
    public <T extends @Nullable Object> T await(AwaitSpec<T> spec) throws Exception {
        if (calling)
            throw new NotDurable(
                    "an await was reached within an awaited call; in a durable run nothing could record it."
                            + " Call the durable method directly, not from within await(() -> …)");
        try {
            return (T) carryOut(spec);
        } finally {
            visits++;
        }
    }

    private @Nullable Object carryOut(AwaitSpec<?> spec) throws Exception {
        var source = spec.source();
        if (source instanceof Source.Run<?> run) return call(spec, run.call());
        if (source instanceof Source.Poll<?> poll) return poll(spec, poll);
        if (source instanceof Source.Mail<?> mail) return mail(spec, mail);
        if (source instanceof Source.Delay<?> delay) leap(delay.duration());
        else if (source instanceof Source.Until<?> until) leap(Duration.between(now(), until.moment()));
        return null;
    }

    private @Nullable Object call(AwaitSpec<?> spec, Call<?, ?> call) throws Exception {
        var deadline = spec.deadline() == null ? null : Core.after(now(), spec.deadline());
        for (int failed = 1; ; failed++) {
            try {
                return attempt(spec, call, deadline);
            } catch (Throwable failure) {
                var delay = failure instanceof DeadlineExceeded ? null : retries.after(spec.retry(), failed, failure);
                if (delay == null) return settle(spec, failure);
                leap(delay);
            }
        }
    }

    private @Nullable Object attempt(AwaitSpec<?> spec, Call<?, ?> call, @Nullable Instant deadline) throws Throwable {
        var left = deadline == null ? null : Duration.between(now(), deadline);
        if (left != null && (left.isNegative() || left.isZero()))
            throw new DeadlineExceeded("the await took longer than its deadline of " + spec.deadline(), null);
        calling = true;
        try {
            return attempts.run(call, "the await", spec.timeout(), left);
        } finally {
            calling = false;
        }
    }

    private static @Nullable Object settle(AwaitSpec<?> spec, Throwable failure) throws Exception {
        var outcome = Retries.settle(spec.fallback(), failure);
        if (outcome.failure() instanceof Error error) throw error;
        if (outcome.failure() instanceof Exception exception) throw exception;
        return outcome.value();
    }

    private @Nullable Object poll(AwaitSpec<?> spec, Source.Poll<?> poll) throws Exception {
        var deadline = spec.deadline() == null ? null : Core.after(now(), spec.deadline());
        int failed = 0;
        for (int polls = 0; ; ) {
            try {
                if (Boolean.TRUE.equals(attempt(spec, poll.job()::complete, deadline)))
                    return attempt(spec, poll.job()::get, deadline);
                leap(Retries.grown(poll.first(), poll.max(), 2, polls++));
            } catch (DeadlineExceeded over) {
                return settle(spec, over);
            } catch (Throwable failure) {
                var delay = retries.after(spec.retry(), ++failed, failure);
                if (delay == null)
                    return settle(spec, new JobFailed("the job could not be polled or fetched", failure));
                leap(delay);
            }
        }
    }

    /** Nobody sends a signal to a plain execution: its time runs out, or it cannot end. */
    private static @Nullable Object mail(AwaitSpec<?> spec, Source.Mail<?> mail) throws Exception {
        var text = "no signal \"" + mail.signal().name() + "\" came in a plain execution";
        if (spec.deadline() != null) return settle(spec, new DeadlineExceeded(text, null));
        if (spec.timeout() != null) return settle(spec, new AttemptTimedOut(text));
        throw new NotDurable(
                text + ", where nobody can send one; test this method on an engine with a MemoryStore, or give"
                        + " the await a deadline");
    }
}
