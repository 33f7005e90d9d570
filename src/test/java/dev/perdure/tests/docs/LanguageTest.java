package dev.perdure.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of what may stand round an await, made of the list of forms and of the names of the tests: a case's number is
 * in the name of its method or file. Rewritten with {@code -Dperdure.accept=true}.
 */
class LanguageTest {
    private static final Path PAGE = Markdown.ROOT.resolve("docs/language.md");
    private static final Path FORMS = Markdown.ROOT.resolve("src/test/resources/language.txt");
    private static final int CASES = 122;
    private static final Pattern METHOD = Pattern.compile(" ((?:[cl]\\d{3}_)+\\w+)\\(");
    private static final Pattern NUMBER = Pattern.compile("[cl](\\d{3})_");
    private static final Pattern REFUSED = Pattern.compile("C(\\d{3})(?:C(\\d{3}))?\\w+\\.java");
    private static final Pattern SLUG = Pattern.compile("refused ([a-z-]+)");

    private static final String HEAD = """
            # What may stand round an await

            A durable method is ordinary Java; this is the list of everything that was thought of, form by form. *Works* means: the
            plain method, its state machine, and its state machine with a crash at every await came to the same result with the same
            effects, on every JDK from 17 on unless a line names a later one. What is refused is refused by the compiler, with the page
            that says why and what to write instead.

            The table is made from the tests; CONTRIBUTING.md says how.
            """;

    private record Form(int number, String text, String outcome) {}

    @Test
    void the_page_is_what_the_tests_show() throws IOException {
        var page = page(tests());
        if (Boolean.getBoolean("perdure.accept")) Files.writeString(PAGE, page);
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void every_form_that_is_said_to_work_has_a_test_and_no_other() throws IOException {
        var tests = tests();
        var numbers = new ArrayList<Integer>();
        for (var line : Files.readAllLines(FORMS)) {
            if (line.startsWith("#") || line.startsWith("=")) continue;
            var form = form(line);
            numbers.add(form.number);
            var named = !tests.getOrDefault(form.number, Set.of()).isEmpty();
            assertThat(named).as(line).isEqualTo(!form.outcome.equals("not yet"));
        }
        assertThat(numbers).isEqualTo(Stream.iterate(1, n -> n + 1).limit(CASES).toList());
    }

    @Test
    void every_finding_that_is_named_is_the_one_that_a_source_shows() throws IOException {
        for (var line : Files.readAllLines(FORMS)) {
            var slug = SLUG.matcher(line);
            if (!slug.find()) continue;
            var sources = tests().getOrDefault(form(line).number, Set.of());
            assertThat(sources)
                    .as(line)
                    .anySatisfy(source -> assertThat(
                                    text(source.substring(source.indexOf('(') + 1, source.indexOf(')'))))
                            .containsAnyOf(
                                    "//! " + slug.group(1),
                                    slug.group(1),
                                    slug.group(1).replace('-', '_').toUpperCase(java.util.Locale.ROOT)));
        }
    }

    private static String page(Map<Integer, Set<String>> tests) throws IOException {
        var text = new StringBuilder(HEAD);
        for (var line : Files.readAllLines(FORMS)) {
            if (line.startsWith("#")) continue;
            if (line.startsWith("= ")) {
                text.append("\n## ")
                        .append(line.substring(2))
                        .append("\n\n| | form | | held by |\n| --- | --- | --- | --- |\n");
                continue;
            }
            var form = form(line);
            var outcome = SLUG.matcher(form.outcome).replaceAll("refused: [$1](errors/$1.md)");
            text.append("| ")
                    .append(form.number)
                    .append(" | ")
                    .append(form.text)
                    .append(" | ")
                    .append(outcome)
                    .append(" | ")
                    .append(String.join(", ", tests.getOrDefault(form.number, Set.of())))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static Form form(String line) {
        var parts = line.split(" \\| ", -1);
        return new Form(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }

    /** Links to the tests of each case. */
    private static Map<Integer, Set<String>> tests() throws IOException {
        var tests = new TreeMap<Integer, Set<String>>();
        for (var root : List.of(
                "src/test/cases", "src/test/newer", "src/test/refused", "src/test/java", "processor/src/test/java")) {
            try (var files = Files.walk(Markdown.ROOT.resolve(root))) {
                for (var file : files.filter(path -> path.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    var path = "../" + Markdown.ROOT.relativize(file).toString().replace('\\', '/');
                    named(file)
                            .forEach((number, name) -> tests.computeIfAbsent(number, any -> new LinkedHashSet<>())
                                    .add("[" + name + "](" + path + ")"));
                }
            }
        }
        return tests;
    }

    /** The cases that a file holds, and the names by which it does. */
    private static Map<Integer, String> named(Path file) {
        var named = new TreeMap<Integer, String>();
        var name = String.valueOf(file.getFileName());
        var refused = REFUSED.matcher(name);
        if (refused.matches()) named.put(Integer.parseInt(refused.group(1)), name.replace(".java", ""));
        var methods = METHOD.matcher(text(file));
        while (methods.find()) {
            var numbers = NUMBER.matcher(methods.group(1));
            while (numbers.find()) named.putIfAbsent(Integer.parseInt(numbers.group(1)), methods.group(1));
        }
        return named;
    }

    private static String text(String link) {
        return text(Markdown.ROOT.resolve(link.substring("../".length())));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
