package dev.perdure.engine;

import static dev.perdure.Perdure.await;

import dev.perdure.machine.Layout;
import dev.perdure.machine.Types;
import java.util.ArrayList;
import java.util.List;

/** {@link Shop#tour}. */
final class Shop_tour_Machine extends TableFrame {
    private static final int[] HANDLER = {-1, -1, 4, 4, -1, -1, -1, -1};

    static final Layout LAYOUT = Layout.of(
                    2, Shop.class, "dev.perdure.engine.Shop.tour(java.util.List)", "Shop.java", Shop_tour_Machine::new)
            .slot("items", Types.of(List.class, String.class))
            .slot("seen", Types.of(ArrayList.class, String.class))
            .slot("alias", Types.of(ArrayList.class, String.class))
            .slot("i", int.class)
            .slot("broken", Shop.Broken.class)
            .point("@start", 46, 0, 0, null, new int[] {0}, void.class)
            .point("price", 51, 2, 3, new int[] {0, 1, 2, 3}, new int[] {0, 1, 2, 3}, String.class)
            .point("sorry", 54, 5, 6, new int[] {0, 1, 2, 3, 4}, new int[] {0, 1, 2, 3}, String.class)
            .point("done", 57, 7, 8, new int[] {2}, new int[] {}, Types.of(ArrayList.class, String.class))
            .tail()
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
            try {
                switch ($state) {
                    case 0 -> {
                        var seen = new ArrayList<String>();
                        slot(1, seen);
                        slot(2, seen);
                        slot(3, 0);
                        $state = 1;
                    }
                    case 1 ->
                        $state = this.<Integer>slot(3)
                                        < this.<List<String>>slot(0).size()
                                ? 2
                                : 7;
                    case 2 -> {
                        var callee = new Shop_price_Machine();
                        callee.$bind(self);
                        callee.$set(0, this.<List<String>>slot(0).get(slot(3)));
                        callee.restoreAt(0);
                        return $call(1, callee);
                    }
                    case 3 -> {
                        this.<List<String>>slot(1).add(this.<String>$take());
                        slot(3, this.<Integer>slot(3) + 1);
                        $state = 1;
                    }
                    case 4 -> {
                        if (!($thrown instanceof Shop.Broken broken))
                            throw $sneak(java.util.Objects.requireNonNull($thrown));
                        slot(4, broken);
                        $state = 5;
                    }
                    case 5 -> {
                        int code = this.<Shop.Broken>slot(4).code;
                        return $await(
                                2, await(() -> self.desk.call("sorry" + code)).named("sorry"));
                    }
                    case 6 -> {
                        this.<List<String>>slot(2).add(this.<String>$take());
                        slot(3, this.<Integer>slot(3) + 1);
                        $state = 1;
                    }
                    case 7 -> {
                        ArrayList<String> alias = slot(2);
                        return $await(
                                3,
                                await(() -> {
                                            self.desk.call("done");
                                            return alias;
                                        })
                                        .named("done"));
                    }
                    case 8 -> {
                        return $return($take());
                    }
                    default -> throw new IllegalStateException();
                }
            } catch (Throwable failure) {
                $state = $state < HANDLER.length
                        ? $unwind(failure, HANDLER)
                        : $unwind(failure, new int[] {-1, -1, -1, -1, -1, -1, -1, -1, -1});
            }
        }
    }
}
