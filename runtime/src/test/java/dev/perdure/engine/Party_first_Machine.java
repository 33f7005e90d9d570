package dev.perdure.engine;

import static dev.perdure.Perdure.any;
import static dev.perdure.Perdure.await;

import dev.perdure.Perdure;
import dev.perdure.machine.Layout;
import java.time.Duration;

/** {@link Party#first}. */
final class Party_first_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Party.class,
                    "dev.perdure.engine.Party.first(java.time.Duration)",
                    "Party.java",
                    Party_first_Machine::new)
            .slot("patience", Duration.class)
            .point("@start", 1, 0, 0, null, new int[] {0}, void.class)
            .point("any", 2, 0, 1, new int[] {0}, new int[] {}, String.class)
            .tail()
            .returns(String.class)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        Party self = host();
        switch ($state) {
            case 0 -> {
                Duration patience = slot(0);
                return $await(
                        1,
                        any(
                                        await(() -> self.desk.call("down")),
                                        await(Party.ANSWER).withDeadline(patience),
                                        Perdure.<String>after(patience))
                                .named("any"));
            }
            case 1 -> {
                return $return(this.<String>$take());
            }
            default -> throw new IllegalStateException();
        }
    }
}
