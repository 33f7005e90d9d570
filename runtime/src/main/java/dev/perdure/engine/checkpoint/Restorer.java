package dev.perdure.engine.checkpoint;

import dev.perdure.DataCorrupted;
import dev.perdure.LayoutMismatch;
import dev.perdure.codec.Json;
import dev.perdure.engine.checkpoint.Saved.SavedFrame;
import dev.perdure.engine.checkpoint.Saved.SavedStrand;
import dev.perdure.engine.checkpoint.Saved.SavedUndo;
import dev.perdure.engine.method.Registry;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Outcome;
import dev.perdure.machine.Slot;
import dev.perdure.machine.Widening;
import dev.perdure.store.Payload;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** Brings runs back from their checkpoints, or says why the code at hand cannot. Safe for use by many threads. */
public final class Restorer {
    private final Checkpoints checkpoints;
    private final Registry registry;

    /** Restores what these wrote, with methods of this registry. */
    public Restorer(Checkpoints checkpoints, Registry registry) {
        this.checkpoints = checkpoints;
        this.registry = registry;
    }

    /**
     * Brings a run back.
     *
     * @throws DataCorrupted if the checkpoint is damaged
     * @throws LayoutMismatch if the code at hand does not fit it
     * @throws dev.perdure.NotRegistered if an instance is missing
     * @throws dev.perdure.ExceptionNotRebuilt if a recorded exception cannot be made
     */
    public Restored restore(String run, List<Payload> payloads) {
        return strand(Saved.read(run, payloads).main(), void.class);
    }

    /**
     * Brings a strand back.
     *
     * @param single the type of what a branch of a single await waits for; the others know theirs
     */
    public Restored strand(SavedStrand saved, Type single) {
        var layouts = new ArrayList<Layout>();
        for (SavedFrame frame : saved.frames()) layouts.add(registry.layout(frame.method()));
        var slots = new SavedSlots(saved.frames(), layouts, checkpoints.values());
        var stack = new ArrayList<Frame>();
        for (int depth = 0; depth < layouts.size(); depth++)
            stack.add(frame(saved.frames().get(depth), layouts.get(depth), slots.of(depth)));
        var type = single;
        if (!stack.isEmpty()) {
            var top = stack.get(stack.size() - 1);
            type = top.layout().point(top.point()).resultType();
        }
        var outcome = saved.outcome();
        var waiting = saved.waiting();
        return new Restored(
                stack,
                saved,
                outcome == null ? null : delivered(outcome, saved, stack, type, slots),
                waiting == null ? null : new WaitingFormat(checkpoints.values()).read(waiting, type),
                undos(saved.undos()));
    }

    private List<Pending> undos(List<SavedUndo> saved) {
        var undos = new ArrayList<Pending>();
        for (SavedUndo undo : saved) {
            var layout = registry.layout(undo.frame().method());
            var slots = new SavedSlots(List.of(undo.frame()), List.of(layout), checkpoints.values());
            undos.add(new Pending(undo.depth(), frame(undo.frame(), layout, slots.of(0))));
        }
        return undos;
    }

    /** What came of a branch. */
    public Outcome ended(Json.Obj ended, Type type) {
        return outcome(ended, type, new SavedSlots(List.of(), List.of(), checkpoints.values()));
    }

    /** The undos that a branch which has ended hands on. */
    public List<Pending> undosOf(Json.Obj ended) {
        return undos(Saved.undos(ended.get("undo")));
    }

    private Frame frame(SavedFrame saved, Layout layout, SavedSlots.OfFrame slots) {
        var index = layout.pointOf(saved.label());
        if (index == null)
            throw new LayoutMismatch(layout.method() + " has no await labelled \"" + saved.label()
                    + "\" any more, but a run stands there;" + " give the await that name with named(\"" + saved.label()
                    + "\")");
        if (saved.side() == Side.ISSUE && layout.point(index).issueSlots() == null)
            throw new LayoutMismatch(layout.method() + " can no longer be saved before await \"" + saved.label()
                    + "\", but a run stands" + " there");
        var outline = checkpoints.outlines().of(layout, index, saved.side());
        boolean same = saved.fingerprint().equals(outline.fingerprint())
                && saved.slots().size() == outline.live().length;
        var types = same ? null : new SavedTypes(saved);
        var frame = layout.newFrame();
        for (int live : outline.live()) {
            var slot = layout.slots().get(live);
            need(saved, layout, slot);
            var type = types == null ? slot.type() : types.of(slot.name(), slot.type());
            if (type == null) throw other("variable " + slot.name(), saved, layout, slot.type());
            frame.load(live, slots, type);
        }
        if (saved.side() == Side.ISSUE) frame.restoreBefore(index);
        else frame.restoreAt(index);
        return registry.bound(frame);
    }

    private static void need(SavedFrame saved, Layout layout, Slot slot) {
        if (!saved.slots().containsKey(slot.name()))
            throw new LayoutMismatch("await \"" + saved.label() + "\" of " + layout.method() + " needs variable "
                    + slot.name() + ", which" + " the checkpoint does not have; it has "
                    + saved.slots().keySet());
    }

    private static LayoutMismatch other(String what, SavedFrame saved, Layout layout, Type now) {
        return new LayoutMismatch(what + " at await \"" + saved.label() + "\" of " + layout.method()
                + " was saved with another type than " + now.getTypeName() + ", and with none that widens to it");
    }

    /** The outcome that the top frame is about to take. */
    private Outcome delivered(Json.Obj outcome, SavedStrand saved, List<Frame> stack, Type type, SavedSlots slots) {
        if (stack.isEmpty() || outcome.get("err") != null || type == void.class) return outcome(outcome, type, slots);
        var as = new SavedTypes(saved.top()).ofOutcome(type);
        if (as == null)
            throw other("the outcome", saved.top(), stack.get(stack.size() - 1).layout(), type);
        return Outcome.of(Widening.widened(outcome(outcome, as, slots).value(), type));
    }

    private Outcome outcome(Json.Obj outcome, Type type, SavedSlots slots) {
        var failure = outcome.get("err");
        if (failure != null) {
            var made = checkpoints.values().decode(Throwable.class, failure);
            if (made == null) throw failure.mismatch("an exception");
            return Outcome.failed((Throwable) made);
        }
        return Outcome.of(slots.value(Members.need(outcome, "ok"), type));
    }
}
