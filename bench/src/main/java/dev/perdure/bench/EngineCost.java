package dev.perdure.bench;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.perdure.Run;
import dev.perdure.engine.Engine;
import java.util.ArrayList;
import java.util.Map;

/** What a step costs in processor time when the store costs next to nothing. */
final class EngineCost implements Workload {
    private static final int WARM_UP = 12;

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public String purpose() {
        return "processor time per step, all threads together; retry=true puts each step under a retry policy";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("runs", "64", "steps", "5000", "retry", "false", "rounds", "5");
    }

    @Override
    public Figures run(Request request) throws Exception {
        var rounds = new Rounds(request);
        rounds.warmUp(folder -> {
            try (var engine = Engines.start(request.store().open(folder), new BenchFlow.Steps() {})) {
                for (int i = 0; i < WARM_UP; i++) microsPerStep(request, engine, "warm-up-" + i + "-");
            }
            return Figures.none();
        });
        return rounds.median(folder -> {
            try (var engine = Engines.start(request.store().open(folder), new BenchFlow.Steps() {})) {
                var figures = Figures.none().and("cpu_us_per_step", microsPerStep(request, engine, "run-"));
                return request.yardstick() ? figures.against(microsPerFailsafeCall(), "cpu_us_per_step") : figures;
            }
        });
    }

    private static double microsPerStep(Request request, Engine engine, String prefix) {
        var count = request.count("runs");
        var steps = request.count("steps");
        var retry = request.flag("retry");
        var runs = new ArrayList<Run<Long>>();
        var before = Cpu.micros();
        for (int i = 0; i < count; i++)
            runs.add(
                    retry
                            ? engine.start(prefix + i, BenchFlow::retriedChain, steps, BenchFlow.INPUT)
                            : engine.start(prefix + i, BenchFlow::chain, steps, BenchFlow.INPUT));
        for (var run : runs) run.result();
        return (Cpu.micros() - before) / ((double) count * steps);
    }

    /** The same call under the policy engine alone. */
    private static double microsPerFailsafeCall() {
        var steps = new BenchFlow.Steps() {};
        var failsafe =
                Failsafe.with(RetryPolicy.<Long>builder().withMaxAttempts(3).build());
        var sum = 0L;
        var micros = 0.0;
        for (int round = 0; round < 5; round++) {
            var before = Cpu.micros();
            for (int i = 0; i < 200_000; i++) {
                var last = sum;
                sum = failsafe.get(() -> steps.next(last));
            }
            micros = (Cpu.micros() - before) / 200_000;
        }
        return sum > 0 ? micros : Double.NaN;
    }
}
