package dev.perdure.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A compiler in a JVM of its own, cold as it is in a build. */
public final class CompilerChild {
    private CompilerChild() {}

    /**
     * What a compilation took.
     *
     * @param millis from the JVM's start on
     * @param cpuMillis of all its threads
     */
    record Cost(double millis, double cpuMillis) {}

    /** Compiles, and says what it took. */
    public static void main(String[] arguments) {
        ProcessorCost.compile(List.of(arguments));
        var born = ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.println((System.currentTimeMillis() - born) + " " + Cpu.micros() / 1e3);
    }

    static Cost run(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CompilerChild.class.getName()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader()) {
            var line = out.readLine();
            if (line == null) throw new IOException("the compiler ended without a word");
            int blank = line.indexOf(' ');
            return new Cost(
                    Double.parseDouble(line.substring(0, blank)), Double.parseDouble(line.substring(blank + 1)));
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }
}
