package dev.perdure;

/** A durable class was needed of which no instance was registered with the engine. */
public final class NotRegistered extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public NotRegistered(String message) {
        super(Finding.NOT_REGISTERED, message);
    }
}
