package dev.perdure.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Engine;
import dev.perdure.store.MemoryStore;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java block of the documentation is a region of a source file of this package, which is compiled and run by its own
 * test; the blocks of the error pages are compiled by {@link ErrorPagesTest}. With {@code -Dperdure.accept=true} the pages are
 * rewritten from the sources.
 */
class SnippetsTest {
    private static final Path SOURCES = Markdown.ROOT.resolve("src/test/java/dev/perdure/tests/docs");

    static Stream<Markdown.Block> java_blocks() {
        return Markdown.pages().stream()
                .flatMap(page -> Markdown.blocks(page).stream())
                .filter(block -> block.language().equals("java") && block.role().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("java_blocks")
    void snippet_is_the_tested_source(Markdown.Block block) throws IOException {
        assertThat(block.snippet())
                .as("the Java block at %s needs a comment <!-- snippet: File#region --> above it", block)
                .contains("#");
        hold(block, source(block.snippet()));
    }

    @Test
    void checkpoint_is_the_recorded_one() throws IOException {
        var page = Markdown.ROOT.resolve("docs/how-it-works.md");
        var block = Markdown.blocks(page).stream()
                .filter(any -> any.language().equals("json"))
                .findFirst()
                .orElseThrow();
        var names = List.of("Ada", "Bob");
        var seen = new AtomicReference<>("no checkpoint was seen");
        var store = new MemoryStore(Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC));
        Greeter.Mail mail = name -> {
            if (name.equals("Bob"))
                seen.set(new String(
                        store.load(List.of("greet-1"))
                                .join()
                                .get(0)
                                .frame()
                                .get(0)
                                .bytes(),
                        StandardCharsets.UTF_8));
            return "ticket for " + name;
        };
        try (var engine = Engine.open(store).register(new Greeter(mail)).start()) {
            assertThat(engine.start("greet-1", Greeter::greet, names).result()).hasSize(2);
        }
        hold(block, Objects.requireNonNull(seen.get()));
    }

    private static void hold(Markdown.Block block, String source) throws IOException {
        if (Boolean.getBoolean("perdure.accept") && !source.equals(block.text())) {
            var lines = new ArrayList<>(Markdown.lines(block.file()));
            int first = block.line(); // the fence's line, counted from 1, is the index of the line below it
            int end = first;
            while (!lines.get(end).equals("```")) end++;
            lines.subList(first, end).clear();
            lines.addAll(first, source.lines().toList());
            Files.write(block.file(), lines);
            return;
        }
        assertThat(block.text())
                .as("%s; accept with -Dperdure.accept=true", block)
                .isEqualTo(source);
    }

    private static String source(String snippet) throws IOException {
        return snippet.contains("_Machine#") ? generated(snippet) : region(snippet);
    }

    /** A method of a generated class, as the compiler of this module has just written it. */
    private static String generated(String snippet) throws IOException {
        var parts = snippet.split("#", 2);
        try (var files = Files.walk(Path.of(classes()).getParent())) {
            var file = files.filter(path -> path.endsWith(parts[0] + ".java"))
                    .findFirst()
                    .orElseThrow();
            var lines = Markdown.lines(file);
            int from = 0;
            while (!lines.get(from).contains(" " + parts[1] + "(")) from++;
            int to = from;
            while (!lines.get(to).equals("    }")) to++;
            return dedent(lines.subList(from, to + 1));
        }
    }

    private static String classes() {
        return new File(SnippetsTest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getPath();
    }

    private static String region(String snippet) {
        var parts = snippet.split("#", 2);
        var lines = Markdown.lines(SOURCES.resolve(parts[0] + ".java"));
        var marks = lines.stream().map(String::strip).toList();
        int from = marks.indexOf("// snippet: " + parts[1]) + 1;
        assertThat(from).as("region %s", snippet).isPositive();
        int to = from;
        while (!marks.get(to).equals("// end snippet")) to++;
        return dedent(lines.subList(from, to));
    }

    private static String dedent(List<String> lines) {
        int margin = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return String.join(
                "\n",
                lines.stream()
                        .map(line -> line.isBlank() ? "" : line.substring(margin))
                        .toList());
    }
}
