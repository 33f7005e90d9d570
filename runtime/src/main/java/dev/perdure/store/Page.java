package dev.perdure.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of runs.
 *
 * @param runs their images, without frames, mailboxes and outcomes
 * @param next what to ask as {@link Query#after} for the next page, or null if this is the last
 */
public record Page(List<RunImage> runs, @Nullable String next) {
    /** Copies the list. */
    public Page {
        runs = List.copyOf(runs);
    }
}
