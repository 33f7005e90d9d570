package dev.perdure.tests.mutants;

import dev.perdure.tests.docs.Markdown;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The classes of a mutant, which stand in front of all others. */
final class Overlay {
    private Overlay() {}

    /** Compiles a mutant into a folder. */
    static void compile(Mutant mutant, Path folder) throws IOException {
        var text = mutant.planted();
        var uri = mutant.source().toUri();
        var source = new SimpleJavaFileObject(URI.create(uri.toString()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }

            @Override
            public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
                return kind == JavaFileObject.Kind.SOURCE
                        && mutant.source().getFileName().toString().equals(simpleName + ".java");
            }
        };
        var said = new StringWriter();
        var options = List.of("-proc:none", "-nowarn", "-d", folder.toString(), "-cp", classPath());
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (!compiler.getTask(said, null, null, options, null, List.of(source)).call())
            throw new AssertionError("mutant \"" + mutant.name() + "\" does not compile:\n" + said);
    }

    /** What the rigs run on: this module's tests, and those of the runtime and the test kit. */
    static String classPath() {
        var own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var parts = new ArrayList<String>();
        parts.add(own);
        for (var module : List.of("runtime", "testkit"))
            parts.add(Markdown.ROOT
                    .resolve(module)
                    .resolve(built())
                    .resolve("test-classes")
                    .toString());
        return String.join(File.pathSeparator, parts);
    }

    /** Where the modules build in this build, such as {@code target/fast}. */
    private static Path built() {
        var classes = Path.of(Overlay.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        var own = Markdown.ROOT.resolve("src/test").relativize(classes.toAbsolutePath());
        return Objects.requireNonNull(own.getParent());
    }
}
