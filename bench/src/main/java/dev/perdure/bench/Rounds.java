package dev.perdure.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;

/** Repeats a measurement, each time in an empty folder. */
record Rounds(Request request) {
    /** The medians of as many rounds as were asked for; every round is shown as it ends. */
    Figures median(Round round) throws Exception {
        var all = new ArrayList<Figures>();
        for (int i = 1; i <= request.count("rounds"); i++) {
            var figures = one(round);
            System.err.println("  round " + i + ": " + figures.values());
            all.add(figures);
        }
        return Figures.medianOf(all);
    }

    /** A round that is only run, to warm up. */
    void warmUp(Round round) throws Exception {
        one(round);
    }

    private Figures one(Round round) throws Exception {
        var folder = request.newFolder();
        try {
            return round.run(folder);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    /** One measurement, in a folder of its own. */
    interface Round {
        Figures run(Path folder) throws Exception;
    }
}
