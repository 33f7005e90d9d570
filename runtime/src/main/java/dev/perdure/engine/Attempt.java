package dev.perdure.engine;

import dev.perdure.spi.Scope;
import org.jspecify.annotations.Nullable;

/** An awaited call under way. It runs beside the turns of its run; what comes of it is a task of a later turn. */
final class Attempt implements Runnable {
    /** What is called. */
    interface Invocation {
        @Nullable
        Object call() throws Throwable;
    }

    /** Hears, in a turn, what came of it. */
    interface Ending {
        void ended(@Nullable Object value, @Nullable Throwable failure);
    }

    final Strand strand;
    private final Invocation invocation;
    private final Ending ending;
    private final Mover mover;
    private final int number;
    private @Nullable Thread thread;
    private boolean over;

    Attempt(Mover mover, Strand strand, int number, Invocation invocation, Ending ending) {
        this.mover = mover;
        this.strand = strand;
        this.number = number;
        this.invocation = invocation;
        this.ending = ending;
    }

    @Override
    public void run() {
        var run = strand.run;
        if (!begin()) return;
        if (!run.enter()) return;
        var before = Scope.bind(new RunScope(strand));
        Marks.run(run);
        mover.mark(strand, number);
        Object value = null;
        Throwable failure = null;
        try {
            value = invocation.call();
        } catch (Throwable thrown) {
            failure = thrown;
        } finally {
            end();
            Marks.clear();
            Scope.bind(before);
            run.leave();
        }
        var result = value;
        var thrown = failure;
        mover.turn(strand, () -> {
            if (strand.attempt != this) return; // given up meanwhile
            strand.attempt = null;
            run.calling--;
            strand.state = Strand.State.MOVING;
            ending.ended(result, thrown);
        });
    }

    private synchronized boolean begin() {
        if (over) return false;
        thread = Thread.currentThread();
        return true;
    }

    private synchronized void end() {
        over = true;
        if (thread == null) Thread.interrupted(); // an interrupt was meant for the call, not for what follows
        thread = null;
    }

    /** Interrupts the call. */
    synchronized void interrupt() {
        if (thread == null) return;
        thread.interrupt();
        thread = null;
    }

    /** What comes of the call is of no interest any more; one that has not begun never does. */
    synchronized void giveUp() {
        over = true;
    }
}
