package dev.perdure.samples.order;

import dev.perdure.Step;
import org.jspecify.annotations.Nullable;

/** Letters to customers. A call of a {@code @Step} method is an await of its own, without any further word. */
public interface Mail {
    /** Tells the customer that the order is on its way. */
    @Step(attempts = Step.UNLIMITED, backoff = "50ms..2s")
    void receipt(Order order, Receipt receipt);

    /** Tells the customer that there will be no delivery, and why. */
    @Step(attempts = Step.UNLIMITED, backoff = "50ms..2s")
    void apology(Order order, @Nullable String reason);
}
