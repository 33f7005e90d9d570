package dev.perdure;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a run is started. Immutable: each word returns a changed copy. Usually written as words before a start, {@code
 * engine.onQueue("gpu").withPriority(5).start(…)}, or behind a {@code spawn}.
 *
 * @param queue the queue, or null for the one that the method's {@link Durable#queue} names
 * @param priority of what waits in a queue, the highest goes first; -1,000 to 1,000, default 0
 * @param key runs of one key share the queue's limit per key; null for none
 * @param delay how long after its start the run may begin; default zero
 * @param dedup as long as a run with this mark on the queue has not ended, a start with the same mark gives that run; null for none
 */
public record StartOptions(
        @Nullable String queue,
        int priority,
        @Nullable String key,
        Duration delay,
        @Nullable String dedup) {
    /** The queue of runs for which no other was named. It has no limits. */
    public static final String DEFAULT_QUEUE = "default";

    /** On the method's queue, with priority 0, at once. */
    public static final StartOptions NONE = new StartOptions(null, 0, null, Duration.ZERO, null);

    private static final int MOST = 1_000;

    /** Checks all of them. */
    public StartOptions {
        if (queue != null) queue(queue);
        if (priority < -MOST || priority > MOST)
            throw Checks.bad("the priority", priority, "between -1,000 and 1,000; the highest goes first");
        if (key != null) Checks.name("the key", key);
        if (dedup != null) Checks.name("the mark against duplicates", dedup);
        Checks.notNegative("the delay of a start", Objects.requireNonNull(delay, "delay"));
    }

    /**
     * A name that a queue can have: letters, digits and {@code . _ : / -}, at most 100 of them.
     *
     * @throws InvalidArgument if it is none
     */
    public static String queue(String name) {
        if (!isQueue(Objects.requireNonNull(name, "the name of a queue is null")))
            throw Checks.bad(
                    "the name of a queue",
                    "\"" + name + "\"",
                    "1 to 100 letters, digits or characters of . _ : / -, such as \"gpu\"");
        return name;
    }

    /** Whether a queue can have this name. */
    public static boolean isQueue(String name) {
        if (name.isEmpty() || name.length() > 100) return false;
        return name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "._:/-".indexOf(c) >= 0));
    }

    /** On this queue. */
    public StartOptions withQueue(String name) {
        return new StartOptions(queue(name), priority, key, delay, dedup);
    }

    /** With this priority. */
    public StartOptions withPriority(int number) {
        return new StartOptions(queue, number, key, delay, dedup);
    }

    /** With this key. */
    public StartOptions withKey(String name) {
        return new StartOptions(queue, priority, Objects.requireNonNull(name, "key"), delay, dedup);
    }

    /** So long after its start. */
    public StartOptions withDelay(Duration wait) {
        return new StartOptions(queue, priority, key, wait, dedup);
    }

    /** With this mark against duplicates. */
    public StartOptions withDedup(String mark) {
        return new StartOptions(queue, priority, key, delay, Objects.requireNonNull(mark, "dedup"));
    }
}
