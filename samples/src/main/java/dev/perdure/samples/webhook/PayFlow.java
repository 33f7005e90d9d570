package dev.perdure.samples.webhook;

import static dev.perdure.Perdure.await;

import dev.perdure.Callback;
import dev.perdure.Durable;
import java.time.Duration;

/** An order waits until its payment provider calls back. */
public class PayFlow {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Provider provider;

    /** With this provider. */
    public PayFlow(Provider provider) {
        this.provider = provider;
    }

    /** The number of the payment. */
    @Durable
    public String pay(String order) {
        var payment = await(Callback.of(String.class, token -> provider.ask(order, token)))
                .withRetry()
                .withDeadline(PATIENCE)
                .named("payment")
                .get();
        return order + " is paid by " + payment;
    }

    /** An outside system. */
    @FunctionalInterface
    public interface Provider {
        /** Asks for a payment; the answer comes later, with the token. */
        void ask(String order, String token) throws Exception;
    }
}
