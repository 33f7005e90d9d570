package dev.perdure.tests.docs.operations;

import static dev.perdure.Perdure.await;

import dev.perdure.Callback;
import dev.perdure.CallbackFailed;
import dev.perdure.CallbackRejected;
import dev.perdure.DeadlineExceeded;
import dev.perdure.Durable;
import dev.perdure.engine.Engine;
import java.time.Duration;

/** Callbacks. */
public class Callbacks {
    /** A provider who calls back. */
    public interface Provider {
        void invoice(String order, String callbackUrl);
    }

    private final Provider provider;

    public Callbacks(Provider provider) {
        this.provider = provider;
    }

    @Durable
    public String minimal(String order) {
        // snippet: minimal
        String receipt = await(Callback.of(
                        String.class, token -> provider.invoice(order, "https://shop.example/paid?token=" + token)))
                .get();
        // end snippet
        return receipt;
    }

    @Durable
    public String careful(String order) {
        // snippet: words
        try {
            return await(Callback.of(String.class, token -> provider.invoice(order, token)))
                    .withRetry(5) // of handing the token over
                    .withDeadline(Duration.ofDays(14))
                    .named("payment")
                    .get();
        } catch (CallbackFailed declined) { // somebody called engine.fail(token, why)
            return "declined";
        } catch (DeadlineExceeded nobody) {
            return "unpaid";
        }
        // end snippet
    }

    /** The receiving end: an HTTP status. */
    // snippet: receive
    static int receive(Engine engine, String token, String receipt) {
        try {
            engine.complete(token, receipt); // durable when it returns, from any process on the store
            return 204;
        } catch (CallbackRejected voidToken) {
            return 410; // unknown, used, or nobody waits any more
        }
    }
    // end snippet
}
