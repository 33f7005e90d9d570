package dev.perdure.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Attributes sources in a compiler of its own. Asking the outer compiler for types attributes its trees, which then miss
 * what a later round changes; here nothing can be broken.
 */
final class SecondCompiler {
    private final ProcessingEnvironment env;
    private final Sources sources;
    private final ClassPath classPath;

    SecondCompiler(ProcessingEnvironment env, Sources sources) {
        this.env = env;
        this.sources = sources;
        this.classPath = new ClassPath(env.getElementUtils(), env.getFiler(), sources);
    }

    /**
     * Sources attributed together.
     *
     * @param errors what the compiler complained of
     */
    record Attributed(
            JavacTask task,
            Trees trees,
            List<CompilationUnitTree> units,
            List<Diagnostic<? extends JavaFileObject>> errors,
            Bridge files)
            implements AutoCloseable {
        @Override
        public void close() {
            try {
                files.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close the files of the second compiler", e);
            }
        }
    }

    /** Attributes; once more with everything that the outer compiler can find, if something was not to be found. */
    Attributed attribute(List<SourceText> files, Set<String> imports) {
        classPath.learn(imports);
        var attributed = attribute(files);
        if (attributed.errors().isEmpty() || !classPath.lookThoroughly()) return attributed;
        attributed.close();
        return attribute(files);
    }

    private Attributed attribute(List<SourceText> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var errors = new ArrayList<Diagnostic<? extends JavaFileObject>>();
        var platform = compiler.getStandardFileManager(diagnostic -> {}, null, null);
        var bridge = bridge(platform);
        var task = (JavacTask) compiler.getTask(
                null,
                bridge,
                diagnostic -> {
                    if (diagnostic.getKind() == Diagnostic.Kind.ERROR) errors.add(diagnostic);
                },
                options(),
                null,
                files);
        try {
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            task.analyze();
            return new Attributed(task, Trees.instance(task), units, errors, bridge);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sources", e);
        }
    }

    private Bridge bridge(StandardJavaFileManager files) {
        try {
            return new Bridge(files, classPath, sources);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class path", e);
        }
    }

    private List<String> options() {
        var version = env.getSourceVersion().name().substring("RELEASE_".length());
        return List.of("-proc:none", "-implicit:none", "-Xlint:none", "-source", version);
    }
}
