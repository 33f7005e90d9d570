package dev.perdure.tests.sim;

import dev.perdure.StartOptions;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What is outside of all runs, and survives all nodes. It checks what it can see. */
final class World {
    private final Universe universe;
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Set<String> once = new HashSet<>();

    /** The queue of children. */
    String queue = StartOptions.DEFAULT_QUEUE;

    World(Universe universe) {
        this.universe = universe;
    }

    /** Fails so many times per key, and then gives the site's value. */
    long call(String key, int site, int failures) {
        var attempt = attempts.merge(key, 1, Integer::sum);
        universe.trace("call " + key + " " + site + " " + attempt);
        if (attempt <= failures) throw new IllegalStateException("not yet: s" + site);
        return Oracle.value(site);
    }

    /** Fails. */
    long fail(String key, int site) throws Broken {
        attempts.merge(key, 1, Integer::sum);
        universe.trace("fail " + key);
        throw new Broken("s" + site);
    }

    /** Must not be called twice with a key. */
    long once(String key, int site) {
        universe.trace("once " + key);
        if (!once.add(key)) universe.violated("G4: called twice, at most once was asked: " + key + " at s" + site);
        return Oracle.value(site);
    }

    /** Somebody does not know whether. */
    long lost(int site) {
        universe.trace("lost " + site);
        return 0;
    }

    void undo(int site) {
        universe.trace("undo " + site);
    }

    /** Gives the site's value later. */
    CompletionStage<Long> later(int site, int millis) {
        var answer = new CompletableFuture<Long>();
        universe.trace("later " + site);
        universe.after(millis * 1000L, () -> answer.complete(Oracle.value(site)));
        return answer;
    }

    int polled(String key) {
        return attempts.merge(key, 1, Integer::sum);
    }

    Instant now() {
        return universe.instant();
    }

    /** A sleeper has woken. */
    void woke(Instant due) {
        universe.trace("woke " + due);
        if (universe.latest().isBefore(due)) universe.violated("G8: woke before " + due + ", at " + universe.instant());
    }

    /** How often calls were made. */
    int attempts() {
        return attempts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
