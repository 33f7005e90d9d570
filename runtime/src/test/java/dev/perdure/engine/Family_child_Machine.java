package dev.perdure.engine;

import static dev.perdure.Perdure.await;

import dev.perdure.machine.Layout;
import java.time.Duration;

/** {@link Family#child}. */
final class Family_child_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Family.class,
                    "dev.perdure.engine.Family.child(java.lang.String)",
                    "Family.java",
                    Family_child_Machine::new)
            .slot("name", String.class)
            .point("@start", 1, 0, 0, null, new int[] {0}, void.class)
            .point("work", 2, 0, 1, new int[] {0}, new int[] {0}, void.class)
            .point("sleep", 3, 2, 3, new int[] {0}, new int[] {0}, void.class)
            .point("end", 4, 4, 5, new int[] {0}, new int[] {}, String.class)
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
                    String name = slot(0);
                    return $await(
                            1, await(() -> self.world.call("child " + name)).named("work"));
                }
                case 1 -> {
                    $take();
                    $state = 2;
                }
                case 2 -> {
                    return $sleep(2, Duration.ofMinutes(10));
                }
                case 3 -> {
                    $take();
                    $state = 4;
                }
                case 4 -> {
                    String name = slot(0);
                    return $await(3, await(() -> self.world.call(name + "!")).named("end"));
                }
                case 5 -> {
                    return $return(this.<String>$take());
                }
                default -> throw new IllegalStateException();
            }
        }
    }
}
