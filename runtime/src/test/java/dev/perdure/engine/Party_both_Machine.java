package dev.perdure.engine;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.race;

import dev.perdure.Pair;
import dev.perdure.Perdure;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Types;
import java.time.Duration;

/** {@link Party#both}. */
final class Party_both_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Party.class,
                    "dev.perdure.engine.Party.both(java.time.Duration)",
                    "Party.java",
                    Party_both_Machine::new)
            .slot("patience", Duration.class)
            .slot("both", Types.of(Pair.class, String.class, String.class))
            .point("@start", 1, 0, 0, null, new int[] {0}, void.class)
            .point("all", 2, 0, 1, new int[] {0}, new int[] {}, Types.of(Pair.class, String.class, String.class))
            .point("end", 3, 2, 3, new int[] {1}, new int[] {}, String.class)
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
        while (true) {
            switch ($state) {
                case 0 -> {
                    Duration patience = slot(0);
                    return $await(
                            1,
                            all(
                                    await(() -> self.desk.call("a")).withRetry(3),
                                    race(await(Party.ANSWER), Perdure.<String>after(patience))));
                }
                case 1 -> {
                    slot(1, this.<Pair<String, String>>$take());
                    $state = 2;
                }
                case 2 -> {
                    Pair<String, String> both = slot(1);
                    return $await(
                            2,
                            await(() -> self.desk.call(both.first() + both.second()))
                                    .named("end"));
                }
                case 3 -> {
                    return $return(this.<String>$take());
                }
                default -> throw new IllegalStateException();
            }
        }
    }
}
