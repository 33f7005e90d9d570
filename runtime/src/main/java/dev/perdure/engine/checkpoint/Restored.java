package dev.perdure.engine.checkpoint;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run brought back from its checkpoint.
 *
 * @param stack its frames, the outermost first
 * @param saved what it was brought back from
 * @param outcome the recorded outcome, or null
 * @param waiting what is waited for, or null
 */
public record Restored(
        List<Frame> stack,
        Saved saved,
        @Nullable Outcome outcome,
        @Nullable Waiting waiting) {}
