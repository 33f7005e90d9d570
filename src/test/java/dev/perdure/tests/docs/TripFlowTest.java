package dev.perdure.tests.docs;

import static dev.perdure.testkit.PerdureAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.CancelledException;
import dev.perdure.testkit.CrashEverywhere;
import dev.perdure.testkit.DurableTest;
import dev.perdure.testkit.TestEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class TripFlowTest {
    private final Map<String, String> bookings = new LinkedHashMap<>();
    private final List<String> cancelled = new ArrayList<>();
    private String token = "";

    private final Agency agency = new Agency() {
        @Override
        public String flight(String traveller) {
            return "flight";
        }

        @Override
        public String hotel(String traveller) {
            return "hotel";
        }

        @Override
        public String reserve(String offer, String key) {
            bookings.put(key, offer);
            return offer + "!";
        }

        @Override
        public void cancel(String booking) {
            if (!cancelled.contains(booking)) cancelled.add(booking);
        }

        @Override
        public int seat(String leg) {
            return leg.length();
        }

        @Override
        public String ticket(String leg, int seat) {
            return leg + seat;
        }

        @Override
        public void invoice(String traveller, String given) {
            token = given;
        }

        @Override
        public String ask(String traveller) {
            return "fine";
        }
    };

    @CrashEverywhere
    void G4_G9_G11_a_trip_is_booked_wherever_the_process_dies(TestEngine engine) {
        engine.register(new TripFlow(agency));
        var run = engine.start("trip", TripFlow::book, "Ann", List.of("out", "back"));
        assertThat(run).isWaitingAt("second thoughts");
        engine.advance(Duration.ofDays(1));
        assertThat(run).isWaitingAt("payment");
        engine.complete(token, "paid");
        assertThat(run)
                .returned(List.of(
                        "flight!", "hotel!", "out3+back4", "paid", run.result().get(4)));
        assertThat(engine.run(run.result().get(4)).result()).isEqualTo("fine");
        assertThat(bookings.values()).containsExactly("flight", "hotel");
        assertThat(cancelled).isEmpty();
    }

    @CrashEverywhere
    void second_thoughts_undo_what_was_booked(TestEngine engine) {
        engine.register(new TripFlow(agency));
        var run = engine.start("trip", TripFlow::book, "Ann", List.of("out"));
        run.signal(TripFlow.CALL_OFF, "ill");
        assertThat(run).threw(CalledOff.class, "ill");
        assertThat(cancelled).containsExactly("hotel!", "flight!");
    }

    @DurableTest
    void cancelling_undoes_what_was_booked(TestEngine engine) {
        engine.register(new TripFlow(agency));
        var run = engine.start("trip", TripFlow::book, "Ann", List.of("out"));
        assertThat(run).isWaitingAt("second thoughts");
        run.cancel("no planes");
        assertThat(run).threw(CancelledException.class, "no planes");
        assertThat(cancelled).containsExactly("hotel!", "flight!");
    }
}
