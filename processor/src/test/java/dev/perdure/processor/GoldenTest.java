package dev.perdure.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder for each case under {@code src/test/goldens}: sources, and beside them either the classes generated from them
 * ({@code expected/}) or the findings ({@code findings.txt}); lock files, where options name them. {@code -Dperdure.accept=true} writes what comes out now.
 */
class GoldenTest {
    private static final Path CASES = Path.of("src/test/goldens");
    private static final boolean ACCEPT = Boolean.getBoolean("perdure.accept");

    /** Found by no golden: it needs another compiler. */
    private static final Set<Finding> ELSEWHERE = Set.of(Finding.UNSUPPORTED_COMPILER);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> case_comes_out_as_accepted() throws IOException {
        try (var cases = Files.list(CASES)) {
            return cases.sorted().toList().stream()
                    .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> check(each)));
        }
    }

    @Test
    void every_finding_of_the_compiler_has_a_golden() throws IOException {
        var found = new TreeSet<String>();
        for (var file : Compilation.in(CASES, "findings.txt")) found.add(Files.readString(file));
        var all = String.join("\n", found);
        var missing = Stream.of(Finding.values())
                .filter(each -> each.phase() == Finding.Phase.COMPILE && !ELSEWHERE.contains(each))
                .filter(each -> !all.contains(each.slug() + ":"))
                .collect(Collectors.toSet());
        assertThat(missing).isEmpty();
    }

    private void check(Path one) throws IOException {
        var compiled = Compilation.of(
                one.resolve("input"), folder.resolve(one.getFileName()), new DurableProcessor(), options(one));
        var findings = compiled.findings().replace(place(one), "@");
        if (ACCEPT) accept(one, compiled, findings);
        var expectedFindings = one.resolve("findings.txt");
        assertThat(findings).isEqualTo(Files.exists(expectedFindings) ? Files.readString(expectedFindings) : "");
        var generated = Compilation.in(compiled.output(), "_Machine.java");
        for (var file : generated) {
            var expected = one.resolve("expected").resolve(file.getFileName().toString());
            assertThat(Files.readString(file)).isEqualTo(Files.readString(expected));
        }
        assertThat(compiled.success()).isEqualTo(findings.isEmpty());
    }

    /** Every warning is an error; more in {@code options.txt}, where {@code @} is the case's folder. */
    private static String[] options(Path one) throws IOException {
        var options = new ArrayList<>(List.of("-Werror"));
        var more = one.resolve("options.txt");
        if (Files.exists(more))
            for (var option : Files.readAllLines(more)) options.add(option.replace("@", place(one)));
        return options.toArray(String[]::new);
    }

    private static String place(Path one) {
        return one.toAbsolutePath().toString();
    }

    private static void accept(Path one, Compilation compiled, String findings) throws IOException {
        if (findings.isEmpty()) Files.deleteIfExists(one.resolve("findings.txt"));
        else Files.writeString(one.resolve("findings.txt"), findings);
        for (var file : Compilation.in(compiled.output(), "_Machine.java")) {
            Files.createDirectories(one.resolve("expected"));
            Files.copy(
                    file,
                    one.resolve("expected").resolve(file.getFileName().toString()),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
