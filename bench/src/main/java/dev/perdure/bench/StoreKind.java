package dev.perdure.bench;

import dev.perdure.local.LocalStore;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A store to measure on.
 *
 * @param name its name on the command line
 * @param opener opens it in a folder
 */
record StoreKind(String name, Function<Path, Store> opener) {
    private static final int TIMES = 2000;
    private static final Map<String, Function<Path, Store>> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("memory", folder -> new MemoryStore(Clock.systemUTC()));
        KNOWN.put("local", folder -> LocalStore.at(folder.resolve("store")));
        KNOWN.put("postgres", StoreKind::postgres);
    }

    /** The store of this name; {@code embedded} and {@code sqlite} are other names of the local one. */
    static StoreKind of(String name) {
        var canonical = name.equals("embedded") || name.equals("sqlite") ? "local" : name;
        var opener = KNOWN.get(canonical);
        if (opener == null) throw new Request.UsageError("there is no store \"" + name + "\"; there are " + names());
        return new StoreKind(canonical, opener);
    }

    static String names() {
        return String.join(", ", KNOWN.keySet());
    }

    /** A schema per folder, so that whoever opens the same one again finds what is there. */
    private static Store postgres(Path folder) {
        return PostgresStore.at(PostgresServer.url())
                .schema("bench_"
                        + Integer.toHexString(folder.toAbsolutePath().toString().hashCode()))
                .open();
    }

    /** What this many clients can have committed a second at best. */
    double commitsPerSecond(Path folder, int clients) throws Exception {
        if (name.equals("postgres")) return PostgresYardstick.commitsPerSecond(clients);
        return Yardstick.commitsPerSecond(folder, clients);
    }

    /** The shortest time in which one record can be made durable, in microseconds. */
    double commitMicros(Path folder) throws Exception {
        if (name.equals("postgres")) return PostgresYardstick.commitMicros(TIMES);
        return Yardstick.fdatasyncMicros(folder, TIMES);
    }

    /** Opens it. */
    Store open(Path folder) {
        return opener.apply(folder);
    }
}
