package dev.perdure.engine;

import static dev.perdure.Perdure.spawn;

import dev.perdure.Close;
import dev.perdure.machine.Layout;
import java.time.Duration;

/** {@link Family#leave}. */
final class Family_leave_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Family.class,
                    "dev.perdure.engine.Family.leave(java.lang.String,dev.perdure.Close)",
                    "Family.java",
                    Family_leave_Machine::new)
            .slot("name", String.class)
            .slot("close", Close.class)
            .point("@start", 1, 0, 0, null, new int[] {0, 1}, void.class)
            .point("child", 2, 0, 1, new int[] {0, 1}, new int[] {}, void.class)
            .point("sleep", 3, 2, 3, new int[] {}, new int[] {}, void.class)
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
                    return $await(1, spawn(Family::child, this.<String>slot(0)).onClose(slot(1)));
                }
                case 1 -> {
                    $take();
                    $state = 2;
                }
                case 2 -> {
                    return $sleep(2, Duration.ofMinutes(1));
                }
                case 3 -> {
                    $take();
                    return $return("left");
                }
                default -> throw new IllegalStateException();
            }
        }
    }
}
