package dev.perdure.engine;

import dev.perdure.store.Change;
import dev.perdure.store.Result;
import dev.perdure.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: one batch is under way at a time, and the next is whatever came meanwhile. Nobody waits for company: a change
 * that comes alone is written alone. Callbacks must hand everything longer on: they run one after the other, on the store's thread
 * or on one of the executor's.
 */
final class Committer {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int BATCH = 1_024;

    private final Store store;
    private final Executor telling;
    private final Queue<Entry> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    private final Set<Answered> untold = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Tells of batches on threads of this executor while others follow them. */
    Committer(Store store, Executor telling) {
        this.store = store;
        this.telling = telling;
    }

    /** Hears what became of a change. */
    interface Callback {
        /** The store has answered: applied durably, or rejected. */
        void done(Result result);

        /** The store has not answered: the change may or may not be durable. */
        void unsure(Throwable failure);
    }

    private record Entry(Change change, Callback callback) {}

    /** Writes a change with the next batch. */
    void submit(Change change, Callback callback) {
        queue.add(new Entry(change, callback));
        drain();
    }

    /** Writes a change; the future completes with what became of it. */
    CompletableFuture<Result> submit(Change change) {
        var future = new CompletableFuture<Result>();
        submit(change, new Callback() {
            @Override
            public void done(Result result) {
                future.complete(result);
            }

            @Override
            public void unsure(Throwable failure) {
                future.completeExceptionally(failure);
            }
        });
        return future;
    }

    private void drain() {
        while (!queue.isEmpty() && writing.compareAndSet(false, true)) {
            var batch = batch();
            var written = batch.isEmpty() ? CompletableFuture.completedFuture(List.<Result>of()) : write(batch);
            if (!written.isDone()) {
                Answers.to(written, (results, failure) -> answered(new Answered(batch, results, failure)));
                return;
            }
            writing.set(false);
            Answers.to(written, (results, failure) -> new Answered(batch, results, failure).run());
        }
    }

    /**
     * What has come meanwhile is on its way to the store before anybody hears of this batch: while they go on, the store writes. A
     * batch that nobody waits behind is told of right here, which is what a lone run needs.
     */
    private void answered(Answered batch) {
        writing.set(false);
        if (queue.isEmpty()) { // whoever comes from now on finds that nothing is being written
            batch.run();
            return;
        }
        drain();
        untold.add(batch);
        try {
            if (!closed) telling.execute(batch);
            else batch.run();
        } catch (RuntimeException refused) { // by a scheduler that is not ours
            batch.run();
        }
    }

    /** The threads that tell of batches are gone: this is done by whoever brings the answer. */
    void close() {
        closed = true;
        untold.forEach(Answered::run);
    }

    /** What became of a batch, to be told once. */
    private final class Answered implements Runnable {
        private final List<Entry> batch;
        private final @Nullable List<Result> results;
        private final @Nullable Throwable failure;
        private final AtomicBoolean told = new AtomicBoolean();

        Answered(List<Entry> batch, @Nullable List<Result> results, @Nullable Throwable failure) {
            this.batch = batch;
            this.results = results;
            this.failure = failure;
        }

        @Override
        public void run() {
            if (!told.compareAndSet(false, true)) return;
            untold.remove(this);
            for (int i = 0; i < batch.size(); i++) {
                try {
                    tell(batch.get(i).callback(), results == null ? null : results.get(i), failure);
                } catch (RuntimeException | Error unexpected) { // its neighbours are told all the same
                    LOG.error(
                            "what became of {} was not dealt with", batch.get(i).change(), unexpected);
                }
            }
        }
    }

    private List<Entry> batch() {
        var batch = new ArrayList<Entry>();
        for (var entry = queue.poll(); entry != null; entry = batch.size() < BATCH ? queue.poll() : null)
            batch.add(entry);
        return batch;
    }

    private CompletableFuture<List<Result>> write(List<Entry> batch) {
        var changes = new ArrayList<Change>(batch.size());
        for (Entry entry : batch) changes.add(entry.change());
        return Answers.asked(() -> store.commit(changes));
    }

    private static void tell(Callback callback, @Nullable Result result, @Nullable Throwable failure) {
        if (result != null) callback.done(result);
        else callback.unsure(failure == null ? new IllegalStateException("no results") : Failures.unwrap(failure));
    }
}
