package dev.perdure;

import org.jspecify.annotations.Nullable;

/** A recorded exception cannot be made again, because its class is missing or has changed; the run waits. */
public final class ExceptionNotRebuilt extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public ExceptionNotRebuilt(String message, @Nullable Throwable cause) {
        super(Finding.EXCEPTION_NOT_REBUILT, message, cause);
    }
}
