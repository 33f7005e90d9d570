package dev.perdure.engine;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.spawn;

import dev.perdure.Run;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Types;
import java.time.Duration;

/** {@link Family#parent}. */
final class Family_parent_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Family.class,
                    "dev.perdure.engine.Family.parent(java.lang.String,java.time.Duration)",
                    "Family.java",
                    Family_parent_Machine::new)
            .slot("name", String.class)
            .slot("pause", Duration.class)
            .slot("child", Types.of(Run.class, String.class))
            .point("@start", 1, 0, 0, null, new int[] {0, 1}, void.class)
            .point("child", 2, 0, 1, new int[] {0, 1}, new int[] {1}, Types.of(Run.class, String.class))
            .point("sleep", 3, 2, 3, new int[] {1, 2}, new int[] {2}, void.class)
            .point("await", 4, 4, 5, new int[] {2}, new int[] {}, String.class)
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
                    return $await(1, spawn(Family::child, this.<String>slot(0)));
                }
                case 1 -> {
                    slot(2, this.<Run<String>>$take());
                    $state = 2;
                }
                case 2 -> {
                    return $sleep(2, slot(1));
                }
                case 3 -> {
                    $take();
                    $state = 4;
                }
                case 4 -> {
                    return $await(3, await(this.<Run<String>>slot(2)));
                }
                case 5 -> {
                    return $return(this.<String>$take() + "?");
                }
                default -> throw new IllegalStateException();
            }
        }
    }
}
