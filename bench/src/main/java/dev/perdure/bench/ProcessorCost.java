package dev.perdure.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** What the annotation processor adds to a build. The store is not used. */
final class ProcessorCost implements Workload {
    private static final int INCREMENTS = 40;
    private static final int COUNTED = 15;

    @Override
    public String name() {
        return "processor";
    }

    @Override
    public String purpose() {
        return "what durable methods add to a clean build of many flows, and to a warm one of one; the store is not used";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("flows", "50", "rounds", "5");
    }

    @Override
    public Figures run(Request request) throws Exception {
        return new Rounds(request).median(folder -> {
            var sources = FlowProject.write(folder.resolve("shop"), request.count("flows"));
            var plain = CompilerChild.run(arguments(folder.resolve("plain"), sources, false));
            var durable = CompilerChild.run(arguments(folder.resolve("durable"), sources, true));
            return Figures.none()
                    .and("added_ms", durable.millis() - plain.millis())
                    .and("added_cpu_ms", durable.cpuMillis() - plain.cpuMillis())
                    .and("plain_ms", plain.millis())
                    .and("increment_ms", increment(folder, sources, true) - increment(folder, sources, false));
        });
    }

    /** The median time of a compilation of one file of the project, in a compiler that is warm. */
    private static double increment(Path folder, List<Path> sources, boolean processed) throws IOException {
        var millis = new double[COUNTED];
        for (int i = 0; i < INCREMENTS; i++) {
            var one = List.of(sources.get(i % sources.size()));
            var arguments = arguments(folder.resolve("durable"), one, processed);
            var began = System.nanoTime();
            compile(arguments);
            if (i >= INCREMENTS - COUNTED) millis[i - (INCREMENTS - COUNTED)] = (System.nanoTime() - began) / 1e6;
        }
        return Figures.percentile(millis, 50);
    }

    /** Runs the compiler in this process. */
    static void compile(List<String> arguments) {
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (code != 0) throw new IllegalStateException("the project does not compile");
    }

    static List<String> arguments(Path out, List<Path> sources, boolean processed) throws IOException {
        Files.createDirectories(out);
        var all = new ArrayList<>(List.of("-d", out.toString(), "-cp", out + File.pathSeparator + classPath(false)));
        all.addAll(processed ? List.of("-processorpath", classPath(true)) : List.of("-proc:none"));
        for (var source : sources) all.add(source.toString());
        return all;
    }

    /** As much of our own class path as the processor needs, or a project without it. */
    private static String classPath(boolean processor) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> processor == (entry.contains("processor") || entry.contains("javapoet"))
                        || entry.contains("dsl")
                        || entry.contains("jspecify"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
