package dev.perdure.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.compile.Compiled;
import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What must not compile. Each line that ends in {@code //! finding: word, word} must be reported, by that finding, with
 * those words in its message; and nothing else must be.
 */
class RefusedTest {
    private static final Path TESTS = Path.of("").toAbsolutePath();
    private static final String MARK = "//! ";

    @TestFactory
    Stream<DynamicTest> every_mistake_is_reported_where_it_is_and_once() throws IOException {
        List<Path> files;
        try (var all = Files.list(TESTS.resolve("refused"))) {
            files = all.sorted().toList();
        }
        return files.stream()
                .map(file -> Source.of(TESTS, file))
                .filter(source -> !source.text().contains("Needs Java 21")
                        || Runtime.version().feature() >= 21)
                .map(source -> DynamicTest.dynamicTest(source.className(), () -> refuses(source)));
    }

    private static void refuses(Source source) {
        var expected = new TreeMap<Long, List<String>>();
        var lines = source.text().lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var mark = lines.get(i).indexOf(MARK);
            if (mark >= 0) expected.put(i + 1L, words(lines.get(i).substring(mark + MARK.length())));
        }
        var compiled = Javac.compile(List.of(source));
        var reported = new ArrayList<Long>();
        for (var error : compiled.errors()) reported.add(error.getLineNumber());
        reported.sort(null);
        assertThat(reported).as(compiled.messages()).containsExactlyElementsOf(expected.keySet());
        compiled.errors().forEach(error -> says(Map.entry(error.getLineNumber(), Compiled.text(error)), expected));
    }

    private static void says(Map.Entry<Long, String> reported, Map<Long, List<String>> expected) {
        assertThat(reported.getValue().toLowerCase(Locale.ROOT)).contains(expected.get(reported.getKey()));
    }

    private static List<String> words(String mark) {
        return Arrays.stream(mark.toLowerCase(Locale.ROOT).split("[:,]"))
                .map(String::strip)
                .toList();
    }
}
