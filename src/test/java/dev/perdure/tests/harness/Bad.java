package dev.perdure.tests.harness;

/** A checked failure of an awaited call. */
public class Bad extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure with this message. */
    public Bad(String message) {
        super(message);
    }
}
