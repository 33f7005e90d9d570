package dev.perdure;

import org.jspecify.annotations.Nullable;

/** The codec cannot save this value; nothing was written. */
public final class UnsaveableValue extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public UnsaveableValue(String message, @Nullable Throwable cause) {
        super(Finding.UNSAVEABLE_VALUE, message, cause);
    }
}
