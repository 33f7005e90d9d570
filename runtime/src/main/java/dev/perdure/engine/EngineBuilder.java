package dev.perdure.engine;

import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.Policy;
import dev.failsafe.RateLimiter;
import dev.perdure.InvalidArgument;
import dev.perdure.StartOptions;
import dev.perdure.codec.Codec;
import dev.perdure.engine.policy.Policies;
import dev.perdure.engine.seam.Around;
import dev.perdure.engine.seam.Ids;
import dev.perdure.engine.seam.Scheduler;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Queues;
import dev.perdure.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Sets an engine up; every option has a default that suits production. Not for use by several threads. */
public final class EngineBuilder {
    private static final int THREADS = 64;

    final Store store;
    final List<Object> hosts = new ArrayList<>();
    String node = "main";
    Duration lease = Duration.ofSeconds(30);
    Duration parkThreshold = Duration.ofSeconds(1);
    Duration grace = Duration.ofSeconds(10);
    Limits limits = Limits.DEFAULT;
    RunListener listener = new RunListener() {};
    Ids ids = new SystemIds();
    RandomGenerator random = SystemExecutors.random();
    Queues serves = Queues.ALL;
    final Policies policies = new Policies();
    int threads = THREADS;
    boolean reload;
    boolean closeStore = true;

    @Nullable
    Codec codec;

    @Nullable
    Around around;

    private final Map<String, QueueLimits> queues = new LinkedHashMap<>();
    private @Nullable Scheduler scheduler;

