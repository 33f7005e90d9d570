package dev.perdure.engine;

import dev.perdure.CancelledException;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.Source;

/** Ends awaits from outside: strands that are cancelled or given an outcome, wherever they stand. */
final class Cancelling {
    private final Steps steps;
    private final Groups groups;

    Cancelling(Steps steps, Groups groups) {
        this.steps = steps;
        this.groups = groups;
    }

    /** Gives the await where a strand stands an outcome; what is under way is given up. */
    void settle(Strand strand, Outcome outcome) {
        var group = strand.group;
        if (group != null) {
            group.decided = outcome;
            group.cancelled = true;
            groups.close(group);
            return;
        }
        var attempt = strand.attempt;
        if (attempt != null) {
            attempt.giveUp();
            strand.attempt = null;
            strand.run.calling--;
        }
        steps.outcome(strand, outcome);
    }

    /**
     * Throws at the await where a strand stands; one with branches cancels them first. Undos are not cancelled: if what they are
     * called for is caught, the strand hears of it at its next await.
     */
    void cancel(Strand strand, CancelledException reason) {
        strand.cancelling = true;
        if (strand.unwinding()) {
            strand.cancel = reason;
            return;
        }
        var group = strand.group;
        switch (strand.state) {
            case GROUPED -> {
                if (group == null) return;
                group.decided = Outcome.failed(reason);
                group.cancelled = true;
                groups.close(group);
            }
            case CALLING -> interrupt(strand, reason);
            case WAITING -> steps.outcome(strand, Outcome.failed(reason));
            case MOVING, RECORDED -> strand.cancel = reason;
            case ENDED -> {}
        }
    }

    /** A call is left alone unless somebody asked for an interrupt, but its undo has to wait for what it has done, and a transaction is committed or not. */
    private void interrupt(Strand strand, CancelledException reason) {
        var attempt = strand.attempt;
        var spec = strand.spec;
        if (attempt == null || spec == null) return;
        if (spec.options().interruptible()) attempt.interrupt();
        if (spec.options().interruptible()
                || spec.options().undo() != null
                || spec.source() instanceof Source.Transaction<?>) {
            strand.cancel = reason;
            return;
        }
        attempt.giveUp();
        strand.attempt = null;
        strand.run.calling--;
        steps.outcome(strand, Outcome.failed(reason));
    }
}
