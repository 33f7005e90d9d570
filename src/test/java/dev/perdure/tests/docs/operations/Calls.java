package dev.perdure.tests.docs.operations;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;

import dev.perdure.Durable;
import dev.perdure.Step;
import java.io.IOException;
import java.time.Duration;

/** Awaited calls. */
public class Calls {
    /** What is called. */
    public interface Payments {
        String charge(String card, int cents, String key) throws IOException;
    }

    // snippet: step
    public interface Rates {
        @Step(attempts = 5, backoff = "500ms..30s", timeout = "10s", abortOn = IllegalArgumentException.class)
        int cents(String item);
    }
    // end snippet

    private final Payments payments;
    private final Rates rates;

    public Calls(Payments payments, Rates rates) {
        this.payments = payments;
        this.rates = rates;
    }

    @Durable
    public String minimal(String card) throws IOException {
        // snippet: minimal
        String charge =
                await(() -> payments.charge(card, 500, idempotencyKey())).get();
        // end snippet
        return charge;
    }

    @Durable
    public String everyWord(String card) throws IOException {
        // snippet: words
        String charge = await(() -> payments.charge(card, 500, idempotencyKey()))
                .named("charge")
                .withRetry(r -> r.attempts(5)
                        .backoff(Duration.ofMillis(500), Duration.ofSeconds(30))
                        .abortOn(IllegalArgumentException.class))
                .withTimeout(Duration.ofSeconds(10))
                .withDeadline(Duration.ofHours(1))
                .withFallback("none")
                .get();
        // end snippet
        return charge;
    }

    @Durable
    public String bySteps(String card, String item) throws IOException {
        // snippet: steps
        int price = rates.cents(item); // a step: a checkpoint without a lambda
        try {
            return await(() -> payments.charge(card, price, idempotencyKey()))
                    .withRetry(3)
                    .get();
        } catch (IOException refused) { // what the call throws, also in a run that went on elsewhere
            return "not paid: " + refused.getMessage();
        }
        // end snippet
    }
}
