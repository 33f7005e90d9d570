package dev.perdure.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The table of guarantees and the tests that hold them, in {@code docs/guarantees.md}: made from the names of the tests. With
 * {@code -Dperdure.accept=true} it is rewritten.
 */
class GuaranteesTest {
    private static final Path PAGE = Markdown.ROOT.resolve("docs/guarantees.md");
    private static final Pattern TEST = Pattern.compile("(?:void|Stream<DynamicTest>) ((?:G\\d+_)+)(\\w+)\\(");
    private static final Pattern ROW = Pattern.compile("\\| (G\\d+) \\| (.+?) \\| .*");
    /** Of what is not in this version yet. */
    private static final Set<String> TO_COME = Set.of();

    @Test
    void the_page_names_the_tests_of_every_guarantee() throws IOException {
        var tests = tests();
        var page = new StringBuilder();
        for (var line : Files.readAllLines(PAGE)) page.append(row(line, tests)).append('\n');
        if (Boolean.getBoolean("perdure.accept")) Files.writeString(PAGE, page);
        assertThat(Files.readString(PAGE))
                .as("made again by -Dperdure.accept=true")
                .isEqualTo(page.toString());
        assertThat(tests.keySet()).allMatch(id -> page.indexOf("| " + id + " |") >= 0);
    }

    private static String row(String line, Map<String, Set<String>> tests) {
        var row = ROW.matcher(line);
        if (!row.matches()) return line;
        var id = row.group(1);
        var names = tests.getOrDefault(id, Set.of());
        assertThat(names.isEmpty()).as(id + " has no test").isEqualTo(TO_COME.contains(id));
        var cell = names.isEmpty() ? "not in this version" : String.join("<br>", names);
        return "| " + id + " | " + row.group(2) + " | " + cell + " |";
    }

    /** By guarantee, where its tests are and what they say. */
    private static Map<String, Set<String>> tests() throws IOException {
        var tests = new TreeMap<String, Set<String>>();
        for (var module : List.of("dsl", "runtime", "processor", "testkit", "postgres", "samples", "src/test/java")) {
            try (var files = Files.walk(Markdown.ROOT.resolve(module))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file ->
                                !Markdown.ROOT.relativize(file).toString().contains("target"))
                        .forEach(file -> collect(file, tests));
            }
        }
        return tests;
    }

    private static void collect(Path file, Map<String, Set<String>> tests) {
        try {
            var found = TEST.matcher(Files.readString(file));
            while (found.find()) {
                var type = file.getFileName().toString().replace(".java", "");
                var name = "`" + type + "`: " + found.group(2).replace('_', ' ');
                for (var id : found.group(1).split("_", -1))
                    if (!id.isEmpty())
                        tests.computeIfAbsent(id, any -> new TreeSet<>()).add(name);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
