package dev.perdure.bench;

import java.nio.file.Path;
import java.util.Map;

/** One run whose loop collects results: does a step cost more the more there are? */
final class Loop implements Workload {
    @Override
    public String name() {
        return "loop";
    }

    @Override
    public String purpose() {
        return "one run, a loop that collects a result per step";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("steps", "50000", "rounds", "1");
    }

    @Override
    public Figures run(Request request) throws Exception {
        var rounds = new Rounds(request);
        rounds.warmUp(folder -> measure(request, folder, Math.min(5000, request.count("steps"))));
        return rounds.median(folder -> {
            var figures = measure(request, folder, request.count("steps"));
            return request.yardstick()
                    ? figures.against(request.store().commitsPerSecond(folder, 1), "steps_per_s")
                    : figures;
        });
    }

    private static Figures measure(Request request, Path folder, int steps) throws Exception {
        var stamps = new Stamps(steps);
        try (var engine = Engines.start(request.store().open(folder), stamps)) {
            engine.start("loop", BenchFlow::collect, steps).result();
        }
        var tenth = Math.max(1, steps / 10);
        return Figures.none()
                .and("steps_per_s", (steps - 1) * 1e6 / stamps.micros(0, steps - 1))
                .and("first_tenth_us", stamps.micros(0, tenth - 1) / Math.max(1, tenth - 1))
                .and("last_tenth_us", stamps.micros(steps - tenth, steps - 1) / Math.max(1, tenth - 1));
    }
}
