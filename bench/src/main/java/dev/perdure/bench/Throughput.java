package dev.perdure.bench;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Many runs of ten steps at once; when one ends the next begins. */
final class Throughput implements Workload {
    private static final int STEPS = 10;
    private static final int RAMP_MILLIS = 1000;

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public String purpose() {
        return "runs= runs of 10 steps under way at any time";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("runs", "256", "seconds", "3", "warmup", "10", "rounds", "3", "ordered", "true", "peer", "");
    }

    @Override
    public Figures run(Request request) throws Exception {
        var rounds = new Rounds(request);
        rounds.warmUp(folder -> one(request, folder, request.count("warmup")));
        return rounds.median(folder -> {
            var measured = one(request, folder, request.count("seconds"));
            var figures = Peer.beside(request, measured, "steps_per_s", "runs", "seconds", "warmup");
            return request.yardstick()
                    ? figures.against(request.store().commitsPerSecond(folder, request.count("runs")), "steps_per_s")
                    : figures;
        });
    }

    private static Figures one(Request request, Path folder, int seconds) throws InterruptedException {
        try (var engine = Engines.start(request.store().open(folder), new BenchFlow.Steps() {})) {
            return measure(request, engine, seconds);
        }
    }

    private static Figures measure(Request request, Engine engine, int seconds) throws InterruptedException {
        var stop = new AtomicBoolean();
        var done = new LongAdder();
        var clients = new ArrayList<Thread>();
        for (int i = 0; i < request.count("runs"); i++) {
            var client = new Client(engine, request.flag("ordered") ? null : "c" + i + "-", stop, done);
            var thread = new Thread(null, client, "client-" + i, 1 << 17);
            clients.add(thread);
            thread.start();
        }
        Thread.sleep(RAMP_MILLIS);
        var before = done.sum();
        var began = System.nanoTime();
        Thread.sleep(1000L * seconds);
        var rate = (done.sum() - before) * 1e9 / (System.nanoTime() - began);
        stop.set(true);
        for (var client : clients) client.join();
        return Figures.none().and("steps_per_s", rate * STEPS).and("runs_per_s", rate);
    }

    /** One who starts a run when the last has ended; the engine makes its id if there is no prefix for one. */
    private record Client(Engine engine, @Nullable String prefix, AtomicBoolean stop, LongAdder done)
            implements Runnable {
        @Override
        public void run() {
            for (int n = 0; !stop.get(); n++) {
                start(n).result();
                done.increment();
            }
        }

        private Run<Long> start(int n) {
            if (prefix == null) return engine.start(BenchFlow::chain, STEPS, BenchFlow.INPUT);
            return engine.start(prefix + n, BenchFlow::chain, STEPS, BenchFlow.INPUT);
        }
    }
}
