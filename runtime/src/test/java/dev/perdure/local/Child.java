package dev.perdure.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that has a store open, until it is killed. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private Child(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a main class on this class path. */
    static Child java(Class<?> main, String... arguments) throws IOException {
        return new Child(command(main, arguments));
    }

    /** Starts a main class in a process whose files cannot become longer than so many blocks of 1,024 bytes. */
    static Child javaWithFileLimit(int blocks, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("bash", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "bash"));
        command.addAll(command(main, arguments));
        return new Child(command);
    }

    private static List<String> command(Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    long pid() {
        return process.pid();
    }

    /** The next line it prints, or null at its end. */
    String line() throws IOException {
        return out.readLine();
    }

    /** Ends it as a power cut would, without a word. */
    void kill() {
        process.toHandle().destroyForcibly(); // of the process itself, it would close what it has printed
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }
}
