package dev.perdure.tests.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A {@link Victim} in a process of its own, and what it said. */
final class Child {
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final CompletableFuture<List<String>> said;

    private Child(Process process) {
        this.process = process;
        this.said = CompletableFuture.supplyAsync(() -> lines(process.inputReader()));
    }

    static Child start(Path folder, int known, int orders) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                dev.perdure.tests.compile.Javac.classPath(),
                Victim.class.getName(),
                folder.toString(),
                Integer.toString(known),
                Integer.toString(orders));
        return new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static List<String> lines(BufferedReader output) {
        var lines = new ArrayList<String>();
        output.lines().forEach(lines::add);
        return lines;
    }

    /** Kills it after so long, unless it has ended; what it said until then. */
    List<String> killedAfter(long millis) throws Exception {
        var ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
        if (!ended) process.toHandle().destroyForcibly(); // Process.destroyForcibly would close what it said
        var status = process.waitFor();
        var lines = said.get();
        if (status != KILLED && status != 0) throw new AssertionError("ended with " + status + ": " + lines);
        return lines;
    }

    /** Waits for its end; what it said. */
    List<String> finished() throws Exception {
        var lines = said.get(5, TimeUnit.MINUTES);
        var status = process.waitFor();
        if (status != 0) throw new AssertionError("ended with " + status + ": " + lines);
        return lines;
    }
}