    EngineBuilder(Store store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    /**
     * Registers what this process can run: instances, on which all their {@code @Durable} methods run, and classes, for static
     * ones. Runs of other methods can be started here too; they wait for a process that registers them.
     */
    public EngineBuilder register(Object... instances) {
        for (Object instance : instances) hosts.add(Objects.requireNonNull(instance, "a registered instance is null"));
        return this;
    }

    /** The name of this process among those that share the store; default {@code main}. Two must never have the same. */
    public EngineBuilder node(String name) {
        if (name.isBlank()) throw new InvalidArgument("the node name is blank; give every process a name of its own");
        node = name;
        return this;
    }

    /**
     * The queues whose runs this process moves; default every queue there is. Runs on the queue of those for which no other was
     * named are served under the name {@value dev.perdure.StartOptions#DEFAULT_QUEUE}. Without any name it moves none: then it only
     * starts, signals and asks.
     *
     * @throws InvalidArgument if no queue can have one of these names
     */
    public EngineBuilder serve(String... names) {
        for (String name : names) StartOptions.queue(name);
        serves = Queues.of(names);
        return this;
    }

    /**
     * Sets the limits of a queue in the store when the engine starts, for all nodes; default none. Every process can say so; what was
     * said last holds.
     *
     * @throws InvalidArgument if limits of this queue were given before
     */
    public EngineBuilder queue(QueueLimits queue) {
        if (queues.putIfAbsent(queue.queue(), queue) != null)
            throw new InvalidArgument("limits of queue \"" + queue.queue() + "\" were given twice: "
                    + queues.get(queue.queue()) + " and " + queue + "; say them in one");
        return this;
    }

    /** The limits of queues to be set. */
    Collection<QueueLimits> limits() {
        return queues.values();
    }

    /** How long this process may be silent before others take its runs over; renewed at a third of it. Default 30 s. */
    public EngineBuilder lease(Duration length) {
        lease = positive("lease", length);
        return this;
    }

    /** Waits from this length on leave memory; shorter ones are waited out there. Default 1 s. */
    public EngineBuilder parkThreshold(Duration length) {
        parkThreshold = positive("park threshold", length);
        return this;
    }

    /** How long {@link Engine#close} lets calls under way go on before it interrupts them. Default 10 s. */
    public EngineBuilder grace(Duration length) {
        grace = positive("grace", length);
        return this;
    }

    /** What is accepted at most; default {@link Limits#DEFAULT}. */
    public EngineBuilder limits(Limits accepted) {
        limits = Objects.requireNonNull(accepted, "limits");
        return this;
    }

    /** Who hears what runs do; default nobody. */
    public EngineBuilder listener(RunListener hears) {
        listener = Objects.requireNonNull(hears, "listener");
        return this;
    }

    /** A circuit breaker for {@link dev.perdure.Await#withCircuitBreaker}, shared by all runs of this process. */
    public EngineBuilder circuitBreaker(String name, CircuitBreaker<Object> breaker) {
        policies.add(name, breaker);
        return this;
    }

    /** A rate limiter for {@link dev.perdure.Await#withRateLimit}, shared by all runs of this process. */
    public EngineBuilder rateLimit(String name, RateLimiter<Object> limiter) {
        policies.add(name, limiter);
        return this;
    }

    /** A bulkhead for {@link dev.perdure.Await#withBulkhead}, shared by all runs of this process. */
    public EngineBuilder bulkhead(String name, Bulkhead<Object> bulkhead) {
        policies.add(name, bulkhead);
        return this;
    }

    /** Any other Failsafe policy, for {@link dev.perdure.Await#withPolicy}. */
    public EngineBuilder policy(String name, Policy<Object> policy) {
        policies.addOther(name, policy);
        return this;
    }

    /** What stands round every awaited call, inside its policies; default nothing. What is set first stands outermost. */
    public EngineBuilder around(Around calls) {
        around = around == null ? Objects.requireNonNull(calls, "around") : around.then(calls);
        return this;
    }

    /** How values are saved; default {@link dev.perdure.codec.JsonCodec}. Exceptions are always saved by the default. */
    public EngineBuilder codec(Codec values) {
        codec = Objects.requireNonNull(values, "codec");
        return this;
    }

    /** Where ids come from for runs started without one; default time and chance. */
    public EngineBuilder ids(Ids source) {
        ids = Objects.requireNonNull(source, "ids");
        return this;
    }

    /** Where the jitter of waits comes from; default the platform's. */
    public EngineBuilder random(RandomGenerator source) {
        random = Objects.requireNonNull(source, "random");
        return this;
    }

    /** How many threads run calls before Java 21; default 64. From 21 on each runs on a virtual thread of its own. */
    public EngineBuilder threads(int number) {
        if (number < 1) throw new InvalidArgument("the number of threads is " + number + "; it must be at least 1");
        threads = number;
        return this;
    }

    /** Threads and timers of your own, which the engine does not end; default its own. */
    public EngineBuilder scheduler(Scheduler own) {
        scheduler = Objects.requireNonNull(own, "scheduler");
        return this;
    }

    /** For tests: after every checkpoint the run is dropped from memory and goes on from the store. Default false. */
    public EngineBuilder reloadAtEveryAwait(boolean on) {
        reload = on;
        return this;
    }

    /** Whether {@link Engine#close} closes the store too; default true. */
    public EngineBuilder closeStore(boolean on) {
        closeStore = on;
        return this;
    }

    /**
     * Joins the store, recovers what can move and begins.
     *
     * @throws dev.perdure.UnknownMethod if a registered class was not compiled with the processor
     * @throws dev.perdure.ContractMismatch if it was compiled with one of another contract
     * @throws dev.perdure.StoreUnavailable if the store cannot be joined
     */
    public Engine start() {
        var own = scheduler == null ? new SystemExecutors(threads) : null;
        try {
            return new Engine(this, own != null ? own : Objects.requireNonNull(scheduler), own);
        } catch (RuntimeException failed) {
            if (own != null) own.close();
            throw failed;
        }
    }

    private static Duration positive(String what, Duration length) {
        if (length.isNegative() || length.isZero())
            throw new InvalidArgument("the " + what + " is " + length + "; it must be more than zero");
        return length;
    }
}
