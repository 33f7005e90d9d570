package dev.perdure.engine.policy;

import dev.failsafe.BulkheadFullException;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.Policy;
import dev.failsafe.RateLimitExceededException;
import dev.perdure.AttemptTimedOut;
import dev.perdure.Call;
import dev.perdure.DeadlineExceeded;
import dev.perdure.engine.seam.Scheduler;
import dev.perdure.spi.AwaitOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one attempt of a call on the current thread, under the policies that enclose a single attempt. */
public final class Attempts {
    private final Scheduler scheduler;
    private final Policies policies;

    /** Attempts whose limits are measured by this scheduler, through these policies. */
    public Attempts(Scheduler scheduler, Policies policies) {
        this.scheduler = scheduler;
        this.policies = policies;
    }

    /**
     * Runs a call.
     *
     * @param where the await, for messages
     * @param timeout the longest this attempt may take, or null
     * @param deadline what is left of the await's time, more than zero, or null
     * @param options names of the policies that it goes through
     * @throws Throwable what the call throws
     */
    public @Nullable Object run(
            Call<?, ?> call,
            String where,
            @Nullable Duration timeout,
            @Nullable Duration deadline,
            AwaitOptions options)
            throws Throwable {
        if (timeout == null && deadline == null && !options.guarded()) return call.call();
        var nested = new ArrayList<Policy<Object>>(2); // the outermost first
        if (deadline != null)
            nested.add(new TimeLimit<>(
                    deadline,
                    scheduler,
                    () -> new DeadlineExceeded(
                            where + " took longer than its deadline; the attempt was interrupted", null)));
        nested.addAll(policies.of(options));
        if (timeout != null)
            nested.add(new TimeLimit<>(
                    timeout,
                    scheduler,
                    () -> new AttemptTimedOut(
                            where + " took longer than " + timeout + "; the attempt was interrupted")));
        return run(call, where, nested);
    }

    private static @Nullable Object run(Call<?, ?> call, String where, List<Policy<Object>> nested) throws Throwable {
        var failure = new Throwable[1];
        try {
            return Failsafe.with(nested).get(() -> {
                try {
                    return call.call();
                } catch (Throwable thrown) {
                    failure[0] = thrown;
                    throw thrown;
                }
            });
        } catch (CircuitBreakerOpenException | RateLimitExceededException | BulkheadFullException rejected) {
            throw Policies.rejected(where, rejected);
        } catch (FailsafeException wrapped) { // Failsafe wraps checked exceptions
            throw failure[0] != null && wrapped.getCause() == failure[0] ? failure[0] : wrapped;
        }
    }
}
