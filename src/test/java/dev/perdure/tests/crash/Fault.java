package dev.perdure.tests.crash;

/** What happens at an operation of the store. */
enum Fault {
    /** The process dies, and it was not done. */
    CRASH_BEFORE,
    /** The process dies, and it was done. */
    CRASH_AFTER,
    /** It fails, and was not done. */
    ERROR_BEFORE,
    /** It fails, and was done all the same. */
    ERROR_AFTER,
    /** It and some that follow fail, and were not done. */
    OUTAGE;

    /** How many operations an outage lasts. */
    static final int LASTS = 7;

    boolean kills() {
        return this == CRASH_BEFORE || this == CRASH_AFTER;
    }
}
