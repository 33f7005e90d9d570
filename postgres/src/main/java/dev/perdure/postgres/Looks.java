package dev.perdure.postgres;

/**
 * Conditions that look whether a run waits, by the first entry of an index. An EXISTS would not do: where many runs wait, the
 * planner finds it cheapest to pass all of the table until it meets one of them.
 */
final class Looks {
    /** A ready run of a queue and a method that was not set back. */
    static final String READY =
            "(SELECT since FROM {}run WHERE status = 0 AND place >= 0 AND queue = %s AND method = %s"
                    + " ORDER BY place, priority DESC, since LIMIT 1) IS NOT NULL";

    /** One that has not begun, in a queue without limits, whatever it is, of so many crashes. */
    static final String NEW = "(SELECT since FROM {}run WHERE status = 0 AND place >= 0 AND place = 0 AND queue = %s"
            + " AND method = %s AND crashes BETWEEN ? AND ? ORDER BY priority DESC, since LIMIT 1) IS NOT NULL";

    /** A parked run of a queue and a method whose due time has come. */
    static final String DUE = "(SELECT since FROM {}run WHERE status = 2 AND queue = %s AND method = %s"
            + " AND since IS NOT NULL ORDER BY since LIMIT 1) <= {}micros()";

    /** The same, of so many crashes. */
    static final String DUE_OF_CRASHES = "(SELECT since FROM {}run WHERE status = 2 AND queue = %s AND method = %s"
            + " AND since IS NOT NULL AND crashes BETWEEN ? AND ? ORDER BY since LIMIT 1) <= {}micros()";

    /** A ready run of a queue that was set back. */
    static final String BACK = "(SELECT key FROM {}run WHERE status = 0 AND place < 0 AND queue = %s"
            + " ORDER BY key LIMIT 1) IS NOT NULL";

    private Looks() {}
}
