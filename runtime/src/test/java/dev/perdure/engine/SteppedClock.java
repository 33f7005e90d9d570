package dev.perdure.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that somebody sets: it goes as another one does, but for steps. */
final class SteppedClock extends Clock {
    private final Clock base;
    private Duration offset = Duration.ZERO;

    SteppedClock(Clock base) {
        this.base = base;
    }

    /** Sets it forward, or back by a negative step. */
    void step(Duration by) {
        offset = offset.plus(by);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
