package dev.perdure.spi;

import dev.perdure.Undo;
import org.jspecify.annotations.Nullable;

/**
 * What few awaits have. Immutable.
 *
 * @param undo what takes the effect back when the method leaves by exception, or null
 * @param interruptible whether a cancellation interrupts the call that is under way
 * @param atMostOnce whether the call is marked before it runs, and never run a second time
 */
public record AwaitOptions(@Nullable Undo<?> undo, boolean interruptible, boolean atMostOnce) {
    /** No options. */
    public static final AwaitOptions NONE = new AwaitOptions(null, false, false);

    /** Whether there are none. */
    public boolean none() {
        return undo == null && !interruptible && !atMostOnce;
    }

    /** With an undo. */
    public AwaitOptions withUndo(Undo<?> action) {
        return new AwaitOptions(action, interruptible, atMostOnce);
    }

    /** Interruptible. */
    public AwaitOptions withInterrupt() {
        return new AwaitOptions(undo, true, atMostOnce);
    }

    /** At most once. */
    public AwaitOptions withAtMostOnce() {
        return new AwaitOptions(undo, interruptible, true);
    }
}
