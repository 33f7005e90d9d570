package dev.perdure.engine;

import static dev.perdure.Perdure.await;

import dev.perdure.machine.Layout;
import java.time.Duration;

/** {@link Shop#insist}. */
final class Shop_insist_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Shop.class,
                    "dev.perdure.engine.Shop.insist(java.time.Duration,java.time.Duration)",
                    "Shop.java",
                    Shop_insist_Machine::new)
            .slot("timeout", Duration.class)
            .slot("deadline", Duration.class)
            .point("@start", 98, 0, 0, null, new int[] {0, 1}, void.class)
            .point("insist", 99, 0, 1, new int[] {0, 1}, new int[] {}, String.class)
            .returns(String.class)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        Shop self = host();
        if ($state == 1) return $return($take());
        return $await(
                1,
                await(() -> self.desk.call("insist"))
                        .withRetry(r -> r.backoff(Duration.ofMillis(200), Duration.ofMinutes(1))
                                .abortOn(Shop.Hopeless.class))
                        .withTimeout(slot(0))
                        .withDeadline(slot(1)));
    }
}
