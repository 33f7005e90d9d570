package dev.perdure;

/** A word of {@link Perdure} was used where nothing can make it durable. */
public final class NotDurable extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public NotDurable(String message) {
        super(Finding.NOT_DURABLE, message);
    }

    static NotDurable outsideOfRun(String word) {
        return new NotDurable(word + " was called outside of a durable run. Start the method that contains it with"
                + " engine.start(\"an-id\", TheClass::theMethod, arguments…), or, in a test, run it with"
                + " Plain.call(() -> …); the method must be marked @Durable and compiled with the Perdure processor");
    }
}
