package dev.perdure.engine;

import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Lease;
import dev.perdure.store.Queues;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A store that is far away: what it is asked reaches it later, and its answers are heard of later still. */
final class SlowStore extends ForwardingStore {
    private final Executor way;

    SlowStore(Store store, Executor way) {
        super(store);
        this.way = way;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing is left in it
    private <T> CompletableFuture<T> later(Supplier<CompletableFuture<T>> question) {
        var answer = new CompletableFuture<T>();
        way.execute(() -> question.get()
                .whenComplete((value, failure) -> way.execute(() -> {
                    if (failure == null) answer.complete(value);
                    else answer.completeExceptionally(failure);
                })));
        return answer;
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        return later(() -> super.commit(changes));
    }

    @Override
    public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
        return later(() -> super.claim(lease, claim));
    }

    @Override
    public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
        return later(() -> super.load(ids));
    }

    @Override
    public CompletableFuture<Instant> nextDue(Set<String> methods, Queues queues) {
        return later(() -> super.nextDue(methods, queues));
    }
}
