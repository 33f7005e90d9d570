package dev.perdure.engine.checkpoint;

import dev.perdure.machine.Frame;

/**
 * An undo that will run if its method leaves by an exception.
 *
 * @param depth how many frames stood on the stack when it was registered: the last of them is its method's
 * @param frame the undo's frame, at its entry
 */
public record Pending(int depth, Frame frame) {
    /** The same, of the method that called. */
    public Pending outward() {
        return new Pending(depth - 1, frame);
    }

    /** The same, of another method. */
    public Pending at(int other) {
        return new Pending(other, frame);
    }
}
