package dev.perdure.engine;

import dev.perdure.LimitExceeded;
import dev.perdure.UnsaveableValue;
import dev.perdure.engine.checkpoint.Side;
import dev.perdure.engine.checkpoint.Snapshot;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.checkpoint.Waiting;
import dev.perdure.engine.method.Traces;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is written of runs, and what follows when it is durable. Every method ends the worker's turn. */
final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
    private static final Frames SAME = new Frames.Same();

    private final Core core;
    private final Ledger ledger;

    Steps(Core core, Ledger ledger) {
        this.core = core;
        this.ledger = ledger;
    }

    /** The current await has an outcome: recorded with the frame that takes it, then delivered. */
    void outcome(LiveRun run, Outcome outcome, List<Long> consumed) {
        run.tries = null;
        run.visits++;
        if (run.atTail()) {
            run.top().deliver(outcome);
            core.mover.move(run);
            return;
        }
        var recorded = outcome;
        Frames frames;
        try {
            frames = frames(run, Side.RESUME, recorded, null, null);
        } catch (UnsaveableValue | LimitExceeded refused) {
            // The call has had its effect: its method hears that the value is lost, rather than the call being made
            // again.
            if (outcome.value() == null) throw refused;
            recorded = Outcome.failed(Traces.placed(refused, run.top()));
            frames = frames(run, Side.RESUME, recorded, null, null);
        }
        var taken = recorded;
        var label = run.label();
        boolean leaving = core.closing;
        ledger.write(run, frames, consumed, leaving ? new Next.Yield() : new Next.Move(), () -> {
            core.listener.awaited(run.id, label, taken.failure());
            if (leaving) core.runs.forget(run);
            else if (core.options.reload) core.runs.reload(run);
            else core.mover.deliver(run, taken);
        });
    }

    /** An attempt has failed and another follows: recorded, in memory or parked until it is due. */
    void attempt(LiveRun run, AwaitSpec<?> spec, Tries tries, Instant due, Runnable again) {
        var frames = before(run, spec, tries);
        if (frames != null && isLong(due)) {
            parked(run, frames, due, null);
        } else if (core.closing) {
            leave(run, frames == null ? triesOnly(run, tries) : frames);
        } else {
            ledger.write(run, frames == null ? triesOnly(run, tries) : frames, List.of(), new Next.Move(), () -> {
                if (core.options.reload) core.runs.reload(run);
                else inMemory(run, due, again);
            });
        }
    }

    /** Nothing new has happened, and the next attempt or poll is due later. */
    void waitFor(LiveRun run, AwaitSpec<?> spec, Tries tries, Instant due, Runnable again) {
        var frames = isLong(due) ? before(run, spec, tries) : null;
        if (frames != null) parked(run, frames, due, null);
        else if (core.closing) leave(run, SAME);
        else inMemory(run, due, again);
    }

    private boolean isLong(Instant due) {
        return Duration.between(core.store.now(), due).compareTo(core.options.parkThreshold) >= 0;
    }

    private void inMemory(LiveRun run, Instant due, Runnable again) {
        var delay = Duration.between(core.store.now(), due);
        if (delay.isNegative() || delay.isZero()) again.run();
        else run.sleep(core.scheduler, delay, again);
    }

    /** The checkpoint of an await without an outcome; null if the locals there cannot be saved. */
    private @Nullable Frames before(LiveRun run, AwaitSpec<?> spec, Tries tries) {
        if (spec.source() instanceof Source.Poll<?> poll && poll.job() instanceof Record)
            return frames(run, Side.RESUME, null, tries, new Waiting.Poll(poll.job(), spec));
        var top = run.top();
        if (top.layout().point(top.point()).issueSlots() == null) return null;
        return frames(run, Side.ISSUE, null, tries, null);
    }

    private Frames triesOnly(LiveRun run, Tries tries) {
        return new Frames.Part(Sums.seal(run.id, core.checkpoints.tries(++run.parts, tries)));
    }

    /** Leaves memory until something comes; with nothing to write if the wait is saved already. */
    void park(LiveRun run, @Nullable Waiting waiting, @Nullable Instant due, @Nullable String signal) {
        parked(run, waiting == null ? SAME : frames(run, Side.RESUME, null, null, waiting), due, signal);
    }

    private void parked(LiveRun run, Frames frames, @Nullable Instant due, @Nullable String signal) {
        var label = run.label();
        ledger.write(run, frames, List.of(), new Next.Park(due, signal), () -> {
            core.runs.forget(run);
            core.listener.parked(run.id, label, due);
            if (due != null) core.claimer.due(due);
        });
    }

    /** Gives the run back to the store, to be claimed by whoever comes. */
    void leave(LiveRun run) {
        leave(run, SAME);
    }

    private void leave(LiveRun run, Frames frames) {
        ledger.write(run, frames, List.of(), new Next.Yield(), () -> core.runs.forget(run));
    }

    /** The run cannot go on. */
    void stick(LiveRun run, String problem) {
        LOG.error("run {} is stuck: {}", run.id, problem);
        ledger.write(run, SAME, List.of(), new Next.Stick(problem), () -> {
            core.runs.forget(run);
            core.listener.stuck(run.id, problem);
        });
    }

    /** The run has ended. */
    void end(LiveRun run, Outcome outcome) {
        var recorded = outcome;
        Payload payload;
        try {
            payload = result(run, recorded);
        } catch (UnsaveableValue | LimitExceeded refused) {
            recorded = Outcome.failed(refused);
            payload = result(run, recorded);
        }
        var failure = recorded.failure();
        var sealed = payload;
        ledger.write(run, SAME, List.of(), new Next.End(failure != null, sealed), () -> {
            var ending = new Observers.Ending(run.method, failure != null, sealed);
            core.observers.ended(run.id, ending);
            core.runs.forget(run);
            core.observers.ended(run.id, ending); // for whoever came while the run still seemed to move
            core.listener.ended(run.id, run.method, failure);
        });
    }

    private Payload result(LiveRun run, Outcome outcome) {
        var bytes = core.checkpoints.result(run.layout().returnType(), outcome);
        if (outcome.failure() == null)
            check("the result of run \"" + run.id + "\"", bytes.length, core.limits.valueBytes(), "a reference to it");
        return Sums.seal(run.id, bytes);
    }

    private Frames frames(
            LiveRun run, Side side, @Nullable Outcome outcome, @Nullable Tries tries, @Nullable Waiting waiting) {
        var snapshot = new Snapshot(run.stack, side, run.visits, core.store.now(), outcome, tries, waiting);
        var memory = run.memory;
        run.memory = null; // whatever goes wrong on the way: then the next one is written whole
        if (memory != null) {
            var part = core.checkpoints.part(snapshot, memory, run.parts + 1);
            if (part != null) {
                run.parts++;
                run.memory = memory;
                return new Frames.Part(Sums.seal(run.id, part));
            }
        }
        var bytes = core.checkpoints.whole(snapshot);
        int limit = core.limits.checkpointBytes();
        if (bytes.length > limit) // its message costs more than a small checkpoint
        check("the checkpoint at " + run.where(), bytes.length, limit, "references to large values");
        run.parts = 0;
        run.memory = core.checkpoints.remember(snapshot, bytes.length);
        return new Frames.Whole(Sums.seal(run.id, bytes));
    }

    static void check(String what, int bytes, int limit, String instead) {
        if (bytes > limit)
            throw new LimitExceeded(what + " takes " + bytes + " bytes; the limit is " + limit + "; keep " + instead
                    + " instead, or raise the limit with Limits");
    }
}
