package dev.perdure;

import org.jspecify.annotations.Nullable;

/** Stored data is damaged or does not fit the type it is read as; it was not used. */
public final class DataCorrupted extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public DataCorrupted(String message, @Nullable Throwable cause) {
        super(Finding.DATA_CORRUPTED, message, cause);
    }
}
