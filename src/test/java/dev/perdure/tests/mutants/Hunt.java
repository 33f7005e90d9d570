package dev.perdure.tests.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks for one mutant, rig after rig, and says what found it. */
final class Hunt {
    private Hunt() {}

    /** The first finding, or null if no rig finds anything. */
    static Rig.@Nullable Finding of(Mutant mutant, Path folder) throws IOException, InterruptedException {
        Overlay.compile(mutant, folder);
        for (var rig : Rig.values()) {
            if (rig == Rig.SIMULATION && mutant.file().startsWith("local/"))
                continue; // it stands on the store in memory
            if (rig == Rig.FILES && !mutant.file().startsWith("local/")) continue;
            var finding = rig.tries(folder);
            if (finding != null) return finding;
        }
        return null;
    }

    /** A row of the table. */
    static String row(Mutant mutant, Rig.@Nullable Finding finding) {
        var by = finding == null ? "**not found**" : finding.rig().title;
        var test = finding == null ? "" : finding.test();
        var time = finding == null ? "" : String.format(Locale.ROOT, "%.1f s", finding.seconds());
        return "| `" + mutant.name() + "` | " + mutant.wrong() + " | " + by + " | " + test + " | " + time + " |";
    }

    /** Keeps the table as far as it goes. */
    static void note(List<String> rows, String sum) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("| mutant | what is wrong | found by | first test that fails | after |");
        lines.add("| --- | --- | --- | --- | --- |");
        lines.addAll(rows);
        lines.add("");
        lines.add(sum);
        var report = Path.of(System.getProperty("perdure.mutants.report", "target/mutants.md"));
        Files.createDirectories(report.toAbsolutePath().getParent());
        Files.write(report, lines);
    }
}
