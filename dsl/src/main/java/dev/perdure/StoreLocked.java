package dev.perdure;

import org.jspecify.annotations.Nullable;

/** The store is in use by another process. */
public final class StoreLocked extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public StoreLocked(String message, @Nullable Throwable cause) {
        super(Finding.STORE_LOCKED, message, cause);
    }
}
