package dev.perdure.engine;

import dev.perdure.AttemptTimedOut;
import dev.perdure.CancelledException;
import dev.perdure.DeadlineExceeded;
import dev.perdure.LayoutMismatch;
import dev.perdure.LimitExceeded;
import dev.perdure.NotDurable;
import dev.perdure.PerdureException;
import dev.perdure.UnsaveableValue;
import dev.perdure.codec.Json;
import dev.perdure.codec.JsonWriter;
import dev.perdure.engine.checkpoint.Pending;
import dev.perdure.engine.checkpoint.Saved.SavedGroup;
import dev.perdure.engine.checkpoint.Saved.SavedStrand;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.method.Traces;
import dev.perdure.engine.policy.Retries;
import dev.perdure.machine.FrameCall;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Group;
import dev.perdure.spi.Source;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Awaits of several things at once: begins branches, gathers what comes of them, cancels those that are no longer needed. */
final class Groups {
    private final Core core;
    private final Steps steps;
    private final Mover mover;
    private final Cancelling cancelling;

    Groups(Core core, Steps steps, Mover mover) {
        this.core = core;
        this.steps = steps;
        this.mover = mover;
        this.cancelling = new Cancelling(steps, this);
    }

    Cancelling cancelling() {
        return cancelling;
    }

    /** A branch that stands alone, or under policies of its own, is a group of one. */
    <T extends @Nullable Object> void alone(Strand strand, AwaitSpec<T> spec) {
        var body = AwaitSpec.of(spec.source());
        var group = new Group<T>(Group.Shape.ONE, 1, index -> body, 1, 0, 1);
        reach(strand, spec.with(group), group, true);
    }

    /** A group is reached. */
    void reach(Strand strand, AwaitSpec<?> spec, Group<?> group) {
        reach(strand, spec, group, false);
    }

    private void reach(Strand strand, AwaitSpec<?> spec, Group<?> group, boolean alone) {
        if (!strand.saveable())
            throw new UnsaveableValue(
                    "a local that is live at " + strand.where()
                            + " cannot be saved, and the branches go on side by side"
                            + " for as long as it takes; do not use it behind them",
                    null);
        var branches = new Branches(strand, spec, group);
        branches.alone = alone;
        strand.state = Strand.State.GROUPED;
        strand.group = branches;
        var limit = limit(spec);
        if (limit != null) {
            if (strand.tries == null) strand.tries = Tries.none(core.store.now());
            strand.due = Core.after(strand.tries.first(), limit);
            strand.run.alarms.add(strand);
        }
        var saved = strand.savedGroup;
        strand.savedGroup = null;
        if (saved != null) restore(branches, saved);
        else if (limit != null) mark(branches);
        proceed(branches);
    }

    private static @Nullable Duration limit(AwaitSpec<?> spec) {
        return spec.deadline() != null ? spec.deadline() : spec.timeout();
    }

    private static void mark(Branches branches) {
        branches.strand.run.changed.add(branches);
    }

    private void restore(Branches branches, SavedGroup saved) {
        branches.based = true;
        if (saved.size() != branches.group.size())
            throw new LayoutMismatch(branches.strand.where() + " has " + branches.group.size()
                    + " branches now, and had " + saved.size()
                    + " when it was begun; what makes the branches must give the"
                    + " same ones each time");
        saved.ended().forEach((index, end) -> {
            boolean dropped = end.get("x") != null;
            var outcome = dropped ? null : core.restorer.ended(end, branches.type(index));
            branches.end(index, outcome, dropped ? Branches.DROPPED : text(end));
            if (!dropped) branches.undos.put(index, core.restorer.undosOf(end));
        });
        // First of all: what a branch that is no longer needed comes to decides nothing.
        branches.decided = branches.verdict();
        if (branches.decided == null) decideAgain(branches);
        branches.proceeding = true;
        saved.open().forEach((index, branch) -> restore(branches, index, branch));
        branches.proceeding = false;
    }

    /** What had been decided from outside when the process died: branches that have heard of it already must not decide anew. */
    private void decideAgain(Branches branches) {
        var strand = branches.strand;
        var reason = strand.parent == null ? core.mail.calledOff(strand) : noLongerNeeded(strand);
        if (reason != null) {
            strand.cancelling = true;
            branches.cancelled = true;
            branches.decided = Outcome.failed(reason);
        } else if (strand.due != null && !strand.due.isAfter(core.store.now())) {
            branches.decided = tooLate(branches);
        }
    }

    private static @Nullable CancelledException noLongerNeeded(Strand branch) {
        var of = branch.parent == null ? null : branch.parent.group;
        if (of == null || of.decided == null || branch.cancelling || branch.unwinding()) return null;
        return new CancelledException("branch " + branch.label() + " is no longer needed");
    }

    private void restore(Branches branches, int index, SavedStrand saved) {
        var branch = new Strand(branches.strand.run, branches.strand, index);
        branches.open.put(index, branch);
        branch.restored = saved.text();
        var spec = describe(branches, index);
        if (saved.frames().isEmpty() && isLowered(spec)) {
            branch.tries = core.runs.tries(branch, saved.tries());
            begin(branch, spec);
            return;
        }
        branch.spec = spec;
        core.runs.revive(branch, core.restorer.strand(saved, branches.type(index)));
    }

