package dev.perdure.samples.cluster;

import dev.perdure.engine.Engine;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.samples.Options;
import java.io.OutputStream;
import java.nio.file.Path;

/** A process that moves parcels. It says when it is ready, and ends when its input does. */
public final class Worker {
    private Worker() {}

    /** Options: {@code url=… schema=… name=… folder=… lease=<ms>}. */
    public static void main(String[] words) throws Exception {
        var options = Options.ofMain(words, "url", "schema", "name", "folder", "lease");
        var given = options.given();
        var store = PostgresStore.at(given.getOrDefault("url", ""))
                .schema(given.getOrDefault("schema", ""))
                .open();
        var engine = Engine.open(store)
                .node(given.getOrDefault("name", ""))
                .lease(options.millis("lease", 3000))
                .register(new ParcelFlow(new Depots(Path.of(given.getOrDefault("folder", "")))))
                .queue(ParcelFlow.ROAD)
                .start();
        System.out.println("ready");
        System.in.transferTo(OutputStream.nullOutputStream());
        engine.close();
    }
}
