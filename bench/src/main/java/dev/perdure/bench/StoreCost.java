package dev.perdure.bench;

import dev.perdure.store.Change;
import dev.perdure.store.Lease;
import dev.perdure.store.Payload;
import dev.perdure.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The store without an engine: steps of many runs, committed in batches as an engine would. */
final class StoreCost implements Workload {
    private static final Payload FRAME = new Payload(new byte[300], 0);

    @Override
    public String name() {
        return "store";
    }

    @Override
    public String purpose() {
        return "the store alone: one 300-byte step of each of runs= runs per batch, batch after batch";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("runs", "256", "seconds", "3", "warmup", "3", "rounds", "3");
    }

    @Override
    public Figures run(Request request) throws Exception {
        return new Rounds(request).median(folder -> {
            var figures = measure(request, folder);
            return request.yardstick()
                    ? figures.against(request.store().commitsPerSecond(folder, request.count("runs")), "commits_per_s")
                    : figures;
        });
    }

    private static Figures measure(Request request, Path folder) {
        try (var store = request.store().open(folder)) {
            var lease = store.join("bench", Duration.ofHours(1)).join();
            var batch = steps(store, lease, request.count("runs"));
            commit(store, batch, request.count("warmup"));
            var many = commit(store, batch, request.count("seconds"));
            var single = commit(store, batch.subList(0, 1), request.count("seconds"));
            return Figures.none()
                    .and("commits_per_s", many.perSecond * batch.size())
                    .and("batch_us", many.micros)
                    .and("single_us", single.micros);
        }
    }

    private static List<Change> steps(Store store, Lease lease, int runs) {
        var starts = new ArrayList<Change>();
        var steps = new ArrayList<Change>();
        for (int i = 0; i < runs; i++) {
            var id = "run-" + i;
            starts.add(new Change.Start(id, "bench.Flow.step()", "digest", FRAME, lease));
            steps.add(new Change.Step(id, lease, new Change.Frames.Whole(FRAME), List.of(), new Change.Next.Move()));
        }
        requireApplied(store, starts);
        return steps;
    }

    private static Pace commit(Store store, List<Change> batch, int seconds) {
        var times = new ArrayList<Double>();
        var began = System.nanoTime();
        var until = began + seconds * 1_000_000_000L;
        for (var now = began; now < until; ) {
            requireApplied(store, batch);
            var next = System.nanoTime();
            times.add((next - now) / 1e3);
            now = next;
        }
        var elapsed = (System.nanoTime() - began) / 1e9;
        return new Pace(
                times.size() / elapsed,
                Figures.percentile(
                        times.stream().mapToDouble(Double::doubleValue).toArray(), 50));
    }

    private static void requireApplied(Store store, List<Change> batch) {
        for (var result : store.commit(batch).join())
            if (!result.applied()) throw new IllegalStateException("a change was rejected: " + result);
    }

    private record Pace(double perSecond, double micros) {}
}
