package dev.perdure.tests.cluster;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A run of one call, which counts how often each was called in this process. */
public class Greeting {
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    /** Greets once. */
    @Durable
    public String greet(String name) {
        return await(() -> called(name)).get();
    }

    private String called(String name) {
        calls.computeIfAbsent(name, any -> new AtomicInteger()).incrementAndGet();
        return answer(name);
    }

    static String answer(String name) {
        return "hello " + name;
    }

    /** Who was called so far, and how often. */
    Map<String, Integer> calls() {
        var counted = new TreeMap<String, Integer>();
        calls.forEach((name, times) -> counted.put(name, times.get()));
        return counted;
    }
}
