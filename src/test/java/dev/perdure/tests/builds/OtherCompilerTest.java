package dev.perdure.tests.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Finding;
import dev.perdure.tests.compile.Javac;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case 113: the compiler of Eclipse, which gives no access to its trees. */
class OtherCompilerTest {
    private static final String OTHER = "package shop; public class Other { public int one() { return 1; } }";

    @TempDir
    Path folder = Path.of("");

    @Test
    void c113_another_compiler_says_one_thing_clearly_and_compiles_the_rest() throws Exception {
        var compiler = new EclipseCompiler();
        var heard = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(heard, Locale.ROOT, StandardCharsets.UTF_8)) {
            var options = List.of(
                    "-d",
                    folder.toString(),
                    "-classpath",
                    Javac.classPath(),
                    "--release",
                    "17",
                    "-proceedOnError",
                    "-nowarn");
            var flow = Files.writeString(folder.resolve("GreetingFlow.java"), Project.FLOW);
            var other = Files.writeString(folder.resolve("Other.java"), OTHER);
            var task = compiler.getTask(null, files, heard, options, null, files.getJavaFileObjects(flow, other));
            task.setProcessors(List.of(Javac.processor()));
            assertThat(task.call()).isFalse();
        }
        assertThat(heard.getDiagnostics())
                .filteredOn(said -> said.getKind() == Diagnostic.Kind.ERROR)
                .singleElement()
                .satisfies(said -> assertThat(said.getMessage(Locale.ROOT))
                        .contains(Finding.UNSUPPORTED_COMPILER.slug(), "Compile with javac"));
        assertThat(folder.resolve("shop/Other.class")).exists();
    }
}
