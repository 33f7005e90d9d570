package dev.perdure;

import org.jspecify.annotations.Nullable;

/** The store does not answer or cannot write; what was not acknowledged may or may not be durable. */
public final class StoreUnavailable extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(Finding.STORE_UNAVAILABLE, message, cause);
    }
}
