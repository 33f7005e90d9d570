package shop;

import static dev.perdure.Perdure.*;

import dev.perdure.Durable;
import java.util.List;

public class Flow {
    interface Desk {
        String charge(int amount);

        int price(String sku);
    }

    private final Desk desk;
    private final List<String> known = List.of();

    public Flow(Desk desk) {
        this.desk = desk;
    }

    @Durable
    public String place(String sku) {
        int price = desk.price(sku);
        String charge = await(() -> desk.charge(price)).get();
        if (known.isEmpty()) this.desk.charge(await(() -> desk.price(charge)).get());
        return helped() + charge;
    }

    private String helped() {
        return desk.charge(0);
    }
}
