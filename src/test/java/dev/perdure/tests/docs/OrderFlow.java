package dev.perdure.tests.docs;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.sleepUntil;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.perdure.Durable;
import java.util.ArrayList;

// snippet: flow
public class OrderFlow {
    private final Payments payments; // collaborators are never saved: the registered instance is used again
    private final Carrier carrier;

    public OrderFlow(Payments payments, Carrier carrier) {
        this.payments = payments;
        this.carrier = carrier;
    }

    @Durable
    public Receipt place(Order order) throws CardDeclined {
        String charge = await(() -> payments.charge(order, idempotencyKey()))
                .withRetry(
                        r -> r.attempts(5).backoff(ofMillis(500), ofSeconds(30)).abortOn(CardDeclined.class))
                .withTimeout(ofSeconds(10))
                .get();

        var labels = new ArrayList<String>();
        for (String line : order.lines()) {
            // loops and growing lists are saved as they are
            labels.add(await(() -> carrier.label(line)).withRetry().get());
        }

        sleepUntil(order.pickup()); // hours or days: no thread is held, and the process may end meanwhile
        return new Receipt(order.id(), charge, labels);
    }
}
// end snippet
