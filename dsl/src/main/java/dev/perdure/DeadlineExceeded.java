package dev.perdure;

import org.jspecify.annotations.Nullable;

/** An await took longer than {@link Await#withDeadline} allows; the cause is the last failure, if any. */
public final class DeadlineExceeded extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public DeadlineExceeded(String message, @Nullable Throwable cause) {
        super(Finding.DEADLINE_EXCEEDED, message, cause);
    }
}
