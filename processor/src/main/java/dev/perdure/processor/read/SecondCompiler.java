package dev.perdure.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.perdure.processor.model.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
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
     * @param shapes what the methods looked like before another processor saw them
     */
    record Attributed(
            JavacTask task,
            Trees trees,
            List<CompilationUnitTree> units,
            List<Diagnostic<? extends JavaFileObject>> errors,
            Shapes shapes,
            Bridge files)
            implements AutoCloseable {
        SourcePositions positions() {
            return trees.getSourcePositions();
        }

        Span span(TreePath path) {
            var unit = path.getCompilationUnit();
            return new Span((int) positions().getStartPosition(unit, path.getLeaf()), (int)
                    positions().getEndPosition(unit, path.getLeaf()));
        }

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
        var lombok = Lombok.isThere() ? sources.mentioning(Lombok.PACKAGE) : List.<SourceText>of();
        boolean thorough = classPath.thorough();
        var attributed = attribute(files, lombok, thorough);
        if (attributed.errors().isEmpty() || thorough) return attributed;
        attributed.close();
        classPath.lookThoroughly();
        return attribute(files, lombok, true);
    }

    /** Lombok works on files that are compiled, and not on those that are only looked at: so all that mention it are. */
    private Attributed attribute(List<SourceText> files, List<SourceText> lombok, boolean thorough) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var errors = new ArrayList<Diagnostic<? extends JavaFileObject>>();
        var others = lombok.isEmpty() ? List.<Processor>of() : Lombok.processor();
        var all = new LinkedHashSet<>(files);
        all.addAll(lombok);
        var platform = compiler.getStandardFileManager(diagnostic -> {}, null, null);
        var bridge = bridge(platform, thorough);
        var task = (JavacTask) compiler.getTask(
                null,
                bridge,
                diagnostic -> {
                    var file = diagnostic.getSource();
                    boolean ofStub = file != null && StubFile.isOne(file.toUri());
                    if (diagnostic.getKind() == Diagnostic.Kind.ERROR && !ofStub) errors.add(diagnostic);
                },
                options(others),
                null,
                all);
        if (!others.isEmpty()) task.setProcessors(others);
        try {
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            var trees = Trees.instance(task);
            var shapes = others.isEmpty() ? Shapes.NONE : Shapes.of(units, trees.getSourcePositions());
            task.analyze();
            return new Attributed(task, trees, units, errors, shapes, bridge);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sources", e);
        }
    }

    private Bridge bridge(StandardJavaFileManager files, boolean thorough) {
        try {
            return new Bridge(files, classPath, sources, thorough);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class path", e);
        }
    }

    private List<String> options(List<Processor> others) {
        var version = env.getSourceVersion().name().substring("RELEASE_".length());
        var all = new ArrayList<>(List.of("-implicit:none", "-Xlint:none", "-source", version));
        if (others.isEmpty()) all.add("-proc:none");
        return all;
    }
}
