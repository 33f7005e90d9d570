package dev.perdure.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        return start(
                Child.class,
                List.of(),
                List.of(
                        task.name(),
                        request.store().name(),
                        folder.toString(),
                        String.valueOf(runs),
                        String.valueOf(steps)));
    }

    /** Starts a JVM with these options. */
    static ChildProcess start(Class<?> main, List<String> options, List<String> words) throws IOException {
        return start(main.getName(), System.getProperty("java.class.path"), options, words);
    }

    /** Starts a JVM with classes of its own. */
    static ChildProcess start(String main, String classes, List<String> options, List<String> words)
            throws IOException {
        var born = System.currentTimeMillis();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
        command.addAll(options);
        command.addAll(List.of("-cp", classes, main));
        command.addAll(words);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ChildProcess(process, born);
    }

    /** Waits until the child says this; the number behind it. */
    double numberAfter(String word) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine())
            if (line.startsWith(word + " ")) return Double.parseDouble(line.substring(word.length() + 1));
        throw new IOException("the child process ended before it said " + word);
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
