package dev.perdure.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Forms that a newer Java brought, on a JDK that has them. */
class NewerTest {
    private static final Path TESTS = Path.of("").toAbsolutePath();
    private static final Pattern NEEDS = Pattern.compile("Needs Java (\\d+)");

    @TestFactory
    Stream<DynamicTest> every_way_of_a_newer_form_comes_to_the_same() throws IOException {
        List<Path> files;
        try (var all = Files.list(TESTS.resolve("newer"))) {
            files = all.sorted().toList();
        }
        return files.stream()
                .map(file -> Source.of(TESTS, file))
                .filter(source -> needs(source) <= Runtime.version().feature())
                .map(source -> DynamicTest.dynamicTest(source.className(), () -> holds(source)));
    }

    private static int needs(Source source) {
        var needs = NEEDS.matcher(source.text());
        assertThat(needs.find()).isTrue();
        return Integer.parseInt(needs.group(1));
    }

    private static void holds(Source source) {
        var compiled = Javac.compile(List.of(source));
        assertThat(compiled.ok()).as(compiled.messages()).isTrue();
        Corpus.cases(List.of(source), compiled).forEach(CaseTest::holds);
    }
}
