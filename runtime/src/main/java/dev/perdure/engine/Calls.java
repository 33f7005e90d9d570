package dev.perdure.engine;

import dev.perdure.AttemptTimedOut;
import dev.perdure.Call;
import dev.perdure.DeadlineExceeded;
import dev.perdure.JobFailed;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.method.Traces;
import dev.perdure.engine.policy.Retries;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out awaited calls and polls jobs, attempt by attempt. Each failed attempt is durable before the next begins. */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final double POLL_FACTOR = 2;
    private static final double POLL_JITTER = 0.25;

    private final Core core;
    private final Steps steps;
    private final Mover mover;

    Calls(Core core, Steps steps, Mover mover) {
        this.core = core;
        this.steps = steps;
        this.mover = mover;
    }

    /** An awaited call is reached, or due again. */
    void call(LiveRun run, AwaitSpec<?> spec, Call<?, ?> call) {
        if (spec.plain()) {
            plain(run, call);
            return;
        }
        var tries = begin(run, spec);
        if (tries == null) return;
        try {
            var value = attempt(run, spec, tries, call);
            if (!run.stopped()) steps.outcome(run, Outcome.of(value), List.of());
        } catch (Throwable failure) {
            if (!run.stopped()) failed(run, spec, tries, mapped(run, failure), null);
        }
    }

    /** The policies' own exceptions come from nowhere in the user's code; they are about the await. */
    private Throwable mapped(LiveRun run, Throwable failure) {
        return failure instanceof AttemptTimedOut || failure instanceof DeadlineExceeded
                ? Traces.placed(failure, run.top())
                : core.traces.mapped(failure);
    }

    private void plain(LiveRun run, Call<?, ?> call) {
        Outcome outcome;
        int attempt = run.tries == null ? 1 : run.tries.attempts() + 1;
        mark(run, attempt);
        try {
            outcome = Outcome.of(call.call());
        } catch (Throwable failure) {
            outcome = Outcome.failed(core.traces.mapped(failure));
        }
        Marks.noAttempt();
        if (!run.stopped()) steps.outcome(run, outcome, List.of());
    }

    private void mark(LiveRun run, int attempt) {
        var label = run.label();
        Marks.attempt(label, attempt);
        core.listener.attempt(run.id, label, attempt);
    }

    /** What has been tried so far, if an attempt may begin now; null if not, and then everything is seen to. */
    private @Nullable Tries begin(LiveRun run, AwaitSpec<?> spec) {
        var now = core.store.now();
        var tries = run.tries == null ? Tries.none(now) : run.tries;
        run.tries = tries;
        var deadline = deadline(spec, tries);
        if (deadline != null && !deadline.isAfter(now)) {
            settle(run, spec, missed(run, spec, tries, null));
            return null;
        }
        var due = tries.due();
        if (due == null || !due.isAfter(now)) return tries;
        steps.waitFor(run, spec, tries, due, () -> mover.again(run));
        return null;
    }

    private static @Nullable Instant deadline(AwaitSpec<?> spec, Tries tries) {
        var limit = spec.deadline();
        return limit == null ? null : Core.after(tries.first(), limit);
    }

    private static DeadlineExceeded missed(
            LiveRun run, AwaitSpec<?> spec, Tries tries, @Nullable Throwable lastFailure) {
        var last = tries.error() == null ? "" : "; the last failure was: " + tries.error();
        var missed = new DeadlineExceeded(
                run.where() + " took longer than its deadline of " + spec.deadline() + ", after " + tries.attempts()
                        + " failed attempts" + last,
                lastFailure);
        return Traces.placed(missed, run.top());
    }

    private @Nullable Object attempt(LiveRun run, AwaitSpec<?> spec, Tries tries, Call<?, ?> call) throws Throwable {
        mark(run, tries.attempts() + 1);
        var deadline = deadline(spec, tries);
        var left = deadline == null ? null : Duration.between(core.store.now(), deadline);
        try {
            return core.attempts.run(call, run.where(), spec.timeout(), left);
        } finally {
            Marks.noAttempt();
        }
    }

    /** An attempt has failed: the policy decides whether another follows. */
    private void failed(LiveRun run, AwaitSpec<?> spec, Tries tries, Throwable failure, @Nullable JobFailed wrapped) {
        int attempts = tries.attempts() + 1;
        var now = core.store.now();
        var deadline = deadline(spec, tries);
        if (deadline != null && !deadline.isAfter(now)) {
            settle(run, spec, missed(run, spec, tries.failed(failure, null), failure));
            return;
        }
        var delay = core.retries.after(spec.retry(), attempts, failure);
        if (delay == null) {
            settle(run, spec, wrapped == null ? failure : wrapped);
            return;
        }
        var due = Core.after(now, delay);
        if (deadline != null) due = Core.earlier(due, deadline);
        var next = tries.failed(failure, due);
        run.tries = next;
        LOG.info(
                "attempt {} of {} failed with {}, the next is due at {}",
                attempts,
                run.where(),
                failure.getClass(),
                due);
        LOG.debug("the failure", failure);
        core.listener.retry(run.id, run.label(), attempts, failure, due);
        steps.attempt(run, spec, next, due, () -> mover.again(run));
    }

    private void settle(LiveRun run, AwaitSpec<?> spec, Throwable failure) {
        steps.outcome(run, Retries.settle(spec.fallback(), failure), List.of());
    }

    /** A job is reached, or due to be asked again. */
    void poll(LiveRun run, AwaitSpec<?> spec, Source.Poll<?> poll) {
        var tries = begin(run, spec);
        if (tries == null) return;
        var job = poll.job();
        try {
            Object complete = attempt(run, spec, tries, job::complete);
            if (Boolean.TRUE.equals(complete)) {
                var value = attempt(run, spec, tries, job::get);
                if (!run.stopped()) steps.outcome(run, Outcome.of(value), List.of());
            } else if (!run.stopped()) {
                notYet(run, spec, tries, poll);
            }
        } catch (Throwable failure) {
            if (run.stopped()) return;
            var mapped = mapped(run, failure);
            var text = run.where() + ": its job could not be polled or fetched, attempt " + (tries.attempts() + 1)
                    + ": " + Tries.describe(failure);
            failed(run, spec, tries, mapped, Traces.placed(new JobFailed(text, mapped), run.top()));
        }
    }

    private void notYet(LiveRun run, AwaitSpec<?> spec, Tries tries, Source.Poll<?> poll) {
        var interval = Retries.grown(poll.first(), poll.max(), POLL_FACTOR, tries.polls());
        var due = Core.after(core.store.now(), core.retries.jittered(interval, POLL_JITTER));
        var deadline = deadline(spec, tries);
        if (deadline != null) due = Core.earlier(due, deadline);
        var next = tries.polled(due);
        run.tries = next;
        steps.waitFor(run, spec, next, due, () -> mover.again(run));
    }
}
