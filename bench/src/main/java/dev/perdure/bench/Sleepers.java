package dev.perdure.bench;

import dev.perdure.RunStatus;
import dev.perdure.engine.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Many runs that sleep for a day. */
final class Sleepers implements Workload {
    @Override
    public String name() {
        return "sleepers";
    }

    @Override
    public String purpose() {
        return "runs= runs that sleep for a day: time to start and park them, heap that they hold";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("runs", "100000", "clients", "256", "rounds", "1");
    }

    @Override
    public Figures run(Request request) throws Exception {
        var rounds = new Rounds(request);
        rounds.warmUp(folder -> measure(request, folder, Math.min(20_000, request.count("runs"))));
        return rounds.median(folder -> measure(request, folder, request.count("runs")));
    }

    private static Figures measure(Request request, Path folder, int runs) throws Exception {
        Figures figures;
        try (var engine = Engines.start(request.store().open(folder), new BenchFlow.Steps() {})) {
            var heapBefore = Heap.used();
            var began = System.nanoTime();
            startAll(request.count("clients"), runs, engine);
            awaitParked(engine, runs);
            var seconds = (System.nanoTime() - began) / 1e9;
            figures = Figures.none()
                    .and("started_s", seconds)
                    .and("heap_per_run_bytes", Math.max(0, Heap.used() - heapBefore) / (double) runs);
        }
        return request.yardstick()
                ? figures.and("runs_per_s", runs / figures.value("started_s"))
                        .against(request.store().commitsPerSecond(folder, request.count("clients")), "runs_per_s")
                : figures;
    }

    private static void startAll(int clients, int runs, Engine engine) throws InterruptedException {
        var next = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            var thread = new Thread(
                    null,
                    () -> {
                        for (int n = next.getAndIncrement(); n < runs; n = next.getAndIncrement())
                            engine.start("sleeper-" + n, BenchFlow::sleeper, n);
                    },
                    "client-" + i,
                    1 << 17);
            threads.add(thread);
            thread.start();
        }
        for (var thread : threads) thread.join();
    }

    /** The last runs to be started are the last to park; every one is asked, from the last on. */
    private static void awaitParked(Engine engine, int runs) throws InterruptedException {
        for (int n = runs - 1; n >= Math.max(0, runs - 1000); n--) {
            while (engine.start("sleeper-" + n, BenchFlow::sleeper, n).status().state() != RunStatus.State.WAITING)
                Thread.sleep(1);
        }
    }
}
