package dev.perdure.engine;

import dev.perdure.PerdureException;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Scope;
import dev.perdure.spi.Source;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves runs: steps their frames from await to await on workers, and hands what is awaited to those who carry it out. */
final class Mover {
    private static final Logger LOG = LoggerFactory.getLogger(Mover.class);

    private final Core core;
    private final Steps steps;
    private final Calls calls;
    private final Waits waits;

    Mover(Core core, Steps steps) {
        this.core = core;
        this.steps = steps;
        this.calls = new Calls(core, steps, this);
        this.waits = new Waits(core, steps, this);
    }

    Waits waits() {
        return waits;
    }

    /** Hands a durable outcome over and moves on, soon, on a worker. */
    void deliver(LiveRun run, Outcome outcome) {
        core.scheduler.execute(() -> onWorker(run, any -> {
            run.top().deliver(outcome);
            move(run);
        }));
    }

    /** Tries the current await again, soon, on a worker. */
    void again(LiveRun run) {
        core.scheduler.execute(() -> onWorker(run, any -> {
            var spec = run.spec;
            if (spec != null) reach(run, spec);
        }));
    }

    /** Runs something on behalf of a run, on this worker; what fails unexpectedly leaves the run stuck, and only it. */
    void onWorker(LiveRun run, Consumer<LiveRun> task) {
        if (!run.enter()) return;
        var before = Scope.bind(new RunScope(run));
        Marks.run(run);
        try {
            task.accept(run);
        } catch (PerdureException known) {
            if (!run.stopped()) steps.stick(run, known.getMessage() + " [at " + run.where() + "]");
        } catch (Throwable unexpected) {
            if (run.stopped()) return;
            LOG.error("{} cannot go on", run.where(), unexpected);
            steps.stick(run, run.where() + " cannot go on: " + unexpected);
        } finally {
            Marks.clear();
            Scope.bind(before);
            run.leave();
        }
    }

    /** Steps until an await is reached or the run has ended. */
    void move(LiveRun run) {
        var ended = step(run);
        if (run.stopped()) return;
        if (ended != null) steps.end(run, ended);
        else reach(run, run.top().awaited());
    }

    /** The outcome of the run, or null if it is at an await. */
    private @Nullable Outcome step(LiveRun run) {
        while (true) {
            Outcome ended = null;
            var top = run.top();
            try {
                int next = top.step();
                if (next == Frame.AWAIT) return null;
                if (next == Frame.RETURN) ended = Outcome.of(top.result());
            } catch (Throwable failure) {
                ended = Outcome.failed(core.traces.mapped(failure));
            }
            if (ended == null) {
                push(run, top.callee());
                continue;
            }
            if (run.stack.size() == 1) return ended;
            run.stack.remove(run.stack.size() - 1);
            run.top().deliver(ended);
        }
    }

    private void push(LiveRun run, Frame callee) {
        // Found out now rather than by the crash that would need the instance.
        if (!core.registry.serves(callee.layout())) core.registry.instance(callee.layout());
        core.traces.know(callee);
        run.stack.add(callee);
    }

    private void reach(LiveRun run, AwaitSpec<?> spec) {
        run.spec = spec;
        if (spec.options().undo() != null) throw new IllegalStateException("undo is not carried out yet");
        if (spec.source() instanceof Source.Run<?> call) calls.call(run, spec, call.call());
        else if (spec.source() instanceof Source.Poll<?> poll) calls.poll(run, spec, poll);
        else waits.reach(run, spec);
    }
}
