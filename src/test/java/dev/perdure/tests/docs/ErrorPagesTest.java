package dev.perdure.tests.docs;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.perdure.Finding;
import dev.perdure.processor.DurableProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every finding has a page; the example of each compile finding is compiled, before and after. */
class ErrorPagesTest {
    private static final Path PAGES = Markdown.ROOT.resolve("docs/errors");

    @ParameterizedTest
    @EnumSource(Finding.class)
    void every_finding_has_a_page(Finding finding) throws IOException {
        var text = Files.readString(PAGES.resolve(finding.page() + ".md"));
        assertThat(text).startsWith("# " + finding.slug() + "\n").contains("**What.**", "**Why.**", "**How to mend.**");
        if (finding.phase() == Finding.Phase.RUN)
            assertThat(exceptionOf(text)).matches(RuntimeException.class::isAssignableFrom);
    }

    @Test
    void every_page_has_a_finding() throws IOException {
        try (var pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Finding.values())
                            .map(finding -> finding.page() + ".md")
                            .toList());
        }
    }

    /** They are found where there is no code to show: another compiler, and lock files. */
    private static final Set<Finding> WITHOUT_EXAMPLE =
            Set.of(Finding.UNSUPPORTED_COMPILER, Finding.LAYOUT_NOT_LOCKED, Finding.LOCK_UNUSABLE);

    @TempDir
    Path lock;

    @ParameterizedTest
    @EnumSource(Finding.class)
    void examples_of_compile_findings_hold(Finding finding) {
        var blocks = Markdown.blocks(PAGES.resolve(finding.page() + ".md"));
        boolean examples = finding.phase() == Finding.Phase.COMPILE && !WITHOUT_EXAMPLE.contains(finding);
        var roles = switch (finding) {
            case LAYOUT_CHANGED -> List.of("locked", "before", "after");
            case HIDDEN_TYPE -> List.of("library", "before", "after");
            default -> List.of("before", "after");
        };
        assertThat(blocks.stream().map(Markdown.Block::role)).containsExactlyElementsOf(examples ? roles : List.of());
        for (var block : blocks) {
            if (block.role().equals("library")) continue;
            var compilation = compile(block, blocks);
            var errors = compilation.errors().stream()
                    .map(error -> error.getMessage(null))
                    .collect(Collectors.joining("\n"));
            if (!block.role().equals("before"))
                assertThat(errors).as("%s", block).isEmpty();
            else
                assertThat(compilation.diagnostics())
                        .as("%s: %s", block, errors)
                        .anySatisfy(error -> assertThat(error.getMessage(null)).startsWith(finding.slug() + ":"));
        }
    }

    private Compilation compile(Markdown.Block block, List<Markdown.Block> page) {
        var files = page.stream()
                .filter(each -> each.equals(block) || each.role().equals("library"))
                .map(each -> JavaFileObjects.forSourceString(nameOf(each.text()), each.text()))
                .toList();
        return javac().withProcessors(new DurableProcessor())
                .withOptions(options(block))
                .compile(files);
    }

    /** The name of the class that can be seen from elsewhere, or that of all the other examples. */
    private static String nameOf(String source) {
        var found =
                Pattern.compile("(?s)package ([a-z]+);.*?public class (\\w+)").matcher(source);
        return found.find() ? found.group(1) + "." + found.group(2) : "Shop";
    }

    private List<String> options(Markdown.Block block) {
        var options = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror", "-Aperdure.lock=" + lock));
        if (block.role().equals("locked")) options.add("-Aperdure.lock.mode=update");
        if (block.file().endsWith(Finding.BARE_CALL.page() + ".md")) options.add("-Aperdure.lint=bare-call");
        return options;
    }

    private static Class<?> exceptionOf(String page) throws IOException {
        var name = page.lines()
                .filter(line -> line.startsWith("Thrown as `"))
                .findFirst()
                .orElseThrow();
        try {
            return Class.forName(name.substring(11, name.indexOf('`', 11)));
        } catch (ClassNotFoundException e) {
            throw new IOException("no such exception class: " + name, e);
        }
    }
}
