package dev.perdure.engine.policy;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.Policy;
import dev.perdure.AttemptTimedOut;
import dev.perdure.Call;
import dev.perdure.DeadlineExceeded;
import dev.perdure.engine.seam.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Runs one attempt of a call on the current thread, under the policies that enclose a single attempt. */
public final class Attempts {
    private final Scheduler scheduler;

    /** Attempts whose limits are measured by this scheduler. */
    public Attempts(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Runs a call.
     *
     * @param where the await, for messages
     * @param timeout the longest this attempt may take, or null
     * @param deadline what is left of the await's time, more than zero, or null
     * @throws Throwable what the call throws
     */
    public @Nullable Object run(Call<?, ?> call, String where, @Nullable Duration timeout, @Nullable Duration deadline)
            throws Throwable {
        if (timeout == null && deadline == null) return call.call();
        var policies = new ArrayList<Policy<Object>>(2); // the outermost first
        if (deadline != null)
            policies.add(new TimeLimit<>(
                    deadline,
                    scheduler,
                    () -> new DeadlineExceeded(
                            where + " took longer than its deadline; the attempt was interrupted", null)));
        if (timeout != null)
            policies.add(new TimeLimit<>(
                    timeout,
                    scheduler,
                    () -> new AttemptTimedOut(
                            where + " took longer than " + timeout + "; the attempt was interrupted")));
        var failure = new Throwable[1];
        try {
            return Failsafe.with(policies).get(() -> {
                try {
                    return call.call();
                } catch (Throwable thrown) {
                    failure[0] = thrown;
                    throw thrown;
                }
            });
        } catch (FailsafeException wrapped) { // Failsafe wraps checked exceptions
            throw failure[0] != null && wrapped.getCause() == failure[0] ? failure[0] : wrapped;
        }
    }
}
