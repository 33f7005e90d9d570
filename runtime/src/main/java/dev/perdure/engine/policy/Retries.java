package dev.perdure.engine.policy;

import dev.failsafe.Execution;
import dev.failsafe.Failsafe;
import dev.failsafe.Fallback;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import dev.failsafe.function.CheckedSupplier;
import dev.perdure.Retry;
import dev.perdure.machine.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Lets Failsafe decide about what follows a failed attempt. Each decision is made by a policy that starts where the recorded
 * attempts left off, so that it is the same whether the attempts were made in one life or in many.
 */
public final class Retries {
    private final RandomGenerator random;

    /** Decisions with this source of jitter. */
    public Retries(RandomGenerator random) {
        this.random = random;
    }

    /**
     * How long to wait before the next attempt, or null if this failure is final.
     *
     * @param failed how many attempts have failed, this one included
     */
    public @Nullable Duration after(@Nullable Retry retry, int failed, Throwable failure) {
        if (retry == null) return null;
        var execution = Execution.of(policy(retry, failed));
        execution.recordException(failure);
        return execution.isComplete() ? null : execution.getDelay();
    }

    private RetryPolicy<Object> policy(Retry retry, int failed) {
        RetryPolicyBuilder<Object> policy = RetryPolicy.builder();
        if (retry.retrying().isEmpty()) policy.handle(Exception.class);
        else policy.handle(retry.retrying());
        if (!retry.aborting().isEmpty()) policy.abortOn(retry.aborting());
        policy.withMaxAttempts(
                retry.maxAttempts() == Retry.UNLIMITED
                        ? Retry.UNLIMITED
                        : Math.max(1, retry.maxAttempts() - failed + 1));
        return policy.withDelayFn(any -> delay(retry, failed)).build();
    }

    private Duration delay(Retry retry, int failed) {
        return jittered(grown(retry.firstDelay(), retry.maxDelay(), retry.factor(), failed - 1), retry.jitter());
    }

    /** The n-th interval of a growing series, without jitter. */
    public static Duration grown(Duration first, Duration max, double factor, int n) {
        double nanos = first.toNanos() * Math.pow(factor, Math.max(0, n));
        return nanos >= max.toNanos() ? max : Duration.ofNanos((long) nanos);
    }

    /** What is left of the time until a deadline, if there is one. */
    public static @Nullable Duration left(@Nullable Instant deadline, Instant now) {
        return deadline == null ? null : Duration.between(now, deadline);
    }

    /** A wait, longer or shorter by up to this share of it. */
    public Duration jittered(Duration delay, double share) {
        if (share == 0 || delay.isZero()) return delay;
        return Duration.ofNanos((long) (delay.toNanos() * (1 + share * (2 * random.nextDouble() - 1))));
    }

    /** What to yield for an await that has failed for good: its fallback, or the failure. */
    public static Outcome settle(@Nullable Supplier<?> fallback, Throwable failure) {
        if (fallback == null || !(failure instanceof Exception exception)) return Outcome.failed(failure);
        CheckedSupplier<Object> otherwise = fallback::get;
        Fallback<Object> policy =
                Fallback.builder(otherwise).handle(Exception.class).build();
        try {
            return Outcome.of(Failsafe.with(policy).get(() -> {
                throw exception;
            }));
        } catch (RuntimeException ofFallback) {
            return Outcome.failed(ofFallback);
        }
    }
}
