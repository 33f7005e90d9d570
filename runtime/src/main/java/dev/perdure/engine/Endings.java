package dev.perdure.engine;

import dev.perdure.CancelledException;
import dev.perdure.LimitExceeded;
import dev.perdure.UnsaveableValue;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.engine.method.Concluding;
import dev.perdure.machine.Outcome;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Payload;
import dev.perdure.store.RunImage.Status;
import org.jspecify.annotations.Nullable;

/** Writes how runs end. */
final class Endings {
    private final Core core;
    private final Steps steps;

    Endings(Core core, Steps steps) {
        this.core = core;
        this.steps = steps;
    }

    /** Writes the end of a run whose method has ended; false if the run goes on, for its undos' or its children's sake. */
    boolean isWritten(LiveRun run) {
        if (run.ended != null && run.cancelled != null) cancelled(run, run.ended);
        return run.ended != null && writeEnd(run, run.ended);
    }

    /**
     * A cancellation that came before the end was durable has won: what was done is undone. Only then has it been dealt with: a
     * process that dies meanwhile must hear of it again.
     */
    private void cancelled(LiveRun run, Outcome ended) {
        var letter = run.cancelled;
        if (letter == null) return;
        var failure = ended.failure() == null ? core.mail.cancellation(run, letter) : ended.failure();
        run.ended = Outcome.failed(failure);
        if (core.mover.unwind(run.main, 1, failure)) {
            run.ended = null;
            core.mover.move(run.main);
        } else {
            core.mail.consumeCancellations(run);
        }
    }

    /** Writes the end; false if the run goes on for its children's sake. */
    private boolean writeEnd(LiveRun run, Outcome outcome) {
        var recorded = outcome;
        var payload = Children.concluded(run);
        Status how;
        if (payload != null) {
            how = ((Concluding) run.main.stack.get(0)).how();
        } else {
            try {
                payload = result(run, recorded);
            } catch (UnsaveableValue | LimitExceeded refused) {
                recorded = Outcome.failed(refused);
                payload = result(run, recorded);
            }
            how = how(recorded);
            if (!run.family.isEmpty() && core.mover.children().keep(run, payload, how)) return run.ended != null;
        }
        core.mover.children().tell(run, payload);
        writeEnd(run, payload, how, recorded.failure());
        return true;
    }

    private static Status how(Outcome outcome) {
        if (outcome.failure() == null) return Status.DONE;
        return outcome.failure() instanceof CancelledException ? Status.CANCELLED : Status.FAILED;
    }

    private void writeEnd(LiveRun run, Payload sealed, Status how, @Nullable Throwable failure) {
        run.leaving = true;
        steps.write(run, new Frames.Same(), new Next.End(how, sealed), () -> {
            var ending = new Observers.Ending(run.method, sealed);
            core.observers.ended(run.id, ending);
            core.runs.forget(run);
            core.observers.ended(run.id, ending); // for whoever came while the run still seemed to move
            core.listener.ended(run.id, run.method, failure);
        });
    }

    private Payload result(LiveRun run, Outcome outcome) {
        var bytes = core.checkpoints.result(run.layout().returnType(), outcome);
        if (outcome.failure() == null)
            Limits.check(
                    "the result of run \"" + run.id + "\"",
                    bytes.length,
                    core.limits.valueBytes(),
                    "a reference to it");
        return Sums.seal(run.id, bytes);
    }
}
