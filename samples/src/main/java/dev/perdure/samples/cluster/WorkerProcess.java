package dev.perdure.samples.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A worker, and what has been done to it. */
final class WorkerProcess implements AutoCloseable {
    /** How it is. */
    enum State {
        WORKING,
        FROZEN,
        KILLED
    }

    private final List<String> command;
    private Process process;
    private State state = State.WORKING;

    WorkerProcess(List<String> options) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new ArrayList<>(
                List.of(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        words.add(Worker.class.getName());
        words.addAll(options);
        command = List.copyOf(words);
        process = start();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits until it takes part. */
    void awaitReady() throws IOException {
        var line = process.inputReader().readLine();
        if (!"ready".equals(line)) throw new IOException("a worker did not begin: " + line);
    }

    State state() {
        return state;
    }

    /** Stops it as if the machine had been suspended; it does not know that time passes. */
    void freeze() throws IOException {
        signal("STOP");
        state = State.FROZEN;
    }

    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
        state = State.KILLED;
    }

    /** Lets it go on, or starts another one in its place. */
    void revive() throws IOException {
        if (state == State.FROZEN) signal("CONT");
        else if (state == State.KILLED) process = start();
        state = State.WORKING;
    }

    private void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .onExit()
                .join();
    }

    @Override
    public void close() throws IOException {
        if (state == State.FROZEN) signal("CONT");
        process.getOutputStream().close();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        if (process.isAlive()) kill();
    }
}
