package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/** Something awaited that is under way beside the turns of its run; what comes of it is a task of a later turn. */
abstract class Attempt implements Runnable {
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
    final Mover mover;
    private final Ending ending;

    Attempt(Mover mover, Strand strand, Ending ending) {
        this.mover = mover;
        this.strand = strand;
        this.ending = ending;
    }

    /** Stops it; what it comes to is heard of all the same. */
    abstract void interrupt();

    /** What comes of it is of no interest any more; one that has not begun never does. */
    abstract void giveUp();

    /** Tells what came of it. Only the first time counts, and none once it was given up. */
    final void finish(@Nullable Object value, @Nullable Throwable failure) {
        mover.turn(strand, () -> {
            if (strand.attempt != this) return;
            strand.attempt = null;
            strand.run.calling--;
            strand.state = Strand.State.MOVING;
            ending.ended(value, failure);
        });
    }
}
