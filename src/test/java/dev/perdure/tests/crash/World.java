package dev.perdure.tests.crash;

import dev.perdure.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What the flows call, and what it has seen. It outlives all crashes. */
final class World {
    /** Something that is expected to go wrong. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }

    /** A print job elsewhere, that is found by its number. */
    record Printing(String what) implements Job<String> {
        static final Map<String, Integer> ASKED = new TreeMap<>();

        @Override
        public boolean complete() {
            return ASKED.merge(what, 1, Integer::sum) >= 3;
        }

        @Override
        public String get() {
            return what + " printed";
        }
    }

    /** Under each key what was called, and how often. */
    final Map<String, Integer> calls = new TreeMap<>();

    private final Map<String, Integer> tries = new TreeMap<>();
    private @Nullable String token;

    World() {
        Printing.ASKED.clear();
    }

    /** Does something. */
    String call(String what, String key) {
        calls.merge(what + " @" + key, 1, Integer::sum);
        return what + "!";
    }

    /** Fails. */
    String fail(String what) throws Broken {
        throw new Broken(what);
    }

    /** Fails a few times for each key, and then does something. */
    String flaky(String what, String key, int failures) {
        if (tries.merge(key, 1, Integer::sum) <= failures) throw new IllegalStateException(what + " is busy");
        return call(what, key);
    }

    /** Keeps a token for whoever completes it. */
    void hand(String handed) {
        token = handed;
    }

    String token() {
        if (token == null) throw new AssertionError("no token was handed over");
        return token;
    }

    CompletionStage<String> stage(String what) {
        return CompletableFuture.completedFuture(what + " later");
    }

    /** How often calls were made beyond the first time. */
    int repeats() {
        return calls.values().stream().mapToInt(times -> times - 1).sum();
    }

    /** What was done, without how often. */
    List<String> done() {
        return new ArrayList<>(calls.keySet());
    }
}
