package dev.perdure.engine;

import static dev.perdure.Perdure.await;

import dev.perdure.machine.Layout;

/** {@link Shop#price}. */
final class Shop_price_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2,
                    Shop.class,
                    "dev.perdure.engine.Shop.price(java.lang.String)",
                    "Shop.java",
                    Shop_price_Machine::new)
            .slot("item", String.class)
            .slot("asked", String.class)
            .point("@start", 66, 0, 0, null, new int[] {0}, void.class)
            .point("ask", 67, 0, 1, new int[] {0}, new int[] {}, String.class)
            .point("check", 68, 1, 2, null, new int[] {}, String.class)
            .tail()
            .returns(String.class)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        Shop self = host();
        switch ($state) {
            case 0 -> {
                String item = slot(0);
                return $await(1, await(() -> self.desk.call("ask " + item)).named("ask"));
            }
            case 1 -> {
                String asked = $take();
                return $await(2, await(() -> self.desk.call(asked + "!")).named("check"));
            }
            case 2 -> {
                return $return($take());
            }
            default -> throw new IllegalStateException();
        }
    }
}
