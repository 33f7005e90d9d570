package dev.perdure;

/** So many branches of {@code any}, {@code quorum} or a collected {@code all} have failed that it cannot succeed any more; suppressed: their failures. */
public final class TooFewSucceeded extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public TooFewSucceeded(String message) {
        super(Finding.TOO_FEW_SUCCEEDED, message);
    }
}
