package dev.perdure.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps runs. Small, asynchronous and batch-first; every operation is linearizable, and one that fails with {@link
 * dev.perdure.StoreUnavailable} may or may not have happened. Futures may complete on any thread, also on the caller's.
 *
 * <p>Ownership: a process joins under a node name and gets a {@link Lease} with a token greater than any before it under
 * any name. A run is owned by at most one lease; only its owner may change it, and a change under a lease that is no longer
 * current, or over a run that it does not own, is rejected ({@link Result.Status#FENCED}) and changes nothing.
 */
public interface Store extends AutoCloseable {
    /**
     * Joins as a node. The lease holds for {@code length} from now by the store's clock, unless renewed. An older lease of
     * the same node name ends at once.
     */
    CompletableFuture<Lease> join(String node, Duration length);

    /** Extends a lease; fails with {@link LeaseLost} if it is no longer current. */
    CompletableFuture<Lease> renew(Lease lease, Duration length);

    /**
     * Ends a lease and gives back the runs it owned: they are ready at once, and this counts as no crash. Leaving a lease that
     * is over does nothing.
     */
    CompletableFuture<Void> leave(Lease lease);

    /**
     * Applies changes in order, each all-or-nothing and by itself: one that is rejected leaves its neighbours alone. The
     * future completes when all that was applied is durable, with one result per change. If it fails, none of them may be
     * taken for durable. One round trip (one sync) for the batch.
     */
    CompletableFuture<List<Result>> commit(List<? extends Change> changes);

    /**
     * Hands out runs that can move: ready ones, those whose due time has come by the store's clock, and those of ended or
     * expired leases. Each becomes owned by the lease, durably. Runs of methods and queues the claim does not name are left for
     * others. Of one queue, the highest priority goes first, then what has been due longest; queues take turns. It may give
     * fewer than could be claimed, and none where another claim is at the same runs just now: then {@link #nextDue} is soon.
     * Fails with {@link LeaseLost} if the lease is no longer current.
     *
     * <p>Limits of queues are kept: see {@link QueueLimits}. In a queue with limits a run whose due time has come becomes ready,
     * and is handed out when there is a place for it.
     */
    CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim);

    /** Images of these runs, in any order; ids without a run are left out. */
    CompletableFuture<List<RunImage>> load(Collection<String> ids);

    /** One page of runs, by id, without their frames. */
    CompletableFuture<Page> find(Query query);

    /**
     * When the next run of these methods and queues becomes claimable by time alone, by the store's clock: its due time comes,
     * the lease of its owner expires, or the rate of its queue lets it begin. In the past if one has become so already; {@link
     * Instant#MAX} if none will. A run that waits for a place in its queue does not count: {@link #onWork} tells of it.
     */
    CompletableFuture<Instant> nextDue(Set<String> methods, Queues queues);

    /** Sets the limits of a queue, for all nodes and from now on; durable. Runs that move already are let be. */
    CompletableFuture<Void> limit(QueueLimits limits);

    /** The limits of all queues that have any, by name. */
    CompletableFuture<List<QueueLimits>> limits();

    /** Deletes runs that ended before a moment, the oldest first, at most {@code max} of them; returns how many. */
    CompletableFuture<Integer> prune(Instant endedBefore, int max);

    /** The store's clock: the one that decides about due times and leases. */
    Instant now();

    /**
     * Adds a listener that is called, on any thread and never under a lock, when runs may have become claimable otherwise than
     * by time, or when a run was started that begins later, so that {@link #nextDue} may be sooner. It stays for as long as the store is open.
     */
    void onWork(Runnable listener);

    /**
     * Adds a listener that is called, on any thread and never under a lock, with the ids of runs that got a signal while they
     * were owned. It stays for as long as the store is open.
     */
    void onMail(Consumer<String> listener);

    /** Releases what the store holds. Operations under way complete or fail with {@link dev.perdure.StoreUnavailable}. */
    @Override
    void close();

    /** This store, if it takes part in transactions of others, or null. A store that stands before another one asks that. */
    default @Nullable JoinableStore joinable() {
        return null;
    }
}
