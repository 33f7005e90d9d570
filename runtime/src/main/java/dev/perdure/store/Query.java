package dev.perdure.store;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list, ordered by id.
 *
 * @param statuses only runs of these; empty for all
 * @param method only runs of this method, or null for all
 * @param queue only runs on this queue, or null for all
 * @param after only ids after this one, or null from the beginning
 * @param max at most this many, 1 to 10,000
 */
public record Query(
        Set<RunImage.Status> statuses,
        @Nullable String method,
        @Nullable String queue,
        @Nullable String after,
        int max) {
    /** Checks and copies. */
    public Query {
        statuses = Set.copyOf(statuses);
        if (max < 1 || max > 10_000)
            throw new dev.perdure.InvalidArgument("page size is " + max + "; it must be between 1 and 10,000");
    }

    /** Runs of every queue. */
    public Query(Set<RunImage.Status> statuses, @Nullable String method, @Nullable String after, int max) {
        this(statuses, method, null, after, max);
    }

    /** The first page of all runs. */
    public static Query all(int max) {
        return new Query(Set.of(), null, null, null, max);
    }
}
