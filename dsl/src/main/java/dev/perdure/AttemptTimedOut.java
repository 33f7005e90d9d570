package dev.perdure;

/** One attempt of an await took longer than {@link Await#withTimeout} allows; its thread was interrupted. */
public final class AttemptTimedOut extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public AttemptTimedOut(String message) {
        super(Finding.ATTEMPT_TIMED_OUT, message);
    }
}
