package dev.perdure.bench;

import java.nio.file.Path;
import java.util.Map;

/** A process is killed amid its runs: how long until they all go on in the next one? */
final class Recovery implements Workload {
    @Override
    public String name() {
        return "recovery";
    }

    @Override
    public String purpose() {
        return "runs= runs, each steps= steps on, SIGKILL: from the next JVM's start until they go on";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("runs", "100", "steps", "1000", "rounds", "5");
    }

    @Override
    public Figures run(Request request) throws Exception {
        if (request.store().name().equals("memory"))
            throw new Request.UsageError("the memory store does not outlive its process; take local");
        return new Rounds(request).median(folder -> {
            fill(request, folder);
            var figures = resume(request, folder);
            return request.yardstick() ? figures.against(emptyStartMillis(request, folder), "all_ms") : figures;
        });
    }

    private static void fill(Request request, Path folder) throws Exception {
        try (var child =
                ChildProcess.start(Child.Task.FILL, request, folder, request.count("runs"), request.count("steps"))) {
            child.millisUntil(Child.ALL);
        }
    }

    private static Figures resume(Request request, Path folder) throws Exception {
        try (var child = ChildProcess.start(Child.Task.RESUME, request, folder, request.count("runs"), 1)) {
            var first = child.millisUntil(Child.FIRST);
            return Figures.none().and("first_ms", first).and("all_ms", child.millisUntil(Child.ALL));
        }
    }

    private static double emptyStartMillis(Request request, Path folder) throws Exception {
        try (var child = ChildProcess.start(Child.Task.EMPTY, request, folder.resolve("empty"), 1, 1)) {
            return child.millisUntil(Child.STARTED);
        }
    }
}
