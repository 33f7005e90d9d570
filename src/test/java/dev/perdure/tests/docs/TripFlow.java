package dev.perdure.tests.docs;

import static dev.perdure.Perdure.after;
import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.race;
import static dev.perdure.Perdure.spawn;

import dev.perdure.Callback;
import dev.perdure.Durable;
import dev.perdure.Signal;
import java.time.Duration;
import java.util.List;

/** The words of waiting, in one flow. */
// snippet: flow
public class TripFlow {
    public static final Signal<String> CALL_OFF = Signal.of("call-off", String.class);

    private final Agency agency;

    public TripFlow(Agency agency) {
        this.agency = agency;
    }

    @Durable
    public List<String> book(String traveller, List<String> legs) throws CalledOff {
        // several at once: the first failure cancels the others
        var offers = all(await(() -> agency.flight(traveller)).withRetry(3), await(() -> agency.hotel(traveller)))
                .get();

        // what is undone, in reverse order, if this method fails or is cancelled later
        var flight = await(() -> agency.reserve(offers.first(), idempotencyKey()))
                .withUndo(booking -> agency.cancel(booking))
                .get();
        var hotel = await(() -> agency.reserve(offers.second(), idempotencyKey()))
                .withUndo(agency::cancel)
                .get();

        // a person may call it off within a day; whichever comes first
        var called = race(await(CALL_OFF), after(Duration.ofDays(1)))
                .named("second thoughts")
                .get();
        if (called != null) throw new CalledOff(called);

        // a fan-out: each item is its own checkpoint, two at a time, each with several awaits
        var tickets = all(
                        legs,
                        leg -> branch(() -> {
                            var seat = await(() -> agency.seat(leg)).withRetry().get();
                            return await(() -> agency.ticket(leg, seat))
                                    .withRetry(5)
                                    .get();
                        }))
                .withConcurrency(2)
                .named("tickets")
                .get();

        // another system answers when it likes, by a token that only it was given
        var paid = await(Callback.of(String.class, token -> agency.invoice(traveller, token)))
                .withDeadline(Duration.ofDays(14))
                .named("payment")
                .get();

        // a run of its own, started with this very checkpoint; it may outlive this one
        var survey = spawn(TripFlow::survey, traveller).named("survey").get();
        return List.of(flight, hotel, String.join("+", tickets), paid, survey.id());
    }

    @Durable
    public String survey(String traveller) {
        return await(() -> agency.ask(traveller)).withRetry().get();
    }
}
// end snippet
