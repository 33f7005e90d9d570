package dev.perdure;

/** An outside system has failed the callback that it was handed, with {@code engine.fail(token, why)}; the message says why. */
public final class CallbackFailed extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public CallbackFailed(String message) {
        super(Finding.CALLBACK_FAILED, message);
    }
}
