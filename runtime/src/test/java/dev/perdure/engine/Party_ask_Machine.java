package dev.perdure.engine;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;

import dev.perdure.Perdure;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Types;
import java.util.List;

/** {@link Party#ask}. */
final class Party_ask_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Party.class,
                    "dev.perdure.engine.Party.ask(java.util.List)",
                    "Party.java",
                    Party_ask_Machine::new)
            .slot("items", Types.of(List.class, String.class))
            .point("@start", 1, 0, 0, null, new int[] {0}, void.class)
            .point("all", 2, 0, 1, new int[] {0}, new int[] {}, Types.of(List.class, String.class))
            .tail()
            .returns(Types.of(List.class, String.class))
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        Party self = host();
        if ($state == 1) return $return($take());
        List<String> items = slot(0);
        return $await(
                1,
                all(
                                items,
                                item -> await(() -> self.desk.call(item + "@" + Perdure.idempotencyKey()))
                                        .withRetry(3))
                        .named("all"));
    }
}
