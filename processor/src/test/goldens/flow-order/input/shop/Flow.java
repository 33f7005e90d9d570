package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    public record Line(String sku, int count) {}

    public record Order(String id, List<Line> lines, long cents) {}

    public record Label(String text) {}

    public static class OutOfStock extends Exception {
        private static final long serialVersionUID = 1L;
    }

    public interface Stock {
        String reserve(List<Line> lines) throws OutOfStock;
    }

    public interface Carrier {
        Label label(Line line);
    }

    private final Stock stock;
    final Carrier carrier;

    public Flow(Stock stock, Carrier carrier) {
        this.stock = stock;
        this.carrier = carrier;
    }

    @Durable
    public List<Label> place(Order order) throws OutOfStock {
        var reservation = await(() -> stock.reserve(order.lines())).withRetry(3).get();
        if (order.cents() > 100_00) sleep(ofHours(1));
        var labels = new ArrayList<Label>();
        for (Line line : order.lines()) {
            // one label each
            labels.add(await(() -> carrier.label(line))
                    .withRetry(4)
                    .withTimeout(ofSeconds(10))
                    .get());
        }
        await(() -> System.out.println("reserved " + reservation)).named("print").get();
        return labels;
    }
}