    /** Goes on with a group: begins branches while there is room, or ends it. */
    void proceed(Branches branches) {
        if (branches.proceeding) return;
        branches.proceeding = true;
        while (branches.decided == null) {
            branches.decided = branches.verdict();
            if (branches.decided != null) break;
            int next = branches.takeNext();
            if (next < 0) break;
            begin(branches, next);
        }
        branches.proceeding = false;
        if (branches.decided != null) close(branches);
    }

    private void begin(Branches branches, int index) {
        var branch = new Strand(branches.strand.run, branches.strand, index);
        branches.open.put(index, branch);
        AwaitSpec<?> spec;
        try {
            spec = describe(branches, index);
        } catch (RuntimeException ofUser) {
            ended(branch, Outcome.failed(core.traces.mapped(ofUser)));
            return;
        }
        begin(branch, spec);
    }

    /** Whether a branch is code of its own, rather than a single await. */
    private static boolean isLowered(AwaitSpec<?> spec) {
        return spec.source() instanceof Source.Body<?> && spec.plain();
    }

    private void begin(Strand branch, AwaitSpec<?> spec) {
        if (spec.source() instanceof Source.Body<?> body && isLowered(spec)) {
            if (!(body.body() instanceof FrameCall<?, ?> lowered)) throw notLowered(branch);
            mover.push(branch, lowered.frame());
            mover.move(branch);
        } else {
            mover.reach(branch, spec);
        }
    }

    private static AwaitSpec<?> describe(Branches branches, int index) {
        return branches.group.branch().apply(index);
    }

    private static NotDurable notLowered(Strand branch) {
        return new NotDurable("the body of " + branch.where()
                + " was not made by the Perdure processor; write branch(() -> …) in the durable method itself");
    }

    /** A branch has ended. */
    void ended(Strand branch, Outcome outcome) {
        var strand = branch.parent;
        var branches = strand == null ? null : strand.group;
        if (strand == null || branches == null) return;
        branch.state = Strand.State.ENDED;
        strand.run.dirty.remove(branch);
        strand.run.alarms.remove(branch);
        branches.open.remove(branch.index);
        if (branches.decided == null) {
            record(branches, branch, outcome);
        } else {
            if (outcome.failure() == null) branches.undos.put(branch.index, List.copyOf(branch.undos));
            note(branches, branch.index, null, Branches.DROPPED);
        }
        proceed(branches);
    }

    private void record(Branches branches, Strand branch, Outcome outcome) {
        var type = branches.type(branch.index);
        var undos = outcome.failure() == null ? List.copyOf(branch.undos) : List.<Pending>of();
        var taken = outcome;
        byte[] image;
        try {
            image = core.checkpoints.ended(type, outcome, undos);
            Limits.check(
                    "the outcome of " + branch.where(), image.length, core.limits.valueBytes(), "a reference to it");
        } catch (UnsaveableValue | LimitExceeded refused) {
            taken = Outcome.failed(Traces.placed(refused, branch.nearest()));
            image = core.checkpoints.ended(type, taken, undos);
        }
        branches.undos.put(branch.index, undos);
        note(branches, branch.index, taken, image);
        var run = branch.run;
        var label = branch.label();
        var failure = taken.failure();
        run.then.add(() -> core.listener.awaited(run.id, label, failure));
    }

    private static void note(Branches branches, int index, @Nullable Outcome outcome, byte[] image) {
        branches.end(index, outcome, image);
        branches.news.put(index, image);
        mark(branches);
    }

    /** The group has come to something: what is still under way is no longer needed. */
    void close(Branches branches) {
        branches.proceeding = true;
        for (Strand branch : List.copyOf(branches.open.values()))
            if (!branch.cancelling)
                cancelling.cancel(branch, new CancelledException("branch " + branch.label() + " is no longer needed"));
        branches.proceeding = false;
        if (branches.open.isEmpty()) finish(branches);
    }

    private void finish(Branches branches) {
        var strand = branches.strand;
        var outcome = branches.decided;
        if (outcome == null || strand.group != branches) return;
        strand.group = null;
        strand.run.changed.remove(branches);
        strand.run.alarms.remove(strand);
        branches.undos.values().forEach(undos -> undos.forEach(undo -> strand.undos.add(undo.at(strand.stack.size()))));
        strand.gathered = true;
        var settled = outcome.failure() == null || branches.cancelled
                ? outcome
                : Retries.settle(branches.spec.fallback(), outcome.failure());
        steps.outcome(strand, settled);
    }

    /** The deadline of a group has come. */
    void late(Strand strand) {
        var branches = strand.group;
        if (branches == null || branches.decided != null) return;
        branches.decided = tooLate(branches);
        close(branches);
    }

    private static Outcome tooLate(Branches branches) {
        var strand = branches.strand;
        var spec = branches.spec;
        var text = strand.where() + " took longer than " + limit(spec) + "; " + branches.ended.size() + " of its "
                + branches.group.size() + " branches had ended";
        PerdureException late = spec.deadline() != null ? new DeadlineExceeded(text, null) : new AttemptTimedOut(text);
        return Outcome.failed(Traces.placed(late, strand.nearest()));
    }

    private static byte[] text(Json json) {
        var out = new JsonWriter();
        json.write(out);
        return out.toBytes();
    }
}
