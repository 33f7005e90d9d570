package dev.perdure.machine;

import org.jspecify.annotations.Nullable;

/**
 * What came of something awaited: a value or a failure.
 *
 * @param value the value, if there is no failure
 * @param failure what was thrown, or null
 */
public record Outcome(@Nullable Object value, @Nullable Throwable failure) {
    /** A value; null for a call without a result. */
    public static Outcome of(@Nullable Object value) {
        return new Outcome(value, null);
    }

    /** A failure. */
    public static Outcome failed(Throwable failure) {
        return new Outcome(null, failure);
    }
}
