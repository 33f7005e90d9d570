package dev.perdure;

/** There is no run under this id. */
public final class UnknownRun extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public UnknownRun(String message) {
        super(Finding.UNKNOWN_RUN, message);
    }
}
