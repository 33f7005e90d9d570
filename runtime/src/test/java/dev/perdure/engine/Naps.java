package dev.perdure.engine;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.sleep;
import static dev.perdure.Perdure.sleepUntil;

import dev.perdure.Durable;
import java.time.Duration;
import java.time.Instant;

/** Sleeps; the machine beside it is written by hand. */
class Naps {
    final Shop.Desk desk;

    Naps(Shop.Desk desk) {
        this.desk = desk;
    }

    /** A time, then a moment, then a call. */
    @Durable
    String nap(Duration duration, Instant until) throws Exception {
        sleep(duration);
        sleepUntil(until);
        return await(() -> desk.call("up")).named("up").get();
    }
}
