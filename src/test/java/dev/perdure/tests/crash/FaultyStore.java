package dev.perdure.tests.crash;

import dev.perdure.StoreUnavailable;
import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Lease;
import dev.perdure.store.Page;
import dev.perdure.store.Query;
import dev.perdure.store.Queues;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store whose so-and-so-manieth operation goes wrong. It outlives its plays, and forgets who listened in the one before. */
final class FaultyStore extends ForwardingStore {
    private final List<Runnable> workers = new ArrayList<>();
    private final List<Consumer<String>> readers = new ArrayList<>();
    private @Nullable Fault fault;
    private Runnable crash = () -> {};
    private int at;
    private int operations;
    private boolean calm;

    FaultyStore(Store store) {
        super(store);
        store.onWork(() -> List.copyOf(workers).forEach(Runnable::run));
        store.onMail(run -> List.copyOf(readers).forEach(reader -> reader.accept(run)));
    }

    /** A play begins; without a fault if that is null. */
    void begin(@Nullable Fault planned, int operation, Runnable dies) {
        workers.clear();
        readers.clear();
        fault = planned;
        at = operation;
        crash = dies;
        operations = 0;
        calm = false;
    }

    /** Whether what was planned has come about. */
    boolean struck() {
        return fault != null && operations >= at;
    }

    /** How many operations could have gone wrong so far. */
    int operations() {
        return operations;
    }

    /** Nothing goes wrong for a while, and nothing is counted. */
    void calm(boolean yes) {
        calm = yes;
    }

    private <T> CompletableFuture<T> operation(Supplier<CompletableFuture<T>> operation) {
        if (calm) return operation.get();
        operations++;
        if (fault == null) return operation.get();
        boolean struck =
                operations == at || (fault == Fault.OUTAGE && operations > at && operations < at + Fault.LASTS);
        if (!struck) return operation.get();
        if (fault == Fault.CRASH_AFTER || fault == Fault.ERROR_AFTER)
            operation.get().join();
        if (fault.kills()) crash.run();
        return CompletableFuture.failedFuture(new StoreUnavailable("planned: " + fault, null));
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        return operation(() -> super.commit(changes));
    }

    @Override
    public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
        return operation(() -> super.claim(lease, claim));
    }

    @Override
    public CompletableFuture<Lease> join(String node, Duration length) {
        return operation(() -> super.join(node, length));
    }

    @Override
    public CompletableFuture<Lease> renew(Lease lease, Duration length) {
        return operation(() -> super.renew(lease, length));
    }

    @Override
    public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
        return operation(() -> super.load(ids));
    }

    @Override
    public CompletableFuture<Page> find(Query query) {
        return operation(() -> super.find(query));
    }

    @Override
    public CompletableFuture<Instant> nextDue(Set<String> methods, Queues queues) {
        return operation(() -> super.nextDue(methods, queues));
    }

    @Override
    public void onWork(Runnable listener) {
        workers.add(listener);
    }

    @Override
    public void onMail(Consumer<String> listener) {
        readers.add(listener);
    }

    /** It stays for the next play. */
    @Override
    public void close() {}

    /** No play follows. */
    void end() {
        super.close();
    }
}
