package dev.perdure.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A {@link Child} under way, and when it was born. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final long bornMillis;

    private ChildProcess(Process process, long bornMillis) {
        this.process = process;
        this.out = process.inputReader();
        this.bornMillis = bornMillis;
    }

    /** Starts a JVM with the options of this one's users: none. */
    static ChildProcess start(Child.Task task, Request request, Path folder, int runs, int steps) throws IOException {
        var born = System.currentTimeMillis();
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        task.name(),
                        request.store().name(),
                        folder.toString(),
                        String.valueOf(runs),
                        String.valueOf(steps)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ChildProcess(process, born);
    }

    /** Waits until the child says this; how many milliseconds after its birth it did. */
    double millisUntil(String word) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine())
            if (line.startsWith(word + " ")) return Long.parseLong(line.substring(word.length() + 1)) - bornMillis;
        throw new IOException("the child process ended before it said " + word);
    }

    /** Kills it by SIGKILL, if it is still there. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
