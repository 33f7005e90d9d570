package dev.perdure.tests.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for one mutant, rig after rig, and says what found it. */
final class Hunt {
    private static final String MISSED = "**not found**";
    private static final List<String> HEAD = List.of(
            "# Planted bugs",
            "",
            "Each is planted alone, and the rigs look for it one after the other, the quickest first, until one finds it: "
                    + "`src/test/mutants [NAME…]`, which writes this page.",
            "Times are those of the rig that found it, on a machine that did other things too.",
            "",
            "| mutant | what is wrong | found by | first test that fails | after |",
            "| --- | --- | --- | --- | --- |");

    private Hunt() {}

    /** The first finding, or null if no rig finds anything. */
    static Rig.@Nullable Finding of(Mutant mutant, Path folder) throws IOException, InterruptedException {
        Overlay.compile(mutant, folder);
        for (var rig : Rig.values()) {
            if (!rig.concerns(mutant.file())) continue;
            var finding = rig.tries(folder);
            if (finding != null) return finding;
        }
        return null;
    }

    /** A row of the table. */
    static String row(Mutant mutant, Rig.@Nullable Finding finding) {
        var by = finding == null ? MISSED : finding.rig().title;
        var test = finding == null ? "" : finding.test();
        var time = finding == null ? "" : String.format(Locale.ROOT, "%.1f s", finding.seconds());
        return "| `" + mutant.name() + "` | " + mutant.wrong() + " | " + by + " | " + test + " | " + time + " |";
    }

    /** Keeps the table as far as it goes: rows that were made before stay, unless their mutant was tried again. */
    static void note(Map<String, String> fresh) throws IOException {
        var report = Path.of(System.getProperty("perdure.mutants.report", "target/mutants.md"));
        var known = new HashMap<String, String>();
        if (Files.exists(report))
            for (var line : Files.readAllLines(report))
                if (line.startsWith("| `")) known.put(line.substring(3, line.indexOf('`', 3)), line);
        known.putAll(fresh);
        var lines = new ArrayList<>(HEAD);
        for (var mutant : Mutant.all()) if (known.containsKey(mutant.name())) lines.add(known.get(mutant.name()));
        int tried = lines.size() - HEAD.size();
        long missed = lines.stream().filter(line -> line.contains(MISSED)).count();
        lines.add("");
        lines.add("Tried: " + tried + " of " + Mutant.all().size() + ", found: " + (tried - missed) + ".");
        Files.createDirectories(report.toAbsolutePath().getParent());
        Files.write(report, lines);
    }
}
