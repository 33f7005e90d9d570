package dev.perdure;

import org.jspecify.annotations.Nullable;

/** A {@link Job} could not be polled or fetched; the cause is what it threw. */
public final class JobFailed extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public JobFailed(String message, @Nullable Throwable cause) {
        super(Finding.JOB_FAILED, message, cause);
    }
}
