package dev.perdure.postgres;

import dev.perdure.sql.Micros;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * What the server's clock says, without asking it each time: its last answer, and how long that is ago. It is never ahead of
 * the server: an answer counts from when it came in.
 */
final class ServerClock {
    private final LongSupplier ticks;
    private volatile Answer last = new Answer(0, 0);

    ServerClock(LongSupplier ticks) {
        this.ticks = ticks;
    }

    private record Answer(long micros, long ticks) {}

    /** The server has just said this. */
    void heard(long micros) {
        last = new Answer(micros, ticks.getAsLong());
    }

    Instant now() {
        var answer = last;
        return Micros.instant(answer.micros).plusNanos(ticks.getAsLong() - answer.ticks);
    }
}
