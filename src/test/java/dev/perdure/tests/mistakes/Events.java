package dev.perdure.tests.mistakes;

import dev.perdure.engine.RunListener;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for what runs do, instead of asking again and again. */
final class Events implements RunListener {
    private final Map<String, CompletableFuture<String>> heard = new ConcurrentHashMap<>();

    private CompletableFuture<String> event(String name, String run) {
        return heard.computeIfAbsent(name + " " + run, key -> new CompletableFuture<>());
    }

    /** Waits until a run is stuck; returns why. */
    String stuck(String run) throws Exception {
        return event("stuck", run).get(30, TimeUnit.SECONDS);
    }

    /** Waits until a run has left memory. */
    void parked(String run) throws Exception {
        event("parked", run).get(30, TimeUnit.SECONDS);
    }

    @Override
    public void stuck(String run, String problem) {
        event("stuck", run).complete(problem);
    }

    @Override
    public void parked(String run, String await, @Nullable Instant wakesAt) {
        event("parked", run).complete(await);
    }
}
