package dev.perdure.engine;

import dev.perdure.spi.Scope;
import org.jspecify.annotations.Nullable;

/** A call, on whatever thread it is run on. */
final class CallAttempt extends Attempt {
    private final Invocation invocation;
    private final int number;
    private @Nullable Thread thread;
    private boolean over;

    CallAttempt(Mover mover, Strand strand, int number, Invocation invocation, Ending ending) {
        super(mover, strand, ending);
        this.number = number;
        this.invocation = invocation;
    }

    @Override
    public void run() {
        var run = strand.run;
        if (!begin() || !run.enter()) return;
        var before = Scope.bind(new RunScope(mover, strand));
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
        finish(value, failure);
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

    @Override
    synchronized void interrupt() {
        if (thread == null) return;
        thread.interrupt();
        thread = null;
    }

    @Override
    synchronized void giveUp() {
        over = true;
    }
}
