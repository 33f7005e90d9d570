package dev.perdure;

import org.jspecify.annotations.Nullable;

/** What was found is no store, is of another version, or is damaged; nothing was changed. */
public final class StoreUnusable extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public StoreUnusable(String message, @Nullable Throwable cause) {
        this(Finding.STORE_UNUSABLE, message, cause);
    }

    /** An exception of a finding that says more closely why, with this text behind its slug. */
    public StoreUnusable(Finding finding, String message, @Nullable Throwable cause) {
        super(finding, message, cause);
    }
}
