package dev.perdure;

/** A checkpoint cannot be resumed by the code at hand; the run waits for code that fits. */
public final class LayoutMismatch extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public LayoutMismatch(String message) {
        super(Finding.LAYOUT_MISMATCH, message);
    }
}
