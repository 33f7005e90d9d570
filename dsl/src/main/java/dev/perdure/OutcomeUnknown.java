package dev.perdure;

/**
 * The process died while a call was under way that may be made {@link Await#atMostOnce}: whether it has had its effect is not
 * known, and it is not made again.
 */
public final class OutcomeUnknown extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public OutcomeUnknown(String message) {
        super(Finding.OUTCOME_UNKNOWN, message);
    }
}
