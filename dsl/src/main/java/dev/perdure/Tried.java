package dev.perdure;

import org.jspecify.annotations.Nullable;

/**
 * What came of one branch: a value, or a failure ({@link CancelledException} if it was not waited for).
 *
 * @param value what it yielded, or null if it failed
 * @param failure what it threw, or null
 */
public record Tried<T extends @Nullable Object>(
        @Nullable T value, @Nullable Throwable failure) {
    /** Whether it has yielded a value. */
    public boolean succeeded() {
        return failure == null;
    }
}
