package dev.perdure;

/** The engine has been closed; runs go on when an engine is started on their store. */
public final class EngineClosed extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public EngineClosed(String message) {
        super(Finding.ENGINE_CLOSED, message);
    }
}
