package dev.perdure.spi;

import dev.perdure.Undo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What few awaits have. Immutable.
 *
 * @param undo what takes the effect back when the method leaves by exception, or null
 * @param interruptible whether a cancellation interrupts the call that is under way
 * @param atMostOnce whether the call is marked before it runs, and never run again if its outcome is unknown
 * @param circuitBreaker the name of the circuit breaker that the call goes through, or null
 * @param rateLimit the name of the rate limiter, or null
 * @param bulkhead the name of the bulkhead, or null
 * @param policies the names of further policies, the outermost first
 */
public record AwaitOptions(
        @Nullable Undo<?> undo,
        boolean interruptible,
        boolean atMostOnce,
        @Nullable String circuitBreaker,
        @Nullable String rateLimit,
        @Nullable String bulkhead,
        List<String> policies) {
    /** No options. */
    public static final AwaitOptions NONE = new AwaitOptions(null, false, false, null, null, null, List.of());

    /** Copies the list. */
    public AwaitOptions {
        policies = List.copyOf(policies);
    }

    /** Whether there are none. */
    public boolean none() {
        return undo == null && !interruptible && !atMostOnce && !guarded();
    }

    /** Whether the call goes through policies of the engine. */
    public boolean guarded() {
        return circuitBreaker != null || rateLimit != null || bulkhead != null || !policies.isEmpty();
    }

    /** With an undo. */
    public AwaitOptions withUndo(Undo<?> action) {
        return new AwaitOptions(action, interruptible, atMostOnce, circuitBreaker, rateLimit, bulkhead, policies);
    }

    /** Interruptible. */
    public AwaitOptions withInterrupt() {
        return new AwaitOptions(undo, true, atMostOnce, circuitBreaker, rateLimit, bulkhead, policies);
    }

    /** At most once. */
    public AwaitOptions withAtMostOnce() {
        return new AwaitOptions(undo, interruptible, true, circuitBreaker, rateLimit, bulkhead, policies);
    }

    /** Through a circuit breaker. */
    public AwaitOptions withCircuitBreaker(String name) {
        return new AwaitOptions(undo, interruptible, atMostOnce, name, rateLimit, bulkhead, policies);
    }

    /** Through a rate limiter. */
    public AwaitOptions withRateLimit(String name) {
        return new AwaitOptions(undo, interruptible, atMostOnce, circuitBreaker, name, bulkhead, policies);
    }

    /** Through a bulkhead. */
    public AwaitOptions withBulkhead(String name) {
        return new AwaitOptions(undo, interruptible, atMostOnce, circuitBreaker, rateLimit, name, policies);
    }

    /** Through one more policy, inside the others. */
    public AwaitOptions withPolicy(String name) {
        var more = new ArrayList<>(policies);
        more.add(name);
        return new AwaitOptions(undo, interruptible, atMostOnce, circuitBreaker, rateLimit, bulkhead, more);
    }
}
