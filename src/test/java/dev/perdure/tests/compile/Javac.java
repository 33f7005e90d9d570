package dev.perdure.tests.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The compiler of the JDK that runs the tests, with the processor. */
public final class Javac {
    private static final List<String> USUAL = List.of("-parameters", "-g", "-Xlint:none");

    private Javac() {}

    /** Compiles with the processor. */
    public static Compiled compile(Collection<Source> sources, String... options) {
        return compile(sources, List.of(processor()), options);
    }

    /** Compiles with these processors, in this order. */
    public static Compiled compile(Collection<Source> sources, List<Processor> processors, String... options) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var heard = new DiagnosticCollector<JavaFileObject>();
        var files = new MemoryFiles(compiler.getStandardFileManager(heard, Locale.ROOT, null));
        var all = new ArrayList<>(List.of("-classpath", classPath()));
        all.addAll(options.length == 0 ? USUAL : List.of(options));
        if (processors.isEmpty()) all.add("-proc:none");
        var task = compiler.getTask(null, files, heard, all, null, sources);
        if (!processors.isEmpty()) task.setProcessors(processors);
        List<Diagnostic<? extends JavaFileObject>> diagnostics = new ArrayList<>();
        try {
            task.call();
        } catch (RuntimeException crashed) {
            diagnostics.add(new Crash(crashed));
        }
        diagnostics.addAll(heard.getDiagnostics());
        return new Compiled(diagnostics, files.classes, files.generated);
    }

    /** A fresh instance of Perdure's processor. */
    public static Processor processor() {
        return ServiceLoader.load(Processor.class).stream()
                .filter(provider -> provider.type().getName().startsWith("dev.perdure."))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the processor is not on the class path of the tests"))
                .get();
    }

    /** The class path of the tests. */
    public static String classPath() {
        var surefire = System.getProperty("surefire.test.class.path");
        return surefire != null ? surefire : System.getProperty("java.class.path", "");
    }
}
