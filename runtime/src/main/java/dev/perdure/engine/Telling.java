package dev.perdure.engine;

import dev.perdure.RunStatus.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What a run's code says of its progress. It is written with the next checkpoint; if none comes, by itself: after a second, and,
 * the longer that goes on, after a hundredth of the time that it has gone on for. So a call of hours leaves some hundred notes
 * behind a checkpoint, not ten thousand.
 */
final class Telling {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int SHARE = 100;

    private final AtomicBoolean timed = new AtomicBoolean();
    private volatile @Nullable Progress said;
    private @Nullable Progress written;
    private volatile @Nullable Instant since;
    private boolean due;

    /** What was said last, or null. */
    @Nullable
    Progress said() {
        return said;
    }

    /** As a checkpoint says. */
    void restore(@Nullable Progress before) {
        said = before;
        written = before;
    }

    /** Something is said, on any thread; true if a time is to be set for its writing. */
    boolean say(Progress progress) {
        said = progress;
        return timed.compareAndSet(false, true);
    }

    /** How long to wait with the writing. */
    Duration pause(Instant now) {
        var begun = since;
        if (begun == null) {
            since = now;
            return SHORTEST;
        }
        var share = Duration.between(begun, now).dividedBy(SHARE);
        return share.compareTo(SHORTEST) > 0 ? share : SHORTEST;
    }

    /** That time has come. */
    void come() {
        timed.set(false);
        due = isNews();
    }

    /** Whether it is to be written now, with or without a checkpoint. */
    boolean isDue() {
        return due;
    }

    /** Whether something was said that is not written. */
    boolean isNews() {
        return !Objects.equals(said, written);
    }

    /** This is written, and with a checkpoint or without. */
    void written(@Nullable Progress progress, boolean checkpoint) {
        written = progress;
        due = false;
        if (checkpoint) since = null;
    }
}
