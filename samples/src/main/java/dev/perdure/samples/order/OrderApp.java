package dev.perdure.samples.order;

import dev.perdure.Run;
import dev.perdure.RunFailed;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import dev.perdure.samples.Book;
import dev.perdure.samples.Options;
import dev.perdure.samples.order.fakes.FakeCarrier;
import dev.perdure.samples.order.fakes.FakeMail;
import dev.perdure.samples.order.fakes.FakePayments;
import dev.perdure.samples.order.fakes.FakeStock;
import dev.perdure.samples.order.fakes.Mood;
import dev.perdure.store.Query;
import dev.perdure.store.RunImage.Status;
import dev.perdure.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Carries out every order of a file. Kill it whenever you like and start it again: it goes on where it was, because the
 * same id is the same run.
 */
public final class OrderApp {
    private OrderApp() {}

    /** Options: {@code folder=… csv=… seed=… latency=<ms> packing=<ms>}. */
    public static void main(String[] words) throws Exception {
        var options = Options.ofMain(words, "folder", "csv", "seed", "latency", "packing");
        var folder = options.path("folder", "target/order");
        var orders = options.given().containsKey("csv") ? OrderBook.of(options.path("csv", "")) : OrderBook.bundled();
        var mood = Mood.ordinary(options.number("seed", 1), options.number("latency", 5));

        System.out.printf("%,d orders, files in %s%n", orders.size(), folder);
        var store = LocalStore.at(folder.resolve("runs"));
        noteInterrupted(store, folder);
        try (var payments = FakePayments.open(folder, mood);
                var mail = FakeMail.open(folder, mood);
                var engine = Engine.open(store)
                        .register(new OrderFlow(
                                new FakeStock(mood),
                                payments,
                                new FakeCarrier(mood),
                                mail,
                                options.millis("packing", 1500)))
                        .start()) {
            var runs = new ArrayList<Run<Receipt>>();
            for (var order : orders) runs.add(engine.start("order-" + order.id(), OrderFlow::place, order));
            var outcomes = outcomes(orders, runs);
            write(folder.resolve("outcomes"), outcomes);
            var delivered = outcomes.stream()
                    .filter(line -> line.contains(" delivered "))
                    .count();
            System.out.printf(
                    "%,d delivered, %,d rejected; what was charged is in %s%n",
                    delivered, outcomes.size() - delivered, folder.resolve("ledger"));
        }
    }

    /** Every run that has not ended stands at an await, and the engine is about to go on with it. */
    private static void noteInterrupted(Store store, Path folder) throws IOException {
        var unfinished = Set.of(Status.READY, Status.OWNED, Status.PARKED);
        var interrupted =
                store.find(new Query(unfinished, null, null, 10_000)).join().runs();
        if (interrupted.isEmpty()) return;
        System.out.println("going on with " + interrupted.size() + " orders");
        try (var resumed = Book.open(folder.resolve("resumed"))) {
            resumed.add(String.valueOf(interrupted.size()));
        }
    }

    private static List<String> outcomes(List<Order> orders, List<Run<Receipt>> runs) {
        var outcomes = new ArrayList<String>();
        for (int i = 0; i < runs.size(); i++) {
            outcomes.add(orders.get(i).id() + " " + outcome(runs.get(i)));
            if ((i + 1) % 100 == 0) System.out.println(i + 1 + " of " + runs.size() + " orders carried out");
        }
        return outcomes;
    }

    private static String outcome(Run<Receipt> run) {
        try {
            var receipt = run.result();
            return "delivered " + receipt.charge() + " " + receipt.amount().toPlainString() + " "
                    + receipt.labels().size();
        } catch (RunFailed failure) {
            if (failure.getCause() instanceof Rejected rejected) return "rejected " + rejected.getMessage();
            throw failure;
        }
    }

    private static void write(Path file, List<String> lines) throws IOException {
        var draft = Files.write(file.resolveSibling(file.getFileName() + ".draft"), lines);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
