package dev.perdure.local;

import java.time.Clock;

/** The one place of this room that asks the platform for the time. */
final class SystemClock {
    private SystemClock() {}

    static Clock utc() {
        return Clock.systemUTC();
    }
}
