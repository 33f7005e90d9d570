package dev.perdure.store;

/**
 * What became of a change.
 *
 * @param status how it went
 * @param number the number of a delivered signal, else 0
 */
public record Result(Status status, long number) {
    /** Applied, without a number. */
    public static final Result APPLIED = new Result(Status.APPLIED, 0);

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
        UNKNOWN
    }

    /** Whether it was applied. */
    public boolean applied() {
        return status == Status.APPLIED;
    }

    /** A result without a number. */
    public static Result of(Status status) {
        return status == Status.APPLIED ? APPLIED : new Result(status, 0);
    }
}
