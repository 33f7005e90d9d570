package dev.perdure.bench;

import java.nio.file.Path;
import java.util.Map;

/** One run of ten steps at a time. */
final class Latency implements Workload {
    private static final int STEPS = 10;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String purpose() {
        return "one run of 10 steps at a time";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("runs", "1000", "warmup", "1500", "rounds", "3", "peer", "");
    }

    @Override
    public Figures run(Request request) throws Exception {
        return new Rounds(request).median(folder -> {
            var measured = measure(request, folder);
            var figures = Peer.beside(request, measured, "step_p50_us", "runs", "warmup");
            return request.yardstick() ? figures.against(request.store().commitMicros(folder), "step_p50_us") : figures;
        });
    }

    private static Figures measure(Request request, Path folder) throws Exception {
        var runs = request.count("runs");
        var warmUp = request.count("warmup");
        var stamps = new Stamps(STEPS);
        var runMicros = new double[runs];
        var stepMicros = new double[runs * (STEPS - 1)];
        try (var engine = Engines.start(request.store().open(folder), stamps)) {
            for (int i = -warmUp; i < runs; i++) {
                stamps.clear();
                var began = System.nanoTime();
                engine.start("run" + i, BenchFlow::chain, STEPS, BenchFlow.INPUT)
                        .result();
                if (i < 0) continue;
                runMicros[i] = (System.nanoTime() - began) / 1e3;
                for (int step = 1; step < STEPS; step++)
                    stepMicros[i * (STEPS - 1) + step - 1] = stamps.micros(step - 1, step);
            }
        }
        return Figures.none()
                .and("run_p50_us", Figures.percentile(runMicros, 50))
                .and("run_p99_us", Figures.percentile(runMicros, 99))
                .and("step_p50_us", Figures.percentile(stepMicros, 50))
                .and("step_p99_us", Figures.percentile(stepMicros, 99));
    }
}
