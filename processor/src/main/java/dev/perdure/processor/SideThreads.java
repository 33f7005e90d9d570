package dev.perdure.processor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Threads beside the compiler's, for work that it need not do itself. */
final class SideThreads implements AutoCloseable {
    private final ExecutorService worker;

    /** As many threads, none of which is made before there is work for it. */
    SideThreads(int threads) {
        worker = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "perdure-processor");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins the work; what comes back waits for its end, and throws what it threw. */
    <T> Supplier<T> put(Supplier<T> work) {
        var result = CompletableFuture.supplyAsync(work, worker);
        return () -> {
            try {
                return result.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) throw cause;
                if (e.getCause() instanceof Error cause) throw cause;
                throw e;
            }
        };
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
