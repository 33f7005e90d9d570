package dev.perdure.bench;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Signals to runs that take them one after the other: how many are sent, stored, taken and checkpointed in a second? */
final class Signals implements Workload {
    @Override
    public String name() {
        return "signals";
    }

    @Override
    public String purpose() {
        return "runs= runs that take signals= signals each, sent by clients= threads";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("runs", "64", "signals", "200", "clients", "64", "rounds", "3");
    }

    @Override
    public Figures run(Request request) throws Exception {
        var rounds = new Rounds(request);
        rounds.warmUp(folder -> measure(request, folder, Math.max(1, request.count("signals") / 4)));
        return rounds.median(folder -> measure(request, folder, request.count("signals")));
    }

    private static Figures measure(Request request, Path folder, int signals) throws Exception {
        try (var engine = Engine.open(request.store().open(folder))
                .register(new WaitFlow(new WaitFlow.World() {}))
                .start()) {
            var runs = new ArrayList<Run<Long>>();
            for (int i = 0; i < request.count("runs"); i++)
                runs.add(engine.start("listener-" + i, WaitFlow::listen, signals));
            var began = System.nanoTime();
            sendAll(request.count("clients"), runs, signals);
            for (var run : runs) check(run.result(), signals);
            double seconds = (System.nanoTime() - began) / 1e9;
            return Figures.none()
                    .and("signals_per_s", runs.size() * (double) signals / seconds)
                    .and("alone_us", alone(engine));
        }
    }

    private static void check(long sum, int signals) {
        if (sum != signals * (signals - 1L) / 2)
            throw new IllegalStateException("signals were lost or doubled: " + sum);
    }

    private static void sendAll(int clients, List<Run<Long>> runs, int signals) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            int first = i;
            var thread = new Thread(
                    null,
                    () -> {
                        for (long n = 0; n < signals; n++)
                            for (int r = first; r < runs.size(); r += clients)
                                runs.get(r).signal(WaitFlow.TICK, n);
                    },
                    "client-" + i,
                    1 << 17);
            threads.add(thread);
            thread.start();
        }
        for (var thread : threads) thread.join();
    }

    /** From sending a signal to a parked run to the run's end. */
    private static double alone(Engine engine) {
        int rounds = 200;
        var micros = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            var run = engine.start("alone-" + i, WaitFlow::listen, 1);
            while (run.status().waitingAt() == null) Thread.onSpinWait();
            var began = System.nanoTime();
            run.signal(WaitFlow.TICK, 0L);
            check(run.result(), 1);
            micros[i] = (System.nanoTime() - began) / 1e3;
        }
        return Figures.percentile(micros, 50);
    }
}
