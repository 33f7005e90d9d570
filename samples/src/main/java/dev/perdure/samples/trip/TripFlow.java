package dev.perdure.samples.trip;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.sleep;

import dev.perdure.Durable;
import java.time.Duration;

/** A flight and a hotel at the same time, a pause, then a car: if there is none, what was booked is taken back. */
public class TripFlow {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Agency agency;

    /** With this agency. */
    public TripFlow(Agency agency) {
        this.agency = agency;
    }

    /** All three bookings of a trip. */
    @Durable
    public String book(String trip) throws SoldOut {
        var both = all(
                        await(() -> agency.book("flight", trip, idempotencyKey()))
                                .withUndo(agency::cancel),
                        await(() -> agency.book("hotel", trip, idempotencyKey()))
                                .withUndo(agency::cancel))
                .named("journey")
                .get();
        sleep(PAUSE);
        var car = await(() -> agency.book("car", trip, idempotencyKey()))
                .withUndo(booking -> agency.cancel(booking))
                .named("car")
                .get();
        return both.first() + " " + both.second() + " " + car;
    }
}
