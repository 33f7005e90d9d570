package dev.perdure.testkit;

import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Lease;
import dev.perdure.store.Page;
import dev.perdure.store.Query;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Queues;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store as a process sees it that dies at one of its writes. From then on no question is answered; a caller that would wait
 * for the answer dies as well, by {@link Crash}.
 */
final class MortalStore extends ForwardingStore {
    private final VirtualTime.Life life;
    private final @Nullable CrashPlace place;
    private int operations;
    private boolean waitedFor;

    /** Dies at a place, or not by itself. */
    MortalStore(Store store, VirtualTime.Life life, @Nullable CrashPlace place) {
        super(store);
        this.life = life;
        this.place = place;
    }

    /** Whether the caller waits for what it asks from now on. */
    void waitedFor(boolean yes) {
        waitedFor = yes;
    }

    private <T> CompletableFuture<T> write(Supplier<CompletableFuture<T>> operation) {
        if (life.dead()) return silence();
        operations++;
        if (place == null || operations != place.operation()) return operation.get();
        if (place.after()) operation.get().join();
        life.end();
        return silence();
    }

    private CompletableFuture<List<RunImage>> claimed(CompletableFuture<List<RunImage>> images) {
        return images.isCompletedExceptionally() || images.join().isEmpty() ? images : write(() -> images);
    }

    private <T> CompletableFuture<T> read(Supplier<CompletableFuture<T>> operation) {
        return life.dead() ? silence() : operation.get();
    }

    private <T> CompletableFuture<T> silence() {
        if (waitedFor) throw new Crash();
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        return write(() -> super.commit(changes));
    }

    @Override
    public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
        // One that finds nothing changes nothing, and before one that finds something is after the write before.
        return life.dead() ? silence() : claimed(super.claim(lease, claim));
    }

    @Override
    public CompletableFuture<Lease> renew(Lease lease, Duration length) {
        return read(() -> super.renew(lease, length));
    }

    @Override
    public CompletableFuture<Void> leave(Lease lease) {
        return read(() -> super.leave(lease));
    }

    @Override
    public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
        return read(() -> super.load(ids));
    }

    @Override
    public CompletableFuture<Page> find(Query query) {
        return read(() -> super.find(query));
    }

    @Override
    public CompletableFuture<Instant> nextDue(Set<String> methods, Queues queues) {
        return read(() -> super.nextDue(methods, queues));
    }

    @Override
    public CompletableFuture<Void> limit(QueueLimits limits) {
        return read(() -> super.limit(limits));
    }

    @Override
    public CompletableFuture<List<QueueLimits>> limits() {
        return read(super::limits);
    }

    @Override
    public CompletableFuture<Integer> prune(Instant endedBefore, int max) {
        return read(() -> super.prune(endedBefore, max));
    }

    @Override
    public void onWork(Runnable listener) {
        super.onWork(() -> {
            if (!life.dead()) listener.run();
        });
    }

    @Override
    public void onMail(Consumer<String> listener) {
        super.onMail(run -> {
            if (!life.dead()) listener.accept(run);
        });
    }

    /** The store outlives its processes. */
    @Override
    public void close() {}
}
