package dev.perdure.tests.cluster;

import dev.perdure.tests.compile.Javac;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link Node}, or another program, in a process of its own. */
final class NodeProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final PrintWriter commands;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final List<String> all = new ArrayList<>();

    NodeProcess(String url, String schema, String name, long leaseMillis) throws IOException {
        this(Node.class, url, schema, name, leaseMillis);
    }

    /** A process of another kind, with the same arguments. */
    NodeProcess(Class<?> main, String url, String schema, String name, long leaseMillis) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-classpath",
                Javac.classPath(),
                main.getName(),
                url,
                schema,
                name,
                String.valueOf(leaseMillis));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        var output = process.inputReader();
        var listener = new Thread(() -> listen(output), "listens to " + name);
        listener.setDaemon(true);
        listener.start();
    }

    private void listen(BufferedReader output) {
        output.lines().forEach(said::add);
        said.add("ended");
    }

    void tell(String command) {
        commands.println(command);
    }

    /** Waits until it says something that begins so. */
    void await(String beginning) throws InterruptedException {
        await(beginning, PATIENCE);
    }

    /** Waits until it says something that begins so, and never longer than this for the next line, whatever it says. */
    void await(String beginning, Duration patience) throws InterruptedException {
        long millis = patience.toMillis();
        for (var line = said.poll(millis, TimeUnit.MILLISECONDS);
                line != null;
                line = said.poll(millis, TimeUnit.MILLISECONDS)) {
            all.add(line);
            if (line.startsWith(beginning)) return;
            if (line.equals("ended")) break;
        }
        throw new AssertionError("did not say \"" + beginning + "\": " + all);
    }

    /** What it says next, or null if it says nothing for a while. */
    @Nullable
    String next(Duration patience) throws InterruptedException {
        var line = said.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (line != null) all.add(line);
        if ("ended".equals(line)) throw new AssertionError("it has ended: " + all);
        return line;
    }

    void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .onExit()
                .join();
    }

    /** Kills it by SIGKILL. */
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        signal("CONT");
        commands.close();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        if (process.isAlive()) kill();
    }
}
