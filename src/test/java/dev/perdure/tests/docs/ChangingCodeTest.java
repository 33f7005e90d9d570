package dev.perdure.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.compile.Compiled;
import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options that the page about lock files shows lock a flow, and come to the file that it shows. */
class ChangingCodeTest {
    private static final Path PAGE = Markdown.ROOT.resolve("docs/changing-code.md");
    private static final Path SOURCES = Markdown.ROOT.resolve("src/test/java");
    private static final String FLOW = "dev/perdure/tests/docs/Greeter.java";
    private static final Pattern MAVEN = Pattern.compile("<arg>(.+)</arg>");
    private static final Pattern GRADLE = Pattern.compile("\"(-A[^\"]+)\"");

    @TempDir
    Path project;

    private Compiled compile(String language, Pattern option, String mode) {
        var values = Map.of(
                "${project.basedir}",
                project.toString(),
                "${projectDir}",
                project.toString(),
                "${perdure.lock.mode}",
                mode,
                "${mode}",
                mode);
        var options = new ArrayList<>(List.of("-parameters"));
        for (var found : option.matcher(block(language).text()).results().toList()) {
            var text = found.group(1);
            for (var value : values.entrySet()) text = text.replace(value.getKey(), value.getValue());
            options.add(text);
        }
        assertThat(options).hasSize(3);
        return Javac.compile(List.of(Source.of(SOURCES, SOURCES.resolve(FLOW))), options.toArray(String[]::new));
    }

    private static Markdown.Block block(String language) {
        return Markdown.blocks(PAGE).stream()
                .filter(each -> each.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    private Path locked() throws IOException {
        try (var files = Files.list(project.resolve("src/main/perdure"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void the_options_for_maven_lock_and_the_file_is_the_one_shown() throws IOException {
        assertThat(compile("xml", MAVEN, "update").messages()).isEmpty();
        var text = Files.readString(locked());
        var block = block("json");
        if (Boolean.getBoolean("perdure.accept")) {
            var lines = new ArrayList<>(Markdown.lines(PAGE));
            lines.subList(
                            block.line(),
                            block.line() + (int) block.text().lines().count())
                    .clear();
            lines.addAll(block.line(), text.lines().toList());
            Files.write(PAGE, lines);
        }
        assertThat(block("json").text() + "\n").isEqualTo(text);
    }

    @Test
    void the_options_for_gradle_compare_and_check() throws IOException {
        assertThat(compile("groovy", GRADLE, "compare").messages()).contains("perdure/lock-unusable");
        assertThat(compile("groovy", GRADLE, "update").messages()).isEmpty();
        assertThat(compile("groovy", GRADLE, "check").messages()).isEmpty();
        Files.delete(locked());
        assertThat(compile("groovy", GRADLE, "check").messages()).contains("perdure/layout-not-locked");
    }
}
