package dev.perdure;

/** The id is taken by a run of another method or with another input; that run is untouched. */
public final class IdConflict extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public IdConflict(String message) {
        super(Finding.ID_CONFLICT, message);
    }
}
