package dev.perdure.postgres;

import java.util.UUID;
import java.util.function.LongSupplier;

/** The one place of this room that asks the platform for time and chance. */
final class SystemClock {
    private SystemClock() {}

    /** Nanoseconds that only go forward. */
    static LongSupplier ticks() {
        return System::nanoTime;
    }

    /** A name that nobody else has. */
    static String uniqueName() {
        return UUID.randomUUID().toString();
    }
}
