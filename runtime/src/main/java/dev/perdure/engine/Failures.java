package dev.perdure.engine;

import dev.perdure.StoreUnavailable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Failures that came through futures. */
final class Failures {
    private Failures() {}

    /** What really happened. */
    static Throwable unwrap(Throwable failure) {
        var inner = failure;
        while ((inner instanceof CompletionException || inner instanceof ExecutionException)
                && inner.getCause() != null) inner = inner.getCause();
        return inner;
    }

    /** A failure of the store, to be thrown to the application. */
    static RuntimeException ofStore(Throwable failure) {
        var inner = unwrap(failure);
        if (inner instanceof dev.perdure.PerdureException ours) return ours;
        return new StoreUnavailable("the store failed: " + inner, inner);
    }
}
