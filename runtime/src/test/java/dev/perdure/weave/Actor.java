package dev.perdure.weave;

import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A thread of a play. It goes on when it gets its cue, and no other does then. */
final class Actor extends Thread {
    final Play play;
    private final Semaphore cue = new Semaphore(0);
    private final Body body;

    /** What it waits for, or null if it can go on. */
    @Nullable
    BooleanSupplier until;

    /** Above zero, it is not to be held up: it initializes a class, or looks whether others can go on. */
    int quiet;

    /** How important it is, where that decides. */
    int rank;

    Actor(Play play, String name, Body body) {
        super(name);
        this.play = play;
        this.body = body;
        setDaemon(true);
    }

    /** The actor that this thread is, or null. */
    static @Nullable Actor self() {
        return Thread.currentThread() instanceof Actor actor ? actor : null;
    }

    void cue() {
        cue.release();
    }

    /** Waits for its cue; an interrupt that comes meanwhile is for whoever goes on. */
    void awaitCue() {
        cue.acquireUninterruptibly();
    }

    @Override
    public void run() {
        awaitCue();
        try {
            body.act();
        } catch (Play.Over over) {
            // nobody needs it any more
        } catch (Throwable wrong) {
            play.fail(wrong);
            return;
        }
        play.exit(this);
    }
}
