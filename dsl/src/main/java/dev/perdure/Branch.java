package dev.perdure;

import org.jspecify.annotations.Nullable;

/**
 * Describes what is awaited for an item of a fan-out: {@code item -> await(() -> web.fetch(item)).withRetry(3)}.
 *
 * @param <T> the item
 * @param <R> what the branch yields
 */
@FunctionalInterface
public interface Branch<T extends @Nullable Object, R extends @Nullable Object> {
    /** The await of an item's branch. Called when the branch begins, and again after a crash: it runs nothing itself. */
    Await<R, ?> of(T item) throws Exception;
}
