package dev.perdure.engine;

import dev.perdure.EngineClosed;
import dev.perdure.UnknownRun;
import dev.perdure.store.Payload;
import dev.perdure.store.RunImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Those who wait for the end of runs: told at once of runs that end here, and by asking the store now and then of others. */
final class Observers {
    private static final Duration ASK = Duration.ofSeconds(1);
    private static final int PAGE = 500;

    /** How a run has ended. */
    record Ending(String method, Payload outcome) {}

    private final Core core;
    private final Map<String, CompletableFuture<Ending>> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean closed;

    Observers(Core core) {
        this.core = core;
    }

    /** The end of a run, whenever it comes. */
    CompletableFuture<Ending> of(String run) {
        if (closed) return CompletableFuture.failedFuture(closedEngine());
        var fresh = new CompletableFuture<Ending>();
        var known = waiting.putIfAbsent(run, fresh);
        if (known != null) return known;
        if (closed) close();
        if (!core.live.containsKey(run)) ask(List.of(run));
        askLater();
        return fresh;
    }

    /** A run has ended here. */
    void ended(String run, Ending ending) {
        var future = waiting.remove(run);
        if (future != null) core.scheduler.execute(() -> future.complete(ending));
    }

    void close() {
        closed = true;
        for (String run : List.copyOf(waiting.keySet())) fail(run, closedEngine());
    }

    private static EngineClosed closedEngine() {
        return new EngineClosed(
                "the engine was closed before the run has ended; the run goes on when an engine is started"
                        + " on its store");
    }

    private void fail(String run, RuntimeException failure) {
        var future = waiting.remove(run);
        if (future != null) future.completeExceptionally(failure);
    }

    private void askLater() {
        if (waiting.isEmpty() || closed || !asking.compareAndSet(false, true)) return;
        core.scheduler.schedule(
                ASK,
                () -> core.scheduler.execute(() -> {
                    asking.set(false);
                    var elsewhere = new ArrayList<String>();
                    for (String run : waiting.keySet()) if (!core.live.containsKey(run)) elsewhere.add(run);
                    for (int from = 0; from < elsewhere.size(); from += PAGE)
                        ask(elsewhere.subList(from, Math.min(elsewhere.size(), from + PAGE)));
                    askLater();
                }));
    }

    private void ask(List<String> runs) {
        Answers.ask(() -> core.store.load(runs), (images, failure) -> {
            if (images == null) return; // the store is away: asked again later
            for (RunImage image : images) {
                var outcome = image.outcome();
                if (outcome != null) ended(image.id(), new Ending(image.method(), outcome));
            }
            for (String run : runs)
                if (images.stream().noneMatch(image -> image.id().equals(run)))
                    fail(run, new UnknownRun("there is no run \"" + run + "\" in this store"));
        });
    }
}
