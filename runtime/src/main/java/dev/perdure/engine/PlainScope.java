package dev.perdure.engine;

import dev.perdure.Action;
import dev.perdure.AttemptTimedOut;
import dev.perdure.Call;
import dev.perdure.DeadlineExceeded;
import dev.perdure.JobFailed;
import dev.perdure.NotDurable;
import dev.perdure.Undo;
import dev.perdure.engine.policy.Attempts;
import dev.perdure.engine.policy.Retries;
import dev.perdure.spi.AwaitOptions;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Group;
import dev.perdure.spi.Scope;
import dev.perdure.spi.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
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
    private final List<Action<?>> undos = new ArrayList<>();
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

    @Override
    public void failed(Throwable failure) {
        for (int i = undos.size() - 1; i >= 0; i--) {
            try {
                undos.get(i).run();
            } catch (Throwable ofUndo) {
                failure.addSuppressed(ofUndo);
            }
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the undo takes what the await yields
    private @Nullable Object effective(AwaitSpec<?> spec, @Nullable Object value) {
        var undo = (Undo<@Nullable Object>) spec.options().undo();
        if (undo != null) undos.add(() -> undo.undo(value));
        return value;
    }

    @SuppressWarnings("NullAway") // stages may yield null
    private @Nullable Object carryOut(AwaitSpec<?> spec) throws Exception {
        var source = spec.source();
        if (source instanceof Source.Run<?> run) return call(spec, run.call());
        if (source instanceof Source.Poll<?> poll) return poll(spec, poll);
        if (source instanceof Source.Mail<?> mail) return mail(spec, mail);
        if (source instanceof Source.Body<?> body) return body.body().call();
        if (source instanceof Group<?> group) return new PlainGroup(this, spec, group).carryOut();
        if (source instanceof Source.Stage<?> stage) return call(spec, () -> joined(stage));
        if (source instanceof Source.Child<?>
                || source instanceof Source.Result<?>
                || source instanceof Source.Token<?>)
            throw new NotDurable("children and callbacks need an engine; test this method on one with a MemoryStore");
        if (source instanceof Source.Transaction<?>)
            throw new NotDurable("transactions need an engine; test this method on one with a LocalStore");
        if (source instanceof Source.Delay<?> delay) leap(delay.duration());
        else if (source instanceof Source.Until<?> until) leap(Duration.between(now(), until.moment()));
        return null;
    }

    private @Nullable Object call(AwaitSpec<?> spec, Call<?, ?> call) throws Exception {
        var deadline = spec.deadline() == null ? null : Core.after(now(), spec.deadline());
        for (int failed = 1; ; failed++) {
            try {
                return effective(spec, attempt(spec, call, deadline));
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
            return attempts.run(call, "the await", spec.timeout(), left, AwaitOptions.NONE);
        } finally {
            calling = false;
        }
    }

    private static @Nullable Object joined(Source.Stage<?> stage) throws Exception {
        try {
            return stage.stage().call().toCompletableFuture().join();
        } catch (CompletionException wrapper) {
            throw wrapper.getCause() instanceof Exception cause ? cause : wrapper;
        }
    }

    static @Nullable Object settle(AwaitSpec<?> spec, Throwable failure) throws Exception {
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

    /** Whether an await would never end here, because nobody sends the signal that it waits for. */
    static boolean endless(AwaitSpec<?> spec) {
        return spec.source() instanceof Source.Mail<?> && spec.deadline() == null && spec.timeout() == null;
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
