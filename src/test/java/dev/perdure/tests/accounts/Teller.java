package dev.perdure.tests.accounts;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.SchemaMode;
import dev.perdure.store.JoinableStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process that carries out programs until it is killed. It tells on its output what it was promised. */
public final class Teller {
    private static final Duration LEASE = Duration.ofMillis(1_500);

    private Teller() {}

    /**
     * {@code STORE SCHEMA NAME FOLDER FIRST KNOWN PROGRAMS CLOCK_SECONDS}: the store is a folder or a URL; of the programs, which are
     * numbered from FIRST, KNOWN were acknowledged before; the clock of an embedded store is so many seconds ahead.
     */
    public static void main(String[] arguments) throws Exception {
        var store = store(arguments);
        long first = Long.parseLong(arguments[4]);
        int known = Integer.parseInt(arguments[5]);
        int programs = Integer.parseInt(arguments[6]);
        try (var outside = new Outside(Path.of(arguments[3]), arguments[2]);
                var engine = Engine.open(store)
                        .node(arguments[2])
                        .lease(LEASE)
                        .register(new Bank(outside))
                        .start()) {
            List<Run<?>> runs = new ArrayList<>();
            for (int i = 0; i < programs; i++) {
                var id = "p" + i;
                runs.add(i < known ? engine.run(id) : engine.start(id, Bank::program, first + i, Plan.DEPTH));
                System.out.println("started " + i);
            }
            for (var run : runs) run.result();
            System.out.println("all");
        }
    }

    private static JoinableStore store(String[] arguments) throws Exception {
        if (arguments[0].startsWith("jdbc:"))
            return PostgresStore.at(arguments[0])
                    .schema(arguments[1])
                    .schemaMode(SchemaMode.VALIDATE)
                    .open();
        var clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Long.parseLong(arguments[7])));
        return LocalStore.at(Path.of(arguments[0]), clock);
    }
}
