package dev.perdure.tests.docs;

import static dev.perdure.testkit.PerdureAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.testkit.CrashEverywhere;
import dev.perdure.testkit.DurableTest;
import dev.perdure.testkit.TestEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

// snippet: test
class OrderDurableTest {
    private final Map<String, String> charged = new LinkedHashMap<>(); // by key, as a payment service keeps it
    private int outages;

    private final Payments payments = (order, key) -> {
        if (outages-- > 0) throw new IllegalStateException("no connection");
        return charged.computeIfAbsent(key, any -> "charge " + order.id());
    };
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
        outages = 3;
        engine.register(new OrderFlow(payments, carrier));
        var run = engine.start("order-7", OrderFlow::place, order(engine.clock().instant()));

        assertThat(run).isAtAttempt(2);
        engine.advance(Duration.ofMinutes(1)); // the waits between attempts grow
        assertThat(run).returned(new Receipt("7", "charge 7", List.of("label tea", "label cups")));
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
