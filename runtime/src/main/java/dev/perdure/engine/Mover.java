package dev.perdure.engine;

import dev.perdure.InvalidArgument;
import dev.perdure.PerdureException;
import dev.perdure.RunStatus.Progress;
import dev.perdure.engine.checkpoint.Pending;
import dev.perdure.engine.method.Unwinding;
import dev.perdure.machine.Frame;
import dev.perdure.machine.FrameUndo;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Group;
import dev.perdure.spi.Scope;
import dev.perdure.spi.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves runs: steps their frames from await to await, in turns, and hands what is awaited to those who carry it out. */
final class Mover {
    private static final Logger LOG = LoggerFactory.getLogger(Mover.class);

    private final Core core;
    private final Steps steps;
    private final Calls calls;
    private final Polls polls;
    private final Waits waits;
    private final Groups groups;
    private final Children children;
    private final Callbacks callbacks;
    private final Voiding voiding;
    private final Transactions transactions;

    Mover(Core core, Steps steps) {
        this.core = core;
        this.steps = steps;
        this.calls = new Calls(core, steps, this);
        this.polls = new Polls(core, steps, calls);
        this.waits = new Waits(core, steps, this);
        this.groups = new Groups(core, steps, this);
        this.children = new Children(core, steps, this);
        this.callbacks = new Callbacks(core, steps, this);
        this.voiding = new Voiding(core, steps, this);
        this.transactions = new Transactions(core, steps, this);
    }

    Waits waits() {
        return waits;
    }

    Groups groups() {
        return groups;
    }

