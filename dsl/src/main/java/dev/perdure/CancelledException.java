package dev.perdure;

/**
 * Thrown at the current await of a run that was cancelled, and of a branch that is no longer needed. It may be caught, and
 * code in {@code catch} and {@code finally} may await; a run that lets it pass ends as cancelled.
 */
public final class CancelledException extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public CancelledException(String message) {
        super(Finding.CANCELLED, message);
    }
}
