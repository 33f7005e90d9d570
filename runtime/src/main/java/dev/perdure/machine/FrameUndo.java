package dev.perdure.machine;

import dev.perdure.NotDurable;
import dev.perdure.Undo;
import org.jspecify.annotations.Nullable;

/**
 * An undo after lowering: the frame of what was a lambda. The engine gives it the outcome's value and keeps it with the
 * checkpoint until it is needed or the run has ended.
 *
 * @param frame a fresh frame at its entry, bound, the captured values in its parameters
 * @param slot the parameter that takes the value, or -1 if the lambda has no use for it
 */
public record FrameUndo<T extends @Nullable Object>(Frame frame, int slot) implements Undo<T> {
    @Override
    public void undo(T done) {
        throw new NotDurable("the undo " + frame.layout().method() + " was called outside of a run");
    }
}
