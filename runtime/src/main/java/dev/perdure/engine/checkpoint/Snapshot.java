package dev.perdure.engine.checkpoint;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written of a run.
 *
 * @param stack its frames, the outermost first; all but the last stand at calls
 * @param side on which side of its point the last frame stands
 * @param visits how many awaits have got an outcome so far
 * @param now the store's time
 * @param outcome the outcome of the last frame's point, or null if there is none yet
 * @param tries what has been tried there, or null
 * @param waiting what is waited for there, or null
 */
public record Snapshot(
        List<Frame> stack,
        Side side,
        long visits,
        Instant now,
        @Nullable Outcome outcome,
        @Nullable Tries tries,
        @Nullable Waiting waiting) {}
