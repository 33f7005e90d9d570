package dev.perdure.tests.docs;

import static dev.perdure.testkit.PerdureAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.RunStatus.State;
import dev.perdure.testkit.CrashEverywhere;
import dev.perdure.testkit.DurableTest;
import dev.perdure.testkit.TestEngine;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

// snippet: test
class OrderDurableTest {
    private final Map<String, String> charged = new LinkedHashMap<>(); // by key, as a payment service keeps it
    private final Payments payments = (order, key) -> charged.computeIfAbsent(key, any -> "charge " + order.id());
    private final Carrier carrier = line -> "label " + line;

    @DurableTest
    void parcel_waits_for_its_pickup(TestEngine engine) {
        engine.register(new OrderFlow(payments, carrier));
        var order = order(engine.clock().instant().plus(Duration.ofDays(3)));
        var run = engine.start("order-7", OrderFlow::place, order);

        assertThat(run).isWaitingAt("sleepUntil").wakesAt(order.pickup());
        engine.advance(Duration.ofDays(3));
        assertThat(run).returned(new Receipt("7", "charge 7", List.of("label tea", "label cups")));
    }

    @DurableTest
    void outage_of_the_payment_service_is_waited_out(TestEngine engine) {
        engine.register(new OrderFlow(payments, carrier)).failing("charge", 3, () -> new ConnectException("refused"));
        var run = engine.start("order-7", OrderFlow::place, order(engine.clock().instant()));

        assertThat(run).isAtAttempt(2);
        engine.advance(Duration.ofMinutes(1)); // the waits between attempts grow
        assertThat(run).returned(new Receipt("7", "charge 7", List.of("label tea", "label cups")));
    }

    @DurableTest
    void outage_that_lasts_ends_the_order(TestEngine engine) {
        engine.register(new OrderFlow(payments, carrier)).failing("charge", 5, () -> new ConnectException("refused"));
        var run = engine.start("order-7", OrderFlow::place, order(engine.clock().instant()));

        engine.advance(Duration.ofHours(1));
        assertThat(run).threw(ConnectException.class);
        assertThat(charged).isEmpty();
    }

    @DurableTest
    void answer_that_is_lost_costs_nobody_money(TestEngine engine) {
        engine.register(new OrderFlow(payments, carrier)).losing("charge", 1, () -> new SocketException("reset"));
        var run = engine.start("order-7", OrderFlow::place, order(engine.clock().instant()));

        engine.advance(Duration.ofMinutes(1));
        assertThat(run).returned(new Receipt("7", "charge 7", List.of("label tea", "label cups")));
        assertThat(charged).hasSize(1); // charged twice under one key
    }

    @DurableTest
    void slow_payment_service_is_asked_again(TestEngine engine) {
        engine.register(new OrderFlow(payments, carrier)).delaying("charge", 1, Duration.ofSeconds(15));
        var run = engine.start("order-7", OrderFlow::place, order(engine.clock().instant()));

        assertThat(run).isAtAttempt(2); // the first was interrupted after ten seconds
        engine.advance(Duration.ofMinutes(1));
        assertThat(run).is(State.DONE);
    }

    @DurableTest
    void labels_that_were_made_are_kept_when_the_printer_jams(TestEngine engine) {
        var made = new ArrayList<String>();
        Carrier printer = line -> {
            made.add(line);
            return "label " + line;
        };
        engine.register(new OrderFlow(payments, printer)).failing("label", 2, () -> new IllegalStateException("jam"));
        var run = engine.start("order-7", OrderFlow::place, order(engine.clock().instant()));

        engine.crash();
        engine.advance(Duration.ofMinutes(1));
        assertThat(run).is(State.DONE);
        assertThat(made).containsExactly("tea", "cups");
    }

    @DurableTest
    void declined_card_ends_the_order(TestEngine engine) {
        var asked = new ArrayList<String>();
        Payments declining = (order, key) -> {
            asked.add(key);
            throw new CardDeclined("4711");
        };
        engine.register(new OrderFlow(declining, carrier));
        var run = engine.start("order-7", OrderFlow::place, order(engine.clock().instant()));

        assertThat(run).threw(CardDeclined.class);
        assertThat(asked).hasSize(1);
    }

    @CrashEverywhere
    void order_is_charged_once_wherever_the_process_dies(TestEngine engine) {
        engine.register(new OrderFlow(payments, carrier));
        var run = engine.start("order-7", OrderFlow::place, order(engine.clock().instant()));

        assertThat(run).returned(new Receipt("7", "charge 7", List.of("label tea", "label cups")));
        assertThat(charged).hasSize(1);
    }

    private static Order order(Instant pickup) {
        return new Order("7", List.of("tea", "cups"), pickup);
    }
}
// end snippet
