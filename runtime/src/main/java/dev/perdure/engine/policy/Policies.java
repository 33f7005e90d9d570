package dev.perdure.engine.policy;

import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.Policy;
import dev.failsafe.RateLimiter;
import dev.perdure.InvalidArgument;
import dev.perdure.PolicyRejected;
import dev.perdure.spi.AwaitOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The policies that an engine was given by name; all runs of the process go through the same ones. */
public final class Policies {
    private final Map<String, CircuitBreaker<Object>> breakers = new HashMap<>();
    private final Map<String, RateLimiter<Object>> limiters = new HashMap<>();
    private final Map<String, Bulkhead<Object>> bulkheads = new HashMap<>();
    private final Map<String, Policy<Object>> others = new HashMap<>();

    /** Adds a circuit breaker. */
    public void add(String name, CircuitBreaker<Object> breaker) {
        put(breakers, "circuit breaker", name, breaker);
    }

    /** Adds a rate limiter. */
    public void add(String name, RateLimiter<Object> limiter) {
        put(limiters, "rate limiter", name, limiter);
    }

    /** Adds a bulkhead. */
    public void add(String name, Bulkhead<Object> bulkhead) {
        put(bulkheads, "bulkhead", name, bulkhead);
    }

    /** Adds a policy of another kind. */
    public void addOther(String name, Policy<Object> policy) {
        put(others, "policy", name, policy);
    }

    private static <P> void put(Map<String, P> all, String kind, String name, P policy) {
        if (all.putIfAbsent(name, Objects.requireNonNull(policy, kind)) != null)
            throw new InvalidArgument(
                    "there are two policies for " + kind + " \"" + name + "\"; give each a name of its own");
    }

    /** The policies that an await names, the outermost first. */
    List<Policy<Object>> of(AwaitOptions options) {
        var nested = new ArrayList<Policy<Object>>();
        take(breakers, "circuit breaker", options.circuitBreaker(), nested);
        take(limiters, "rate limiter", options.rateLimit(), nested);
        take(bulkheads, "bulkhead", options.bulkhead(), nested);
        for (String name : options.policies()) take(others, "policy", name, nested);
        return nested;
    }

    /**
     * Checks that there are all policies that an await names.
     *
     * @throws InvalidArgument if one is missing; the text names those there are
     */
    public void check(AwaitOptions options) {
        if (options.guarded()) of(options);
    }

    private static <P extends Policy<Object>> void take(
            Map<String, P> all, String kind, @Nullable String name, Collection<Policy<Object>> into) {
        if (name == null) return;
        var policy = all.get(name);
        if (policy == null)
            throw new InvalidArgument("this engine has no " + kind + " \"" + name + "\"; it has "
                    + new TreeSet<>(all.keySet()) + "; give it one where it is set up");
        into.add(policy);
    }

    /** What an await throws when a policy has not let its attempt through. */
    static PolicyRejected rejected(String where, RuntimeException rejection) {
        var kind = rejection.getClass().getSimpleName();
        var text = kind.startsWith("Circuit")
                ? "its circuit breaker is open"
                : kind.startsWith("Rate") ? "its rate limiter is exhausted" : "its bulkhead is full";
        return new PolicyRejected(where + " was not let through: " + text);
    }
}
