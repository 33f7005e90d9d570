package dev.perdure;

/** A callback token that is unknown, used, expired, or of a run that has ended. The token itself is never in the message. */
public final class CallbackRejected extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public CallbackRejected(String message) {
        super(Finding.CALLBACK_REJECTED, message);
    }
}
