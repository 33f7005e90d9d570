package dev.perdure.engine.checkpoint;

import dev.perdure.engine.checkpoint.Saved.SavedStrand;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strand brought back from its checkpoint.
 *
 * @param stack its frames, the outermost first; empty for a branch of a single await
 * @param saved what it was brought back from
 * @param outcome the recorded outcome, or null
 * @param waiting what is waited for, or null
 * @param undos the undos registered so far
 */
public record Restored(
        List<Frame> stack,
        SavedStrand saved,
        @Nullable Outcome outcome,
        @Nullable Waiting waiting,
        List<Pending> undos) {}
