package dev.perdure.engine;

import dev.perdure.Action;
import dev.perdure.AttemptTimedOut;
import dev.perdure.Call;
import dev.perdure.DeadlineExceeded;
import dev.perdure.JobFailed;
import dev.perdure.OutcomeUnknown;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.checkpoint.Waiting;
import dev.perdure.engine.method.Traces;
import dev.perdure.engine.policy.Retries;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out awaited calls, attempt by attempt. Each failed attempt is durable before the next begins. */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Core core;
    private final Steps steps;
    private final Mover mover;

    Calls(Core core, Steps steps, Mover mover) {
        this.core = core;
        this.steps = steps;
        this.mover = mover;
    }

    /** An awaited call is reached, or due again. */
    void call(Strand strand, AwaitSpec<?> spec, Call<?, ?> call) {
        if (spec.plain()) {
            int number = strand.tries == null ? 1 : strand.tries.attempts() + 1;
            start(strand, number, surrounded(strand, number, call)::call, (value, failure) -> {
                if (failure != null) steps.outcome(strand, Outcome.failed(core.traces.mapped(failure)));
                else succeeded(strand, value);
            });
            return;
        }
        var tries = begin(strand, spec);
        if (tries == null || (spec.options().atMostOnce() && !marked(strand, tries))) return;
        attempt(strand, spec, tries, call, (value, failure) -> {
            if (failure != null) failed(strand, spec, tries, mapped(strand, failure), null);
            else succeeded(strand, value);
        });
    }

    /** Whether the call is marked and may be made now; if not, that is seen to. */
    private boolean marked(Strand strand, Tries tries) {
        if (strand.secret != null) {
            strand.dropSecret();
            return true;
        }
        if (tries.marked()) {
            var unknown = new OutcomeUnknown("the process died while " + strand.where()
                    + " was under way; it may be made at most once, and whether it was is not known");
            steps.outcome(strand, Outcome.failed(Traces.placed(unknown, strand.nearest())));
        } else {
            strand.keepSecret("");
            strand.tries = tries.marking();
            steps.waitUntil(strand, core.store.now(), true);
        }
        return false;
    }

    /** The await has its value. */
    void succeeded(Strand strand, @Nullable Object value) {
        mover.effective(strand, value);
        var cancel = strand.takeCancel();
        steps.outcome(strand, cancel == null ? Outcome.of(value) : Outcome.failed(cancel));
    }

    /** The policies' own exceptions come from nowhere in the user's code; they are about the await. */
    Throwable mapped(Strand strand, Throwable failure) {
        return failure instanceof AttemptTimedOut || failure instanceof DeadlineExceeded
                ? Traces.placed(failure, strand.nearest())
                : core.traces.mapped(failure);
    }

    /** Makes an attempt. */
    void start(Strand strand, int number, Attempt.Invocation invocation, Attempt.Ending ending) {
        if (core.closing && !strand.isMain()) {
            steps.waitUntil(strand, null, false); // the run is about to leave; the call is made when it comes back
            return;
        }
        begin(new CallAttempt(mover, strand, number, invocation, ending));
    }

    /** Makes an attempt after a while; until then it counts as under way. */
    void startLater(Strand strand, int number, Duration delay, Attempt.Invocation invocation, Attempt.Ending ending) {
        var attempt = new CallAttempt(mover, strand, number, invocation, ending);
        underWay(attempt);
        core.scheduler.schedule(delay, () -> core.scheduler.execute(attempt));
    }

    private static void begin(Attempt attempt) {
        underWay(attempt);
        attempt.strand.run.calls.add(attempt);
    }

    private static void underWay(Attempt attempt) {
        var strand = attempt.strand;
        strand.state = Strand.State.CALLING;
        strand.attempt = attempt;
        strand.run.calling++;
    }

    /** What has been tried so far, if an attempt may begin now; null if not, and then everything is seen to. */
    @Nullable
    Tries begin(Strand strand, AwaitSpec<?> spec) {
        var now = core.store.now();
        var tries = strand.tries == null ? Tries.none(now) : strand.tries;
        strand.tries = tries;
        var deadline = deadline(spec, tries);
        if (deadline != null && !deadline.isAfter(now)) {
            settle(strand, spec, missed(strand, spec, tries, null));
            return null;
        }
        var due = tries.due();
        if (due == null || !due.isAfter(now)) return tries;
        strand.waiting = waiting(strand, spec);
        steps.waitUntil(strand, due, false); // it was written when that became known
        return null;
    }

    /** What is saved of the wait for the next attempt. */
    static @Nullable Waiting waiting(Strand strand, AwaitSpec<?> spec) {
        if (strand.stack.isEmpty()) return null;
        return spec.source() instanceof Source.Poll<?> poll && poll.job() instanceof Record
                ? new Waiting.Poll(poll.job(), spec)
                : null;
    }

    /** When the await is given up, or null. */
    static @Nullable Instant deadline(AwaitSpec<?> spec, Tries tries) {
        var limit = spec.deadline();
        return limit == null ? null : Core.after(tries.first(), limit);
    }

    private static DeadlineExceeded missed(
            Strand strand, AwaitSpec<?> spec, Tries tries, @Nullable Throwable lastFailure) {
        var last = tries.error() == null ? "" : "; the last failure was: " + tries.error();
        var missed = new DeadlineExceeded(
                strand.where() + " took longer than its deadline of " + spec.deadline() + ", after " + tries.attempts()
                        + " failed attempts" + last,
                lastFailure);
        return Traces.placed(missed, strand.nearest());
    }

    /** Makes an attempt, through its policies. */
    void attempt(Strand strand, AwaitSpec<?> spec, Tries tries, Call<?, ?> call, Attempt.Ending ending) {
        var deadline = deadline(spec, tries);
        boolean bare =
                spec.timeout() == null && deadline == null && !spec.options().guarded();
        var where = bare ? "" : strand.where();
        core.options.policies.check(spec.options());
        int number = tries.attempts() + 1;
        var made = surrounded(strand, number, call);
        start(strand, number, () -> invoke(spec, made, where, deadline), ending);
    }

    /** The call with what stands round it. */
    @SuppressWarnings("NullAway") // a call may yield null
    private Call<?, ?> surrounded(Strand strand, int number, Call<?, ?> call) {
        var around = core.options.around;
        if (around == null) return call;
        var run = strand.run.id;
        var label = strand.label();
        return () -> around.call(run, label, number, call);
    }

    private @Nullable Object invoke(AwaitSpec<?> spec, Call<?, ?> call, String where, @Nullable Instant deadline)
            throws Throwable {
        var left = Retries.left(deadline, core.store.now());
        return core.attempts.run(call, where, spec.timeout(), left, spec.options());
    }

    /** An attempt has failed: the policy decides whether another follows. */
    void failed(Strand strand, AwaitSpec<?> spec, Tries tries, Throwable failure, @Nullable JobFailed wrapped) {
        if (cancelled(strand)) return;
        int attempts = tries.attempts() + 1;
        var now = core.store.now();
        var deadline = deadline(spec, tries);
        if (deadline != null && !deadline.isAfter(now)) {
            settle(strand, spec, missed(strand, spec, tries.failed(failure, null), failure));
            return;
        }
        var delay = core.retries.after(spec.retry(), attempts, failure);
        if (delay == null) {
            settle(strand, spec, wrapped == null ? failure : wrapped);
            return;
        }
        var due = Core.after(now, delay);
        if (deadline != null) due = Core.earlier(due, deadline);
        LOG.info(
                "attempt {} of {} failed with {}, the next is due at {}",
                attempts,
                strand.where(),
                failure.getClass(),
                due);
        LOG.debug("the failure", failure);
        core.listener.retry(strand.run.id, strand.label(), attempts, failure, due);
        strand.waiting = waiting(strand, spec);
        steps.attempt(strand, tries.failed(failure, due), due);
    }

    /** No attempt is left, or no time. */
    void settle(Strand strand, AwaitSpec<?> spec, Throwable failure) {
        if (spec.source() instanceof Source.Token<?> && !mover.callbacks().areVoid(strand, failure)) return;
        steps.outcome(strand, Retries.settle(spec.fallback(), failure));
    }

    /** Something is looked for that may not be there yet: as an attempt, but without attempts to be counted. */
    void deadlined(
            Strand strand, AwaitSpec<?> spec, Tries tries, Attempt.Invocation invocation, Attempt.Ending ending) {
        if (begin(strand, spec) != null) start(strand, tries.attempts() + 1, invocation, ending);
    }

    /** Something that completes by itself is reached, or due again. */
    void stage(Strand strand, AwaitSpec<?> spec, Call<? extends CompletionStage<?>, ?> supplier) {
        var tries = begin(strand, spec);
        if (tries == null) return;
        Attempt.Ending ending = (value, failure) -> {
            if (failure != null) failed(strand, spec, tries, mapped(strand, failure), null);
            else succeeded(strand, value);
        };
        int number = tries.attempts() + 1;
        start(strand, number, surrounded(strand, number, supplier)::call, (made, failure) -> {
            if (failure != null) ending.ended(null, failure);
            else if (made instanceof CompletionStage<?> stage) await(strand, spec, tries, stage, ending);
            else ending.ended(null, new NullPointerException("the stage of " + strand.where() + " is null"));
        });
    }

    private void await(Strand strand, AwaitSpec<?> spec, Tries tries, CompletionStage<?> stage, Attempt.Ending ending) {
        var left = Retries.left(deadline(spec, tries), core.store.now());
        begin(new StageAttempt(mover, core.scheduler, strand, stage, spec.timeout(), left, ending));
    }

    /** A callback token is handed over. */
    @SuppressWarnings("NullAway") // a call without a result yields null
    void hand(Strand strand, AwaitSpec<?> spec, Tries tries, Action<?> hand, Runnable then) {
        Call<?, ?> call = () -> {
            hand.run();
            return null;
        };
        attempt(strand, spec, tries, call, (value, failure) -> {
            if (failure != null) failed(strand, spec, tries, mapped(strand, failure), null);
            else if (!cancelled(strand)) then.run();
        });
    }

    /** Whether the await ends with a cancellation that waited for the call. */
    boolean cancelled(Strand strand) {
        var cancel = strand.takeCancel();
        if (cancel != null) steps.outcome(strand, Outcome.failed(cancel));
        return cancel != null;
    }
}
