package dev.perdure.bench;

import java.util.Map;

/** From the start of a JVM to the end of its first run, on an empty store. */
final class Startup implements Workload {
    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String purpose() {
        return "from the start of a JVM to the end of its first run of 10 steps";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("rounds", "11");
    }

    @Override
    public Figures run(Request request) throws Exception {
        return new Rounds(request).median(folder -> {
            Figures figures;
            try (var child = ChildProcess.start(Child.Task.FIRST_RUN, request, folder, 1, 1)) {
                figures = Figures.none().and("first_run_ms", child.millisUntil(Child.FIRST));
            }
            if (!request.yardstick()) return figures;
            try (var child = ChildProcess.start(Child.Task.BARE, request, folder, 1, 1)) {
                return figures.against(child.millisUntil(Child.STARTED), "first_run_ms");
            }
        });
    }
}
