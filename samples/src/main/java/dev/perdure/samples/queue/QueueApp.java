package dev.perdure.samples.queue;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import dev.perdure.samples.Options;
import dev.perdure.store.QueueLimits;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Renders films on a queue with limits; kill the process and start it again: it goes on, within the limits. */
public final class QueueApp {
    private static final QueueLimits GPU = QueueLimits.of("gpu").atOnce(4).perKey(2);

    private QueueApp() {}

    /** Options: {@code folder=… films=… scenes=…}. */
    public static void main(String[] words) throws Exception {
        var options = Options.ofMain(words, "folder", "films", "scenes");
        var folder = Files.createDirectories(options.path("folder", "target/queue"));
        try (var farm = new GpuFarm(folder);
                var engine = Engine.open(LocalStore.at(folder.resolve("runs")))
                        .register(new FilmFlow(farm))
                        .queue(GPU)
                        .start()) {
            int films = (int) options.number("films", 5);
            int scenes = (int) options.number("scenes", 12);
            var runs = new ArrayList<Run<List<String>>>();
            for (int i = 1; i <= films; i++)
                runs.add(engine.start("film-" + i, FilmFlow::film, "film-" + i, scenes, i == films ? 1 : 0));
            System.out.println(films + " films are under way; the last is urgent; " + GPU);
            for (var run : runs)
                System.out.println(run.id() + " has " + run.result().size() + " scenes");
            System.out.println(farm.most());
        }
    }
}
