package dev.perdure.engine;

import java.time.Clock;

/** The platform's clock. */
final class SystemClock {
    private SystemClock() {}

    static Clock utc() {
        return Clock.systemUTC();
    }
}
