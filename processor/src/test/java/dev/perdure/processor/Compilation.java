package dev.perdure.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** A run of javac with the processor over real files. */
record Compilation(boolean success, List<Diagnostic<? extends JavaFileObject>> messages, Path output) {
    static Compilation of(Path sources, Path output, Processor processor, String... options) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(messages, null, null)) {
            Files.createDirectories(output);
            var all = new ArrayList<>(List.of("-d", output.toString(), "-s", output.toString()));
            all.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Xlint:all,-classfile"));
            all.addAll(List.of(options));
            var task = compiler.getTask(
                    null, files, messages, all, null, files.getJavaFileObjectsFromPaths(in(sources, ".java")));
            task.setProcessors(List.of(processor));
            return new Compilation(task.call(), messages.getDiagnostics(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> in(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Findings as {@code line:column text}, warnings included. */
    String findings() {
        var lines = new ArrayList<String>();
        for (var message : messages)
            if (message.getKind() != Diagnostic.Kind.NOTE)
                lines.add(message.getLineNumber() + ":" + message.getColumnNumber() + " " + message.getMessage(null));
        lines.sort(null);
        return String.join("\n", lines);
    }
}
