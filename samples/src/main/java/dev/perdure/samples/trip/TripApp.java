package dev.perdure.samples.trip;

import dev.perdure.Run;
import dev.perdure.RunFailed;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import dev.perdure.samples.Options;
import java.nio.file.Files;
import java.util.ArrayList;

/** Books trips, a third of which cannot be had; kill the process and start it again: it goes on. */
public final class TripApp {
    private TripApp() {}

    /** Options: {@code folder=… trips=…}. */
    public static void main(String[] words) throws Exception {
        var options = Options.ofMain(words, "folder", "trips");
        var folder = Files.createDirectories(options.path("folder", "target/trip"));
        try (var office = new BookingOffice(folder);
                var engine = Engine.open(LocalStore.at(folder.resolve("runs")))
                        .register(new TripFlow(office))
                        .start()) {
            var runs = new ArrayList<Run<String>>();
            int trips = (int) options.number("trips", 60);
            for (int i = 1; i <= trips; i++) runs.add(engine.start("trip-" + i, TripFlow::book, "trip-" + i));
            System.out.println(trips + " trips are under way; the books are files in " + folder);
            for (var run : runs) System.out.println(run.id() + " " + end(run));
        }
    }

    private static String end(Run<String> run) {
        try {
            return run.result();
        } catch (RunFailed failed) {
            var cause = failed.getCause();
            return "failed: " + (cause == null ? failed.getMessage() : cause.getMessage());
        }
    }
}
