package dev.perdure.engine;

import static dev.perdure.Perdure.await;

import dev.perdure.Perdure;
import dev.perdure.machine.Layout;

/** {@link Shop#wander}. */
final class Shop_wander_Machine extends TableFrame {
    static final Layout LAYOUT = Layout.of(
                    2, Shop.class, "dev.perdure.engine.Shop.wander(boolean)", "Shop.java", Shop_wander_Machine::new)
            .slot("astray", boolean.class)
            .point("@start", 107, 0, 0, null, new int[] {0}, void.class)
            .point("id", 109, 1, 2, new int[] {}, new int[] {}, String.class)
            .isStatic()
            .returns(String.class)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        if ($state == 2) return $return($take());
        if (this.<Boolean>slot(0)) Shop.stray();
        return $await(1, await(() -> Perdure.runId()).named("id"));
    }
}
