package dev.perdure.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Finding;
import dev.perdure.tests.compile.Compiled;
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

/** What need not be lowered yet: it is refused by name, or it is right. */
class LaterTest {
    private static final Path TESTS = Path.of("").toAbsolutePath();
    private static final Pattern NEEDS = Pattern.compile("Needs Java (\\d+)");
    private static final Pattern CASE = Pattern.compile(" c0*(\\d+)_\\w+\\(");

    @TestFactory
    Stream<DynamicTest> it_is_right_or_refused_by_name() throws IOException {
        List<Path> files;
        try (var all = Files.list(TESTS.resolve("later"))) {
            files = all.sorted().toList();
        }
        return files.stream()
                .map(file -> Source.of(TESTS, file))
                .filter(source -> needs(source) <= Runtime.version().feature())
                .map(source -> DynamicTest.dynamicTest(source.className(), () -> rightOrRefused(source)));
    }

    private static int needs(Source source) {
        var needs = NEEDS.matcher(source.text());
        return needs.find() ? Integer.parseInt(needs.group(1)) : 17;
    }

    /** By the table for users; forms that are not in it may be either. */
    private static boolean saidToBeRefused(Source source, boolean unknown) throws IOException {
        var numbers = CASE.matcher(source.text())
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
        for (var line : Files.readAllLines(TESTS.resolve("resources/language.txt")))
            for (var number : numbers)
                if (line.startsWith(number + " | "))
                    return line.endsWith(Finding.NOT_LOWERED_YET.slug().replaceFirst(".*/", ""));
        return unknown;
    }

    private static void rightOrRefused(Source source) throws IOException {
        var compiled = Javac.compile(List.of(source));
        assertThat(compiled.ok())
                .as(
                        "docs/language.md says otherwise; if it is better now, mend src/test/resources/language.txt: %s",
                        compiled.messages())
                .isNotEqualTo(saidToBeRefused(source, !compiled.ok()));
        if (compiled.ok()) {
            Corpus.cases(List.of(source), compiled).forEach(CaseTest::holds);
            return;
        }
        assertThat(compiled.errors())
                .extracting(Compiled::text)
                .allSatisfy(text ->
                        assertThat(text).containsAnyOf(Finding.NOT_LOWERED_YET.slug(), Finding.AWAIT_MISPLACED.slug()));
    }
}
