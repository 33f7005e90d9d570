package dev.perdure.store;

import dev.perdure.StartOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands in line.
 *
 * @param queue the queue it is on
 * @param priority the highest goes first
 * @param key the key whose limit on the queue it shares, or null
 */
public record Placement(
        String queue, int priority, @Nullable String key) {
    /** On the queue that has no limits. */
    public static final Placement DEFAULT = new Placement(StartOptions.DEFAULT_QUEUE, 0, null);

    /** Checks that there is a queue. */
    public Placement {
        Objects.requireNonNull(queue, "queue");
    }

    /** Whether this is the queue that has no limits. */
    public boolean isDefault() {
        return queue.equals(StartOptions.DEFAULT_QUEUE);
    }
}
