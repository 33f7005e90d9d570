package dev.perdure.engine;

import dev.perdure.Perdure;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import dev.perdure.machine.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Shop#buy}, by hand. */
@SuppressWarnings({"unchecked", "NullAway"})
final class Shop_buy_Machine extends Frame {
    static final Layout LAYOUT = Layout.of(
                    1,
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
            .point("thanks", 37, 5, 6, new int[] {2}, new int[] {2}, String.class)
            .returns(Types.of(List.class, String.class))
            .build();

    private Shop self;
    private String item;
    private int times;
    private ArrayList<String> bought;
    private int i;

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        while (true) {
            switch ($state) {
                case 0 -> {
                    bought = new ArrayList<>();
                    i = 0;
                    $state = 1;
                }
                case 1 -> $state = i < times ? 2 : 4;
                case 2 -> {
                    int n = i;
                    var theItem = item;
                    return $await(
                            1,
                            Perdure.await(() -> self.desk.call(theItem + n + "@" + Perdure.idempotencyKey()))
                                    .named("buy"));
                }
                case 3 -> {
                    bought.add(this.<String>$take());
                    i++;
                    $state = 1;
                }
                case 4 -> {
                    return $sleep(2, Duration.ofHours(1));
                }
                case 5 -> {
                    return $await(
                            3, Perdure.await(() -> self.desk.call("thanks")).withRetry(3));
                }
                case 6 -> {
                    String thanks = $take();
                    bought.add(thanks);
                    return $return(bought);
                }
                default -> throw new IllegalStateException();
            }
        }
    }

    @Override
    public void $bind(@Nullable Object self) {
        this.self = (Shop) self;
    }

    @Override
    public void $save(int slot, SlotWriter out) {
        switch (slot) {
            case 0 -> out.writeString("item", item);
            case 1 -> out.writeInt("times", times);
            case 2 -> out.writeValue("bought", LAYOUT.slots().get(2).type(), bought);
            case 3 -> out.writeInt("i", i);
            default -> throw new IllegalArgumentException();
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> item = in.readString("item");
            case 1 -> times = in.readInt("times");
            case 2 ->
                bought = (ArrayList<String>)
                        in.readValue("bought", LAYOUT.slots().get(2).type());
            case 3 -> i = in.readInt("i");
            default -> throw new IllegalArgumentException();
        }
    }

    @Override
    public @Nullable Object $get(int slot) {
        return switch (slot) {
            case 0 -> item;
            case 1 -> times;
            case 2 -> bought;
            case 3 -> i;
            default -> throw new IllegalArgumentException();
        };
    }

    @Override
    public void $set(int slot, @Nullable Object value) {
        switch (slot) {
            case 0 -> item = (String) value;
            case 1 -> times = value == null ? 0 : (int) value;
            case 2 -> bought = (ArrayList<String>) value;
            case 3 -> i = value == null ? 0 : (int) value;
            default -> throw new IllegalArgumentException();
        }
    }
}
