package dev.perdure.local;

import dev.perdure.sql.RunRow;
import java.util.Comparator;

/**
 * What the writer knows of an owned run without asking the database. This process alone writes the file, so it is never out
 * of date; it is rebuilt from the file on opening.
 */
final class Owned {
    /** Oldest due first; the run's number keeps the order total. */
    static final Comparator<Owned> BY_DUE =
            Comparator.<Owned>comparingLong(run -> since(run.row)).thenComparingLong(run -> run.row.no());

    /** The row as it is in the file. */
    final RunRow row;

    /** The lease that owns the run, or owned it when it ended. */
    long token;

    int crashes;

    /** Whether the hot row holds the frame; otherwise the frame table does. */
    boolean hotFrame;

    /** Whether the frame table has a row for the run, up to date or not. */
    boolean coldFrame;

    int parts;
    int letters;

    Owned(RunRow row, long token) {
        this.row = row;
        this.token = token;
    }

    /** When a run became claimable, for the order in which runs are handed out. */
    static long since(RunRow row) {
        var since = row.since();
        return since == null ? row.startedAt() : since;
    }
}
