package dev.perdure;

import org.jspecify.annotations.Nullable;

/**
 * Takes back what an await has done: see {@link Await#withUndo}.
 *
 * @param <T> what the await has yielded
 */
@FunctionalInterface
public interface Undo<T extends @Nullable Object> {
    /** Takes it back. May run more than once: it is tried again until it succeeds, also after a crash. */
    void undo(T done) throws Exception;
}
