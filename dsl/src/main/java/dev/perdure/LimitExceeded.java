package dev.perdure;

/** A value is over a documented limit; nothing was written. */
public final class LimitExceeded extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public LimitExceeded(String message) {
        super(Finding.LIMIT_EXCEEDED, message);
    }
}
