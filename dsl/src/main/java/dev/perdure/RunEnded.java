package dev.perdure;

/** The run has ended already, so what was sent could never be taken. */
public final class RunEnded extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public RunEnded(String message) {
        super(Finding.RUN_ENDED, message);
    }
}
