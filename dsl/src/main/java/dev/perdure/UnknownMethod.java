package dev.perdure;

import org.jspecify.annotations.Nullable;

/** A method reference that does not name a durable method. */
public final class UnknownMethod extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public UnknownMethod(String message, @Nullable Throwable cause) {
        super(Finding.UNKNOWN_METHOD, message, cause);
    }
}
