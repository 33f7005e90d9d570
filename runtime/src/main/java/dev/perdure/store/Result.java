package dev.perdure.store;

import org.jspecify.annotations.Nullable;

/**
 * What became of a change.
 *
 * @param status how it went
 * @param number the number of a delivered signal, else 0
 * @param run the id of the run that is there already, of a duplicate; else null
 */
public record Result(Status status, long number, @Nullable String run) {
    /** Applied, without a number. */
    public static final Result APPLIED = new Result(Status.APPLIED, 0);

    /** A result that names no run. */
    public Result(Status status, long number) {
        this(status, number, null);
    }

    /** How a change went. */
    public enum Status {
        /** It is durable. */
        APPLIED,
        /** The same was done before; nothing was changed. */
        EXISTS,
        /** The id is taken by something else. */
        CONFLICT,
        /** The lease is not current or does not own the run. */
        FENCED,
        /** The run has ended. */
        ENDED,
        /** There is no such run. */
        UNKNOWN,
        /** A run with the same mark on the same queue has not ended. */
        DUPLICATE
    }

    /** Whether it was applied. */
    public boolean applied() {
        return status == Status.APPLIED;
    }

    /** Another run with the same mark has not ended. */
    public static Result duplicateOf(String run) {
        return new Result(Status.DUPLICATE, 0, run);
    }

    /** A result without a number. */
    public static Result of(Status status) {
        return status == Status.APPLIED ? APPLIED : new Result(status, 0);
    }
}
