package dev.perdure.engine;

import dev.perdure.store.Claim;
import dev.perdure.store.Queues;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run that kills its process from taking others down with it again and again, until they all count as such. Runs
 * that have crashed twice in a row are claimed only when the others have been, a few at a time, and those that have crashed
 * five times one by one: whoever is still in the way of the process then is alone.
 *
 * <p>A suspect is cleared by a durable step, by leaving memory, or by the process living on for a while.
 */
final class Suspects {
    private static final int SUSPECT = 2;
    private static final int STRONGLY = 5;
    private static final int AT_A_TIME = 16;
    private static final Duration WATCHED = Duration.ofSeconds(1);

    private final Core core;
    private int watched;

    Suspects(Core core) {
        this.core = core;
    }

    /** What to claim of the runs that are no suspects. */
    static Claim innocent(Set<String> methods, Queues queues, int max) {
        return new Claim(methods, queues, max, 0, SUSPECT - 1);
    }

    /** What to claim when there are no others, or null while some are watched. */
    synchronized @Nullable Claim next(Set<String> methods, boolean strongly) {
        if (watched > 0) return null;
        return strongly
                ? new Claim(methods, core.serves, 1, STRONGLY, Integer.MAX_VALUE)
                : new Claim(methods, core.serves, AT_A_TIME, SUSPECT, STRONGLY - 1);
    }

    /** Watches a run that was claimed as a suspect. */
    void watch(LiveRun run) {
        synchronized (this) {
            watched++;
            run.suspect = true;
        }
        core.scheduler.schedule(WATCHED, () -> clear(run));
    }

    /** Whether others have to wait. */
    synchronized boolean any() {
        return watched > 0;
    }

    /** The run is none; others may come. */
    void clear(LiveRun run) {
        synchronized (this) {
            if (!run.suspect) return;
            run.suspect = false;
            if (--watched > 0) return;
        }
        core.claimer.wake();
    }
}
