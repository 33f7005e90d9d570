package dev.perdure.tests.docs;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The documentation's main program; {@link OrderFlowTest} runs it in a process of its own. */
final class OrderApp {
    private OrderApp() {}

    public static void main(String[] arguments) {
        Payments payments = (order, key) -> "charge " + key;
        Carrier carrier = line -> "label " + line;
        var order = new Order("42", List.of("tea", "cups"), Instant.parse("2026-01-01T00:00:00Z"));
        // snippet: main
        try (var engine = Engine.open(LocalStore.at(Path.of("orders")))
                .register(new OrderFlow(payments, carrier))
                .start()) {
            Run<Receipt> run = engine.start("order-42", OrderFlow::place, order); // the same id twice is the same run
            Receipt receipt = run.result(); // or resultAsync(), status()
            System.out.println(receipt);
        }
        // end snippet
    }
}
