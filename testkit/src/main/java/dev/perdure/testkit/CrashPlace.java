package dev.perdure.testkit;

/**
 * Where a process dies.
 *
 * @param operation at which of its writes to the store, counted from 1
 * @param after whether the write is durable by then
 */
record CrashPlace(int operation, boolean after) {
    static final CrashPlace FIRST = new CrashPlace(1, false);

    /** The next one. */
    CrashPlace next() {
        return after ? new CrashPlace(operation + 1, false) : new CrashPlace(operation, true);
    }

    @Override
    public String toString() {
        return "crash " + (after ? "after" : "before") + " write " + operation;
    }
}
