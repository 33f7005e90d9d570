package dev.perdure.engine;

import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.checkpoint.Waiting;
import dev.perdure.machine.Outcome;
import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of strands: outcomes, waits, ends. Within a turn they are only noted; when the turn is over all that is new of the
 * run is written in one step, and the next step is whatever came while that one was being written.
 */
final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
    private static final Frames SAME = new Frames.Same();

    private final Core core;
    private final Ledger ledger;
    private final Writing writing;
    private final Endings endings;

    Steps(Core core, Ledger ledger) {
        this.core = core;
        this.ledger = ledger;
        this.writing = new Writing(core);
        this.endings = new Endings(core, this);
    }

    /** The current await has an outcome: recorded with the frame that takes it, then delivered. */
    void outcome(Strand strand, Outcome outcome) {
        strand.tries = null;
        strand.waiting = null;
        strand.dropSecret();
        strand.endVoiding();
        strand.givenUp = null;
        strand.run.alarms.remove(strand);
        strand.due = null;
        if (strand.stack.isEmpty()) {
            core.mover.groups().ended(strand, outcome);
            return;
        }
        strand.visits++;
        if (strand.isMain() && !strand.unwinding()) core.mail.consumeCancellations(strand.run);
        if (strand.atTail()) {
            core.mover.deliver(strand, outcome);
            return;
        }
        strand.recorded = outcome;
        strand.state = Strand.State.RECORDED;
        strand.run.dirty.add(strand);
    }

    /** Waits until a moment, or for whatever the strand's wait says; what is new of it is written before the run leaves memory. */
    void waitUntil(Strand strand, @Nullable Instant due, boolean news) {
        strand.state = Strand.State.WAITING;
        strand.run.alarms.remove(strand);
        strand.due = due;
        if (due != null) strand.run.alarms.add(strand);
        if (news) strand.run.dirty.add(strand);
    }

    /** Ends a wait before its time. */
    void wake(Strand strand) {
        strand.run.alarms.remove(strand);
        strand.due = null;
        core.mover.again(strand);
    }

    /** An attempt has failed and another follows: durable before that begins. */
    void attempt(Strand strand, Tries tries, Instant due) {
        strand.tries = tries;
        waitUntil(strand, due, true);
    }

    /** Nothing new has happened but that time passes until the next attempt or poll. */
    void pause(Strand strand, Tries tries, Instant due, @Nullable Waiting waiting) {
        strand.tries = tries;
        strand.waiting = waiting;
        waitUntil(strand, due, isLong(due));
    }

    private boolean isLong(Instant due) {
        return Duration.between(core.store.now(), due).compareTo(core.options.parkThreshold) >= 0;
    }

    /** The run's method has ended. */
    void end(LiveRun run, Outcome outcome) {
        run.main.state = Strand.State.ENDED;
        run.ended = outcome;
    }

    /** A turn is over: writes what is new, or lets the run rest. */
    void settle(LiveRun run) {
        if (run.stopped() || run.leaving || run.writing) return;
        wakeDue(run);
        if (run.ended != null && endings.isWritten(run)) return;
        if (core.closing && run.calling == 0) {
            leave(run, new Next.Yield(), () -> {});
        } else if (!rest(run)) {
            if (!run.dirty.isEmpty() || !run.changed.isEmpty() || !run.consumed.isEmpty() || run.progress.isDue())
                move(run);
            else arm(run);
        }
    }

    private void wakeDue(LiveRun run) {
        if (run.alarms.isEmpty()) return;
        var now = core.store.now();
        for (var next = run.alarms.peek(); next != null; next = run.alarms.peek()) {
            var due = next.due;
            if (due == null || due.isAfter(now) || run.dirty.contains(next)) return;
            run.alarms.remove();
            next.due = null;
            if (next.state == Strand.State.GROUPED) core.mover.groups().late(next);
            else core.mover.again(next);
        }
    }

    private void arm(LiveRun run) {
        var next = run.alarms.peek();
        if (next == null || next.due == null) return;
        var delay = Duration.between(core.store.now(), next.due);
        run.arm(core.scheduler.schedule(
                delay.isNegative() ? Duration.ZERO : delay,
                () -> core.scheduler.execute(() -> core.mover.turn(run.main, () -> {}))));
    }

    /** Leaves memory if nothing will happen for long; false if not. */
    private boolean rest(LiveRun run) {
        if (run.calling > 0) return false;
        var rest = new Rest();
        rest.look(run.main);
        var due = rest.due;
        if (!rest.resting || (due != null && !isLong(due))) return false;
        var label = run.main.label();
        leave(run, new Next.Park(due == null ? null : Core.earlier(due, Core.FAR), rest.signals(), run.seen), () -> {
            core.listener.parked(run.id, label, due);
            if (due != null) core.claimer.due(due);
        });
        return true;
    }

    private void move(LiveRun run) {
        var recorded = new ArrayList<Strand>(1);
        for (Strand strand : run.dirty) if (strand.recorded != null) recorded.add(strand);
        var frames = writing.frames(run);
        for (Strand strand : recorded) tell(strand);
        write(run, frames, new Next.Move(), () -> written(run, recorded));
    }

    /** The outcome will be told of when it is durable. */
    private void tell(Strand strand) {
        var run = strand.run;
        var outcome = strand.recorded;
        if (outcome == null) return;
        var label = strand.label();
        run.then.add(() -> core.listener.awaited(run.id, label, outcome.failure()));
    }

    private void written(LiveRun run, List<Strand> recorded) {
        core.scheduler.execute(() -> core.mover.turn(run.main, () -> {
            if (core.options.reload && isWrittenWhole(run)) {
                run.leaving = true;
                core.runs.reload(run);
                return;
            }
            run.writing = false;
            for (Strand strand : recorded) {
                var outcome = strand.recorded;
                if (outcome == null || strand.state != Strand.State.RECORDED) continue;
                strand.recorded = null;
                core.mover.deliver(strand, outcome);
            }
        }));
    }

    /** Whether the store knows all of a run: nothing has come while the last step was being written. */
    private static boolean isWrittenWhole(LiveRun run) {
        return run.calling == 0
                && run.ended == null
                && run.dirty.isEmpty()
                && run.changed.isEmpty()
                && run.consumed.isEmpty();
    }

    /** Writes a step with all that is noted beside the frames, then goes on. */
    void write(LiveRun run, Frames frames, Next next, Runnable then) {
        run.writing = true;
        var step = new Change.Step(run.id, run.lease, frames, run.consumed, next, run.starts, run.sends);
        var after = run.then;
        run.consumed = new ArrayList<>(0);
        run.starts = new ArrayList<>(0);
        run.sends = new ArrayList<>(0);
        run.then = new ArrayList<>(1);
        ledger.write(run, step, () -> {
            for (Runnable event : after) event.run();
            then.run();
        });
    }

    /** The store has not taken a step because of something that it knows and the run does not. */
    void refused(LiveRun run, Change.Step step) {
        if (!(step.next() instanceof Next.End)) {
            stick(
                    run,
                    "a child of " + run.main.where() + " has the id of another run: "
                            + step.starts().stream().map(Change.Start::run).toList() + "; give it another one");
            return;
        }
        run.consumed.addAll(step.consumed());
        run.sends.addAll(step.sends());
        run.leaving = false;
        run.writing = false;
        core.mail.fetch(run);
    }

    /** Writes what there is to write, and takes the run out of memory. */
    private void leave(LiveRun run, Next next, Runnable then) {
        var recorded = List.copyOf(run.dirty);
        var frames = writing.frames(run);
        for (Strand strand : recorded) tell(strand);
        run.leaving = true;
        run.arm(null);
        write(run, frames, next, () -> {
            core.runs.forget(run);
            then.run();
        });
    }

    /** Gives a run that was stopped back to the store, to be claimed by whoever comes. */
    void giveBack(LiveRun run) {
        var step = new Change.Step(run.id, run.lease, SAME, List.of(), new Next.Yield());
        ledger.write(run, step, () -> core.runs.forget(run));
    }

    /** The run is no longer ours. */
    void fenced(LiveRun run) {
        ledger.fenced(run);
    }

    /** The run cannot go on. */
    void stick(LiveRun run, String problem) {
        LOG.error("run {} is stuck: {}", run.id, problem);
        run.leaving = true;
        var step = new Change.Step(run.id, run.lease, SAME, List.of(), new Next.Stick(problem));
        ledger.write(run, step, () -> {
            core.runs.forget(run);
            core.listener.stuck(run.id, problem);
        });
    }
}
