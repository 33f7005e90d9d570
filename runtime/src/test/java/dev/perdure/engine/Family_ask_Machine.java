package dev.perdure.engine;

import static dev.perdure.Perdure.stage;

import dev.perdure.machine.Layout;
import java.time.Duration;

/** {@link Family#ask}. */
final class Family_ask_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Family.class,
                    "dev.perdure.engine.Family.ask(java.time.Duration)",
                    "Family.java",
                    Family_ask_Machine::new)
            .slot("patience", Duration.class)
            .point("@start", 1, 0, 0, null, new int[] {0}, void.class)
            .point("ask", 2, 0, 1, new int[] {0}, new int[] {}, String.class)
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
                            stage(() -> self.world.stage()).withTimeout(slot(0)).named("ask"));
                }
                case 1 -> {
                    return $return(this.<String>$take() + ".");
                }
                default -> throw new IllegalStateException();
            }
        }
    }
}
