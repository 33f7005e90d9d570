package dev.perdure.machine;

import dev.perdure.Call;
import dev.perdure.NotDurable;
import org.jspecify.annotations.Nullable;

/**
 * The body of a branch after lowering: a call that carries the frame of what was a lambda. The engine takes the frame; nobody
 * calls the call.
 *
 * @param frame a fresh frame at its entry, bound, the captured values in its parameters
 */
public record FrameCall<T extends @Nullable Object, X extends Exception>(Frame frame) implements Call<T, X> {
    @Override
    public T call() {
        throw new NotDurable("the branch " + frame.layout().method() + " was called outside of a group of awaits");
    }
}
