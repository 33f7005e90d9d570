package dev.perdure.tests.harness;

/** An unchecked failure of an awaited call. */
public class Oops extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with this message. */
    public Oops(String message) {
        super(message);
    }

    /** A failure with this message and a cause. */
    public Oops(String message, Throwable cause) {
        super(message, cause);
    }
}
