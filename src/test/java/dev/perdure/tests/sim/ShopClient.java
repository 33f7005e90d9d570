package dev.perdure.tests.sim;

import dev.perdure.Plain;
import dev.perdure.StartOptions;
import dev.perdure.engine.Engine;
import dev.perdure.engine.Starts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Buys something, which must cost what it costs when the same method is simply called. */
final class ShopClient extends Client {
    private static final List<String> GOODS = List.of("tea", "cups", "cake", "milk", "sugar");

    private final List<Shop.Line> lines = new ArrayList<>();

    ShopClient(String id, Universe universe, World world, Engine desk, StartOptions placed) {
        super(id, universe, world, desk, placed);
        var random = universe.random;
        for (int i = random.nextInt(6); i >= 0; i--)
            lines.add(new Shop.Line(GOODS.get(random.nextInt(GOODS.size())), random.nextInt(9)));
        universe.trace(id + " is to buy " + lines);
    }

    @Override
    void begin(Starts starts) {
        starts.start(id, Shop::sell, lines);
    }

    private Shop.Bill bill() {
        var quiet = new World(new Universe(0), true);
        return Plain.call(() -> new Shop(quiet, 0).sell(lines));
    }

    @Override
    boolean isRight(@Nullable Object value, @Nullable String failure) {
        return failure == null && bill().equals(value);
    }

    @Override
    String expected() {
        return bill().toString();
    }
}
