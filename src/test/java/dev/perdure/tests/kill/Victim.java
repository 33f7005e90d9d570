package dev.perdure.tests.kill;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process that is killed: goes on with all orders so far and takes some more. Tells on its output what it was promised. */
public final class Victim {
    private Victim() {}

    /** {@code FOLDER KNOWN ORDERS}: the first orders must be known already, the others up to that number are started. */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var known = Integer.parseInt(arguments[1]);
        var orders = Integer.parseInt(arguments[2]);
        try (var ledger = Ledger.open(folder.resolve("ledger"));
                var engine = Engine.open(LocalStore.at(folder.resolve("store")))
                        .register(new Shop(ledger))
                        .start()) {
            List<Run<?>> runs = new ArrayList<>();
            for (var i = 0; i < orders; i++) {
                var id = "order-" + i;
                runs.add(i < known ? engine.run(id) : engine.start(id, Shop::order, id));
                System.out.println("started " + i);
            }
            for (var run : runs) System.out.println("done " + run.id() + " " + run.result() + " .");
            System.out.println("all");
        }
    }
}
