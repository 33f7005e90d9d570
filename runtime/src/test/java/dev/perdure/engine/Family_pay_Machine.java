package dev.perdure.engine;

import static dev.perdure.Perdure.await;

import dev.perdure.Callback;
import dev.perdure.machine.Layout;
import java.time.Duration;

/** {@link Family#pay}. */
final class Family_pay_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Family.class,
                    "dev.perdure.engine.Family.pay(java.time.Duration)",
                    "Family.java",
                    Family_pay_Machine::new)
            .slot("patience", Duration.class)
            .point("@start", 1, 0, 0, null, new int[] {0}, void.class)
            .point("pay", 2, 0, 1, new int[] {0}, new int[] {}, String.class)
            .tail()
            .returns(String.class)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        Family self = host();
        while (true) {
            switch ($state) {
                case 0 -> {
                    return $await(
                            1,
                            await(Callback.of(String.class, token -> self.world.call(token)))
                                    .withRetry(3)
                                    .withDeadline(slot(0))
                                    .named("pay"));
                }
                case 1 -> {
                    return $return(this.<String>$take());
                }
                default -> throw new IllegalStateException();
            }
        }
    }
}
