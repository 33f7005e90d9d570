package dev.perdure.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Runs a sample in a process of its own, which is killed at a line of its output and started again. */
public final class Killed {
    private final Path folder;
    private final Class<?> app;
    private final String[] words;

    /** Of this sample, with these options and this folder. */
    public Killed(Path folder, Class<?> app, String... words) {
        this.folder = folder;
        this.app = app;
        this.words = words;
    }

    /** What the second process printed; the first one was killed when it had come so far. */
    public List<String> linesAfter(Predicate<String> soFar) throws IOException, InterruptedException {
        var first = start();
        try (var out = first.inputReader()) {
            if (out.lines().noneMatch(soFar)) throw new AssertionError("the first process never came so far");
        } finally {
            first.toHandle().destroyForcibly();
            first.waitFor();
        }
        var second = start();
        try (var out = second.inputReader()) {
            var lines = out.lines().toList();
            if (second.waitFor() != 0) throw new AssertionError("the second process ended with " + second.exitValue());
            return lines;
        }
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                app.getName(),
                "folder=" + folder));
        command.addAll(List.of(words));
        var errors = folder.resolve("app.err").toFile();
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors))
                .start();
    }
}
