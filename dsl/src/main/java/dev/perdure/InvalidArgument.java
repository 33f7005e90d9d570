package dev.perdure;

/** An argument that makes no sense; the message shows it and says what would be right. */
public final class InvalidArgument extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public InvalidArgument(String message) {
        super(Finding.INVALID_ARGUMENT, message);
    }
}
