package dev.perdure.tests.accounts;

import dev.perdure.tests.compile.Javac;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A {@link Teller} in a process of its own, and what it said. */
final class Branch {
    private final Process process;
    private final CompletableFuture<List<String>> said = new CompletableFuture<>();

    Branch(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                Javac.classPath(),
                Teller.class.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = process.inputReader();
        var listener = new Thread(() -> said.complete(lines(output)), "listens to a branch");
        listener.setDaemon(
                true); // one of its own: the common pool has few, and processes need it to be told of their end
        listener.start();
    }

    private static List<String> lines(BufferedReader output) {
        var lines = new ArrayList<String>();
        output.lines().forEach(lines::add);
        return lines;
    }

    /** Lets it be for so long, or until its end. */
    void let(long millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Sends it a signal, such as STOP. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Kills it, unless it has ended; how many programs it was promised. */
    int killed() throws Exception {
        process.toHandle().destroyForcibly();
        process.waitFor();
        return promised(said.get());
    }

    /** Waits for its end, which has to be a good one. */
    void finished() throws Exception {
        var lines = said.get(10, TimeUnit.MINUTES);
        if (process.waitFor() != 0 || !lines.contains("all"))
            throw new AssertionError("ended with " + process.exitValue() + ": "
                    + lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private static int promised(List<String> lines) {
        int promised = 0;
        for (var line : lines) {
            if (line.startsWith("started ")) promised = 1 + Integer.parseInt(line.substring("started ".length()));
            if (line.startsWith("Exception")) throw new AssertionError(lines);
        }
        return promised;
    }
}
