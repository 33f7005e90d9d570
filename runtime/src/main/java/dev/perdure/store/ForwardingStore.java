package dev.perdure.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A store that hands everything on to another one, to be extended by what changes, counts, delays or refuses some of it. An
 * operation that is overridden changes for all callers: none of these methods calls another.
 */
public class ForwardingStore implements Store {
    private final Store store;

    /** Hands on to this store, which is closed with it. */
    protected ForwardingStore(Store store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        return store.commit(changes);
    }

    @Override
    public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
        return store.claim(lease, claim);
    }

    @Override
    public CompletableFuture<Lease> join(String node, Duration length) {
        return store.join(node, length);
    }

    @Override
    public CompletableFuture<Lease> renew(Lease lease, Duration length) {
        return store.renew(lease, length);
    }

    @Override
    public CompletableFuture<Void> leave(Lease lease) {
        return store.leave(lease);
    }

    @Override
    public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
        return store.load(ids);
    }

    @Override
    public CompletableFuture<Page> find(Query query) {
        return store.find(query);
    }

    @Override
    public CompletableFuture<Instant> nextDue(Set<String> methods, Queues queues) {
        return store.nextDue(methods, queues);
    }

    @Override
    public CompletableFuture<Void> limit(QueueLimits limits) {
        return store.limit(limits);
    }

    @Override
    public CompletableFuture<List<QueueLimits>> limits() {
        return store.limits();
    }

    @Override
    public CompletableFuture<Integer> prune(Instant endedBefore, int max) {
        return store.prune(endedBefore, max);
    }

    @Override
    public Instant now() {
        return store.now();
    }

    @Override
    public void onWork(Runnable listener) {
        store.onWork(listener);
    }

    @Override
    public void onMail(Consumer<String> listener) {
        store.onMail(listener);
    }

    /** That of the store behind; transactions go past this one. */
    @Override
    public @Nullable JoinableStore joinable() {
        return store.joinable();
    }

    @Override
    public void close() {
        store.close();
    }
}
