package dev.perdure.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * A jump out of a fragment.
 *
 * @param target the number of the statement it leaves or continues; of no meaning for a return
 * @param value the value of a return or yield, or null
 * @param heldUp whether it passes a finally block or a resource inside the fragment, which may throw or lead elsewhere
 */
public record JumpSite(
        Kind kind, Span span, int target, @Nullable Span value, boolean heldUp) {
    /** The kinds of jumps. */
    public enum Kind {
        /** Leaves a statement. */
        BREAK,
        /** Goes on with the next round of a loop. */
        CONTINUE,
        /** Leaves the method. */
        RETURN,
        /** Gives a switch expression its value. */
        YIELD
    }
}
