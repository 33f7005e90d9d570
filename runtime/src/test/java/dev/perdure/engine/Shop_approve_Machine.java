package dev.perdure.engine;

import static dev.perdure.Perdure.await;

import dev.perdure.machine.Layout;
import java.time.Duration;

/** {@link Shop#approve}. */
final class Shop_approve_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Shop.class,
                    "dev.perdure.engine.Shop.approve(java.time.Duration)",
                    "Shop.java",
                    Shop_approve_Machine::new)
            .slot("patience", Duration.class)
            .slot("answer", String.class)
            .point("@start", 73, 0, 0, null, new int[] {0}, void.class)
            .point("answer", 74, 0, 1, new int[] {0}, new int[] {}, String.class)
            .point("print", 75, 2, 3, new int[] {1}, new int[] {1}, String.class)
            .returns(String.class)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        while (true) {
            switch ($state) {
                case 0 -> {
                    return $await(
                            1,
                            await(Shop.ANSWER)
                                    .withDeadline(this.<Duration>slot(0))
                                    .withFallback("none"));
                }
                case 1 -> {
                    slot(1, this.<String>$take());
                    $state = 2;
                }
                case 2 -> {
                    return $await(
                            2,
                            await(new Shop.Printing(slot(1)))
                                    .every(Duration.ofSeconds(10), Duration.ofMinutes(5))
                                    .withRetry(3)
                                    .named("print"));
                }
                case 3 -> {
                    return $return(slot(1) + "/" + $take());
                }
                default -> throw new IllegalStateException();
            }
        }
    }
}
