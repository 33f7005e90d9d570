package dev.perdure.engine;

import static dev.perdure.Perdure.await;

import dev.perdure.Perdure;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@link Shop#buy}. */
final class Shop_buy_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Shop.class,
                    "dev.perdure.engine.Shop.buy(java.lang.String,int)",
                    "Shop.java",
                    Shop_buy_Machine::new)
            .slot("item", String.class)
            .slot("times", int.class)
            .slot("bought", Types.of(ArrayList.class, String.class))
            .slot("i", int.class)
            .point("@start", 30, 0, 0, null, new int[] {0, 1}, void.class)
            .point("buy", 34, 2, 3, new int[] {0, 1, 2, 3}, new int[] {0, 1, 2, 3}, String.class)
            .point("sleep", 36, 4, 5, new int[] {2}, new int[] {2}, void.class)
            .point("thanks", 37, 6, 7, new int[] {2}, new int[] {2}, String.class)
            .returns(Types.of(List.class, String.class))
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        Shop self = host();
        while (true) {
            switch ($state) {
                case 0 -> {
                    slot(2, new ArrayList<String>());
                    slot(3, 0);
                    $state = 1;
                }
                case 1 -> $state = this.<Integer>slot(3) < this.<Integer>slot(1) ? 2 : 4;
                case 2 -> {
                    int n = slot(3);
                    String item = slot(0);
                    return $await(
                            1,
                            await(() -> self.desk.call(item + n + "@" + Perdure.idempotencyKey()))
                                    .named("buy"));
                }
                case 3 -> {
                    this.<ArrayList<String>>slot(2).add(this.<String>$take());
                    slot(3, this.<Integer>slot(3) + 1);
                    $state = 1;
                }
                case 4 -> {
                    return $sleep(2, Duration.ofHours(1));
                }
                case 5 -> {
                    $take();
                    $state = 6;
                }
                case 6 -> {
                    return $await(3, await(() -> self.desk.call("thanks")).withRetry(3));
                }
                case 7 -> {
                    this.<ArrayList<String>>slot(2).add(this.<String>$take());
                    return $return(slot(2));
                }
                default -> throw new IllegalStateException();
            }
        }
    }
}
