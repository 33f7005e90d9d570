package dev.perdure;

import org.jspecify.annotations.Nullable;

/** The run ended with an exception, which is the cause. */
public final class RunFailed extends PerdureException {
    private static final long serialVersionUID = 1L;

    private final String runId;

    /** The failure of this run. */
    public RunFailed(String runId, @Nullable Throwable cause) {
        super(Finding.RUN_FAILED, "run \"" + runId + "\" ended with an exception; see the cause", cause);
        this.runId = runId;
    }

    /** The id of the run. */
    public String runId() {
        return runId;
    }
}
