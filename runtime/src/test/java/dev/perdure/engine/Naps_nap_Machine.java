package dev.perdure.engine;

import static dev.perdure.Perdure.await;

import dev.perdure.machine.Layout;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import java.time.Duration;
import java.time.Instant;

/** {@link Naps#nap}. */
final class Naps_nap_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Naps.class,
                    "dev.perdure.engine.Naps.nap(java.time.Duration,java.time.Instant)",
                    "Naps.java",
                    Naps_nap_Machine::new)
            .slot("duration", Duration.class)
            .slot("until", Instant.class)
            .point("@start", 1, 0, 0, null, new int[] {0, 1}, void.class)
            .point("sleep", 2, 0, 1, new int[] {0, 1}, new int[] {1}, void.class)
            .point("sleepUntil", 3, 2, 3, new int[] {1}, new int[] {}, void.class)
            .point("up", 4, 4, 5, new int[] {}, new int[] {}, String.class)
            .tail()
            .returns(String.class)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        Naps self = host();
        while (true) {
            switch ($state) {
                case 0 -> {
                    return $await(1, AwaitSpec.of(new Source.Delay<>(this.<Duration>slot(0))));
                }
                case 1 -> {
                    $take();
                    $state = 2;
                }
                case 2 -> {
                    return $await(2, AwaitSpec.of(new Source.Until<>(this.<Instant>slot(1))));
                }
                case 3 -> {
                    $take();
                    $state = 4;
                }
                case 4 -> {
                    return $await(3, await(() -> self.desk.call("up")).named("up"));
                }
                case 5 -> {
                    return $return(this.<String>$take());
                }
                default -> throw new IllegalStateException();
            }
        }
    }
}
