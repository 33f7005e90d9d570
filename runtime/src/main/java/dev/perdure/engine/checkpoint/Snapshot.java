package dev.perdure.engine.checkpoint;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Outcome;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written of a strand: of a run's method, or of a branch.
 *
 * @param stack its frames, the outermost first; all but the last stand at calls; empty for a branch of a single await
 * @param side on which side of its point the last frame stands
 * @param visits how many awaits have got an outcome so far
 * @param now the store's time
 * @param outcome the outcome of the last frame's point, or null if there is none yet
 * @param tries what has been tried there, or null
 * @param waiting what is waited for there, or null
 * @param resultType the type of what is awaited there
 * @param undos the undos registered so far
 * @param group the branches that are awaited there, or null
 * @param cancelling whether the branch was told that it is no longer needed
 * @param gathered whether the outcome is that of a group, each part of which was small enough
 */
public record Snapshot(
        List<Frame> stack,
        Side side,
        long visits,
        Instant now,
        @Nullable Outcome outcome,
        @Nullable Tries tries,
        @Nullable Waiting waiting,
        Type resultType,
        List<Pending> undos,
        @Nullable GroupImage group,
        boolean cancelling,
        boolean gathered) {
    /** A method at a point, with the outcome that was recorded there, if any. */
    public static Snapshot of(List<Frame> stack, Side side, Instant now, @Nullable Outcome outcome) {
        var top = stack.get(stack.size() - 1);
        var type = top.layout().point(top.point()).resultType();
        return new Snapshot(stack, side, 0, now, outcome, null, null, type, List.of(), null, false, false);
    }

    /** A method at its entry. */
    public static Snapshot entry(Frame frame, Instant now) {
        return of(List.of(frame), Side.RESUME, now, null);
    }
}
