package dev.perdure.store;

import java.util.Set;

/**
 * Queues that a node serves.
 *
 * @param every whether it serves every queue there is
 * @param names otherwise the queues it serves
 */
public record Queues(boolean every, Set<String> names) {
    /** Every queue there is, and that will be. */
    public static final Queues ALL = new Queues(true, Set.of());

    /** Copies the names. */
    public Queues {
        names = Set.copyOf(names);
    }

    /** These queues. */
    public static Queues of(String... names) {
        return new Queues(false, Set.of(names));
    }

    /** Whether a queue is among them. */
    public boolean has(String queue) {
        return every || names.contains(queue);
    }
}
