package dev.perdure.tests.compile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A compiler for many compilations one after the other, which keeps its class path open and small. For one thread. */
public final class WarmJavac implements AutoCloseable {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null);

    /** A compiler whose class path has what programs of users need, and the tests themselves. */
    public WarmJavac() {
        this(entry -> !entry.endsWith(".jar") || entry.contains("perdure-") || entry.contains("jspecify"));
    }

    /** A compiler whose class path is what is wanted of that of the tests. */
    public WarmJavac(Predicate<String> wanted) {
        try {
            files.setLocation(
                    StandardLocation.CLASS_PATH,
                    Arrays.stream(Javac.classPath().split(File.pathSeparator))
                            .filter(wanted)
                            .map(entry -> Path.of(entry).toFile())
                            .toList());
            files.setLocation(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A task that compiles without any processor, to be asked for trees and types. */
    public JavaCompiler.CompilationTask task(Collection<Source> sources) {
        return compiler.getTask(
                null, files, new DiagnosticCollector<>(), List.of("-proc:none", "-Xlint:none"), null, sources);
    }

    /** Runs the processor alone: what it says, and the sources that it makes. */
    public Compiled process(Collection<Source> sources) {
        return run(sources, List.of(Javac.processor()), List.of("-proc:only", "-Xlint:none", "-Xmaxerrs", "10000"));
    }

    /** Compiles, without any processor. */
    public Compiled compile(Collection<Source> sources) {
        return run(sources, List.of(), options("-proc:none"));
    }

    /** Compiles with the processor, in one go. */
    public Compiled compileWithProcessor(Collection<Source> sources) {
        return run(sources, List.of(Javac.processor()), options());
    }

    /** Concatenations that are linked when they are first reached cost more than programs that run a few times. */
    private static List<String> options(String... more) {
        var options = new ArrayList<>(
                List.of("-Xlint:none", "-g:source,lines", "-Xmaxerrs", "10000", "-XDstringConcat=inline"));
        options.addAll(List.of(more));
        return options;
    }

    private Compiled run(Collection<Source> sources, List<Processor> processors, List<String> options) {
        var heard = new DiagnosticCollector<JavaFileObject>();
        var written = new MemoryFiles(files);
        var task = compiler.getTask(null, written, heard, options, null, sources);
        if (!processors.isEmpty()) task.setProcessors(processors);
        List<Diagnostic<? extends JavaFileObject>> diagnostics = new ArrayList<>();
        try {
            var ok = task.call();
            var errors = heard.getDiagnostics().stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR);
            if (!ok && errors.findAny().isEmpty())
                diagnostics.add(new Crash(new IllegalStateException("javac gave up")));
        } catch (RuntimeException crashed) {
            diagnostics.add(new Crash(crashed));
        }
        diagnostics.addAll(heard.getDiagnostics());
        return new Compiled(diagnostics, written.classes, written.generated);
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
