package dev.perdure.engine;

import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Lease;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.Store;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A store whose n-th change of state is the last thing that the process lives to see: before it, or right after it. */
final class CrashingStore extends ForwardingStore {
    /** The process dies under the thread that called. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Runnable crash;
    private final int at;
    private final boolean after;
    private int operations;
    private boolean killed;

    CrashingStore(Store store, int at, boolean after, Runnable crash) {
        super(store);
        this.at = at;
        this.after = after;
        this.crash = crash;
    }

    /** Whether the process has died. */
    boolean crashed() {
        return killed || operations >= at;
    }

    /** The process dies now, whatever it is doing. */
    void kill() {
        killed = true;
    }

    private <T> CompletableFuture<T> operation(Supplier<CompletableFuture<T>> operation) {
        if (killed) return new CompletableFuture<>();
        if (++operations != at) return operation.get();
        if (after) operation.get().join();
        crash.run();
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        var answer = operation(() -> super.commit(changes));
        if (crashed() && changes.get(0) instanceof Change.Start) throw new Crash();
        return answer;
    }

    @Override
    public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
        return operation(() -> super.claim(lease, claim));
    }
}