    Calls calls() {
        return calls;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    Children children() {
        return children;
    }

    Voiding voiding() {
        return voiding;
    }

    /** What is done of a run before all else, though others can find it from now on; to be carried out once. */
    Runnable first(LiveRun run, Runnable task) {
        run.queue(() -> guarded(run.main, task));
        return () -> turns(run);
    }

    /** Does something of a run in its next turn, which may be carried out right here. */
    void turn(Strand strand, Runnable task) {
        if (strand.run.queue(() -> guarded(strand, task))) turns(strand.run);
    }

    private void turns(LiveRun run) {
        if (!run.enter()) return; // stopped for good: the queue is nobody's any more
        Attempt own = null;
        try {
            for (Attempt call : run.turn(() -> guarded(run.main, () -> steps.settle(run)))) {
                if (own == null) own = call;
                else core.scheduler.execute(call);
            }
        } finally {
            run.leave();
        }
        if (own != null) own.run();
    }

    /** What fails unexpectedly leaves the run stuck, and only it. */
    private void guarded(Strand strand, Runnable task) {
        var run = strand.run;
        if (run.leaving || run.stopped()) return;
        var before = Scope.bind(new RunScope(this, strand));
        Marks.run(run);
        try {
            task.run();
        } catch (PerdureException known) {
            if (!run.stopped()) steps.stick(run, known.getMessage() + " [at " + strand.where() + "]");
        } catch (Throwable unexpected) {
            if (run.stopped()) return;
            LOG.error("{} cannot go on", strand.where(), unexpected);
            steps.stick(run, strand.where() + " cannot go on: " + unexpected);
        } finally {
            Marks.clear();
            Scope.bind(before);
        }
    }

    /** The code of a run says how far it is. */
    void progress(Strand strand, Progress said) {
        var telling = strand.run.progress;
        if (telling.say(said))
            core.scheduler.schedule(
                    telling.pause(core.store.now()),
                    () -> core.scheduler.execute(() -> turn(strand.run.main, telling::come)));
    }

    /** An attempt begins on this thread. */
    void mark(Strand strand, int attempt) {
        var label = strand.label();
        Marks.attempt(label, attempt);
        core.listener.attempt(strand.run.id, label, attempt);
    }

    /** Hands an outcome that is durable, or needs not be, to the strand's code, and moves on. */
    void deliver(Strand strand, Outcome outcome) {
        strand.top().deliver(outcome);
        move(strand);
    }

    /** Looks again at the current await. */
    void again(Strand strand) {
        var waiting = strand.waiting;
        if (waiting != null) waits.resume(strand, waiting);
        else if (strand.spec != null) reach(strand, strand.spec);
    }

    /** Steps until an await is reached or the strand has ended. */
    void move(Strand strand) {
        strand.state = Strand.State.MOVING;
        var ended = step(strand);
        if (strand.run.stopped()) return;
        if (ended == null) reach(strand, strand.top().awaited());
        else if (strand.isMain()) steps.end(strand.run, ended);
        else groups.ended(strand, ended);
    }

    /** The outcome of the strand, or null if it is at an await. */
    private @Nullable Outcome step(Strand strand) {
        while (true) {
            Outcome ended = null;
            var top = strand.top();
            try {
                int next = top.step();
                if (next == Frame.AWAIT) return null;
                if (next == Frame.RETURN) ended = Outcome.of(top.result());
            } catch (Throwable failure) {
                ended = Outcome.failed(core.traces.mapped(failure));
            }
            if (ended == null) {
                push(strand, top.callee());
                continue;
            }
            int depth = strand.stack.size();
            if (ended.failure() != null && unwind(strand, depth, ended.failure())) continue;
            if (depth == 1) return ended;
            handOn(strand, depth);
            strand.stack.remove(depth - 1);
            strand.top().deliver(ended);
        }
    }

    /** Calls the last undo of a method that is leaving by an exception; false if there is none left. */
    boolean unwind(Strand strand, int depth, Throwable failure) {
        int last = strand.undos.size() - 1;
        if (last < 0 || strand.undos.get(last).depth() < depth) return false;
        var undo = strand.undos.remove(last);
        core.listener.undoing(
                strand.run.id, Reports.undone(undo.frame().layout().method()));
        strand.stack.set(depth - 1, new Unwinding(failure));
        push(strand, undo.frame());
        return true;
    }

    /** A method has returned: what it has done is its caller's now. */
    private static void handOn(Strand strand, int depth) {
        for (int i = strand.undos.size() - 1; i >= 0 && strand.undos.get(i).depth() >= depth; i--)
            strand.undos.set(i, strand.undos.get(i).at(depth - 1));
    }

    /** Puts a frame on the stack. */
    void push(Strand strand, Frame callee) {
        // Found out now rather than by the crash that would need the instance.
        core.registry.admit(callee.layout());
        core.traces.know(callee);
        strand.stack.add(callee);
    }

    /** An await is reached, or due again. */
    void reach(Strand strand, AwaitSpec<?> spec) {
        strand.spec = spec;
        var undo = spec.options().undo();
        if (undo != null && !(undo instanceof FrameUndo<?>))
            throw new InvalidArgument("the undo of " + strand.where()
                    + " was not made by the Perdure processor, so it could not be saved; write it as a lambda or a method"
                    + " reference in the durable method itself");
        var cancel = strand.takeCancel();
        if (cancel != null) {
            steps.outcome(strand, Outcome.failed(cancel));
        } else if (spec.source() instanceof Source.Run<?> call) calls.call(strand, spec, call.call());
        else if (spec.source() instanceof Source.Poll<?> poll) polls.poll(strand, spec, poll);
        else if (spec.source() instanceof Group<?> group) groups.reach(strand, spec, group);
        else if (spec.source() instanceof Source.Body<?>) groups.alone(strand, spec);
        else if (spec.source() instanceof Source.Stage<?> stage) calls.stage(strand, spec, stage.stage());
        else if (spec.source() instanceof Source.Transaction<?> tx) transactions.reach(strand, spec, tx.work());
        else if (spec.source() instanceof Source.Token<?> token) callbacks.reach(strand, spec, token.callback());
        else if (spec.source() instanceof Source.Child<?> child) children.spawn(strand, child);
        else if (spec.source() instanceof Source.Result<?> result) children.result(strand, spec, result);
        else waits.reach(strand, spec);
    }

    /** The await had the effect that was asked for: from now on it is taken back if the method fails. */
    void effective(Strand strand, @Nullable Object value) {
        var spec = strand.spec;
        if (spec == null || !(spec.options().undo() instanceof FrameUndo<?> undo)) return;
        if (undo.slot() >= 0) undo.frame().$set(undo.slot(), value);
        strand.undos.add(new Pending(strand.stack.size(), undo.frame()));
    }
}
