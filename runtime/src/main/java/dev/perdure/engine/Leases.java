package dev.perdure.engine;

import dev.perdure.engine.seam.Scheduler;
import dev.perdure.store.Lease;
import dev.perdure.store.LeaseLost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's lease: renews it at a third of its length, stops every run at once when it is lost or about to end
 * unrenewed, and joins anew.
 */
final class Leases {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long NONE = -1;

    private final Core core;
    private final Runnable joined;
    private volatile @Nullable Lease current;
    private Scheduler.@Nullable Timer expiry;
    private boolean closed;

    /** The token of the lease that the store is being asked about, or {@link #NONE}. */
    private final AtomicLong doubted = new AtomicLong(NONE);

    /** Calls {@code joined} after every joining. */
    Leases(Core core, Runnable joined) {
        this.core = core;
        this.joined = joined;
    }

    /** The lease, or null while there is none. */
    @Nullable
    Lease current() {
        return current;
    }

    /** Joins for the first time, and waits for it. */
    void start() {
        try {
            taken(core.store.join(core.options.node, core.options.lease).join());
        } catch (CompletionException failure) {
            throw Failures.ofStore(failure);
        }
    }

    /** No longer renews; returns the lease to be left, if any. */
    synchronized @Nullable Lease close() {
        closed = true;
        if (expiry != null) expiry.cancel();
        var last = current;
        current = null;
        return last;
    }

    private synchronized void taken(Lease lease) {
        if (closed) return;
        current = lease;
        if (lease.until().equals(Instant.MAX)) return;
        var length = core.options.lease;
        if (expiry != null) expiry.cancel();
        expiry = core.scheduler.schedule(length.multipliedBy(5).dividedBy(6), () -> lost(lease));
        core.scheduler.schedule(length.dividedBy(3), () -> core.scheduler.execute(() -> renew(lease)));
    }

    private void renew(Lease lease) {
        if (!held(lease)) return;
        Answers.ask(() -> core.store.renew(lease, core.options.lease), (renewed, failure) -> {
            if (!held(lease)) return;
            if (renewed != null) taken(renewed);
            else if (failure instanceof LeaseLost) lost(lease);
            else core.scheduler.schedule(RETRY, () -> core.scheduler.execute(() -> renew(lease)));
        });
    }

    /** Somebody was told that this lease is not current: finds out, one of all who were told. */
    void doubt(Lease lease) {
        if (held(lease) && doubted.getAndSet(lease.token()) != lease.token()) ask(lease);
    }

    private void ask(Lease lease) {
        Answers.ask(() -> core.store.renew(lease, core.options.lease), (renewed, failure) -> {
            if (renewed == null && !(failure instanceof LeaseLost) && held(lease)) {
                core.scheduler.schedule(RETRY, () -> core.scheduler.execute(() -> ask(lease)));
                return;
            }
            doubted.compareAndSet(lease.token(), NONE);
            if (renewed == null) lost(lease);
            else core.claimer.unsure(lease); // a clock that was set back may have made it good again
        });
    }

    /** Whether this is the lease, as far as this node knows. */
    boolean held(Lease lease) {
        var held = current;
        return held != null && held.token() == lease.token();
    }

    /** Stops everything that moves under a lease that is no longer current, and joins anew. */
    void lost(Lease lease) {
        synchronized (this) {
            if (closed || !held(lease)) return;
            current = null;
            if (expiry != null) expiry.cancel();
        }
        LOG.warn("lease {} of node {} is lost; its runs are stopped here", lease.token(), lease.node());
        for (LiveRun run : List.copyOf(core.live.values())) {
            if (run.lease.token() != lease.token()) continue;
            run.stop();
            core.live.remove(run.id, run);
        }
        // Not at once: if two processes had one name, they would take it from each other without end.
        core.scheduler.schedule(RETRY, this::rejoin);
    }

    private void rejoin() {
        core.scheduler.execute(() ->
                Answers.ask(() -> core.store.join(core.options.node, core.options.lease), (lease, failure) -> {
                    if (lease != null) {
                        taken(lease);
                        joined.run();
                    } else if (!isClosed()) {
                        core.scheduler.schedule(RETRY, this::rejoin);
                    }
                }));
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
