package dev.perdure.engine;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.race;

import dev.perdure.Perdure;
import dev.perdure.machine.Layout;
import java.time.Duration;

/** {@link Party#hurry}. */
final class Party_hurry_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Party.class,
                    "dev.perdure.engine.Party.hurry(java.time.Duration)",
                    "Party.java",
                    Party_hurry_Machine::new)
            .slot("patience", Duration.class)
            .point("@start", 1, 0, 0, null, new int[] {0}, void.class)
            .point("race", 2, 0, 1, new int[] {0}, new int[] {}, String.class)
            .tail()
            .returns(String.class)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        switch ($state) {
            case 0 -> {
                return $await(
                        1,
                        race(await(Party.ANSWER), Perdure.<String>after(Duration.ofHours(1)))
                                .withDeadline(slot(0))
                                .named("race"));
            }
            case 1 -> {
                return $return(this.<String>$take());
            }
            default -> throw new IllegalStateException();
        }
    }
}
