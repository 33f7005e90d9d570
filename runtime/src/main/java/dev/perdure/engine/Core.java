package dev.perdure.engine;

import dev.perdure.Run;
import dev.perdure.engine.checkpoint.Checkpoints;
import dev.perdure.engine.checkpoint.Restorer;
import dev.perdure.engine.checkpoint.Values;
import dev.perdure.engine.method.Registry;
import dev.perdure.engine.method.Traces;
import dev.perdure.engine.policy.Attempts;
import dev.perdure.engine.policy.Retries;
import dev.perdure.engine.seam.Scheduler;
import dev.perdure.store.Queues;
import dev.perdure.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the parts of one engine share. */
final class Core {
    /** The last moment that every store can keep. */
    static final Instant FAR = Instant.parse("9999-12-31T23:59:59Z");

    final Store store;
    final EngineBuilder options;
    final Scheduler scheduler;
    final Limits limits;
    final Queues serves;
    final RunListener listener;
    final Registry registry;
    final Checkpoints checkpoints;
    final Restorer restorer;
    final Traces traces = new Traces();
    final Attempts attempts;
    final Retries retries;
    final Committer committer;
    final Observers observers;
    final Runs runs;
    final Steps steps;
    final Mover mover;
    final Mail mail;
    final Desk desk;
    final Topics topics;
    final Completions completions;
    final Inquiries inquiries;
    final Leases leases;
    final Claimer claimer;
    final Suspects suspects;
    final Map<String, LiveRun> live = new ConcurrentHashMap<>();

    /** The engine is being closed: what moves gives itself back at its next checkpoint. */
    volatile boolean closing;

    /** The engine is closed. */
    volatile boolean closed;

    Core(Store store, EngineBuilder options, Scheduler scheduler) {
        this.store = store;
        this.options = options;
        this.scheduler = scheduler;
        this.limits = options.limits;
        this.serves = options.serves;
        this.listener = new GuardedListener(options.listener);
        this.registry = new Registry(options.hosts);
        this.checkpoints =
                new Checkpoints(new Values(options.codec, registry.loader(), this::handle), limits.valueBytes());
        this.restorer = new Restorer(checkpoints, registry);
        this.attempts = new Attempts(scheduler, options.policies);
        this.retries = new Retries(options.random);
        this.committer = new Committer(store, scheduler::execute);
        this.observers = new Observers(this);
        this.runs = new Runs(this);
        this.steps = new Steps(this, new Ledger(this));
        this.mover = new Mover(this, steps);
        this.mail = new Mail(this);
        this.desk = new Desk(this);
        this.topics = new Topics(this);
        this.completions = new Completions(this);
        this.inquiries = new Inquiries(this);
        this.leases = new Leases(this, this::wake);
        this.suspects = new Suspects(this);
        this.claimer = new Claimer(this, leases);
    }

    Run<?> handle(String id) {
        return new RunHandle<>(this, desk, id);
    }

    private void wake() {
        claimer.wake();
    }

    /** A moment that long from now, as far as stores reach; now, if that is no time at all or less. */
    static Instant after(Instant now, Duration delay) {
        if (delay.isNegative()) return now;
        return delay.compareTo(Duration.between(now, FAR)) >= 0 ? FAR : now.plus(delay);
    }

    /** The earlier of two moments. */
    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
