package dev.perdure.samples.transcode;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import dev.perdure.samples.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Publishes clips through a job server in another process, which it starts if it is not there. Kill either, or both, and
 * start this again: it goes on.
 */
public final class TranscodeApp {
    private TranscodeApp() {}

    /** Options: {@code folder=… clips=… effort=<ms per clip> seed=…}. */
    public static void main(String[] words) throws Exception {
        var options = Options.ofMain(words, "folder", "clips", "effort", "seed");
        var folder = Files.createDirectories(options.path("folder", "target/transcode"));
        var server = new ServerProcess(
                folder.resolve("server"),
                List.of("effort=" + options.number("effort", 300), "seed=" + options.number("seed", 1)));
        var library = new Library(folder);
        var client = server.ensure();
        System.out.println("job server at " + client.address() + ", library in " + folder);

        try (var engine = Engine.open(LocalStore.at(folder.resolve("runs")))
                .register(new TranscodeFlow(client, library))
                .start()) {
            var runs = start(engine, library, (int) options.number("clips", 24));
            for (var run : runs)
                System.out.println(
                        run.id() + " published as " + patiently(run, server).file());
        }
        server.ensure().stop();
        System.out.println(library.published().size() + " clips in " + folder.resolve("published"));
    }

    private static List<Run<Published>> start(Engine engine, Library library, int clips) throws IOException {
        var runs = new ArrayList<Run<Published>>();
        for (int i = 1; i <= clips; i++) {
            var name = String.format("clip-%03d", i);
            library.add(name, clip(i));
            runs.add(engine.start(name, TranscodeFlow::publish, name));
        }
        return runs;
    }

    /** A tone, each a semitone above the one before. */
    static byte[] clip(int number) {
        return Wave.tone(220 * Math.pow(2, number / 12.0), 0.5);
    }

    /** Waits for a result, and meanwhile sees to it that there is a server. */
    private static Published patiently(Run<Published> run, ServerProcess server)
            throws IOException, InterruptedException {
        while (true) {
            try {
                return run.result(Duration.ofSeconds(1));
            } catch (TimeoutException notYet) {
                server.ensure();
            }
        }
    }
}
