package dev.perdure.tests.builds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command that ran in a process of its own.
 *
 * @param status what it exited with
 * @param output all that it wrote
 */
record Forked(int status, String output) {
    private static final int MINUTES = 3;

    /** Runs a command in a directory and waits for its end. */
    static Forked run(Path directory, List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor(MINUTES, TimeUnit.MINUTES)) return new Forked(process.exitValue(), output);
        process.destroyForcibly();
        return new Forked(-1, output + "\nnot over after " + MINUTES + " minutes");
    }
}
