package dev.perdure.sql;

import java.time.Instant;

/** Moments as microseconds since 1970 UTC; those too far away for that become the farthest that are not. */
public final class Micros {
    private static final long PER_SECOND = 1_000_000;
    private static final long LAST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

    private Micros() {}

    /** The last microsecond that is not after the moment. */
    public static long floor(Instant moment) {
        long second = Math.max(-LAST_SECOND, Math.min(LAST_SECOND, moment.getEpochSecond()));
        return second * PER_SECOND + moment.getNano() / 1000;
    }

    /** The first microsecond that is not before the moment: a due time must not come early. */
    public static long ceiling(Instant moment) {
        long floor = floor(moment);
        return instant(floor).isBefore(moment) ? floor + 1 : floor;
    }

    /** The moment of a count of microseconds. */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1000L);
    }
}
