package dev.perdure.bench;

import dev.perdure.MethodRef;
import dev.perdure.RunStatus.State;
import dev.perdure.engine.Engine;
import dev.perdure.engine.Search;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs of every kind that wait, in a process of little heap; then many that wake at one moment, and one that comes late. */
final class Parked implements Workload {
    private static final int CLIENTS = 32;

    @Override
    public String name() {
        return "parked";
    }

    @Override
    public String purpose() {
        return "runs= of each kind (sleep, signal, callback, job) parked in a heap of heap= MB; due= that wake at one moment";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("runs", "100000", "heap", "64", "due", "10000", "rounds", "1");
    }

    @Override
    public Figures run(Request request) throws Exception {
        if (request.store().name().equals("memory"))
            throw new Request.UsageError("the memory store keeps all runs in the heap; take local");
        return new Rounds(request).median(folder -> {
            var words = List.of(
                    request.store().name(),
                    folder.toString(),
                    request.options().get("runs"),
                    request.options().get("due"));
            try (var child = ChildProcess.start(Parked.class, List.of("-Xmx" + request.count("heap") + "m"), words)) {
                return Figures.none()
                        .and("parked_s", child.numberAfter("PARKED"))
                        .and("heap_mb", child.numberAfter("HEAP"))
                        .and("woken_s", child.numberAfter("WOKEN"))
                        .and("before_late", child.numberAfter("LATE"));
            }
        });
    }

    /** The child. Words: store, folder, runs of each kind, runs due at one moment. */
    public static void main(String[] words) throws Exception {
        int runs = Integer.parseInt(words[2]);
        int due = Integer.parseInt(words[3]);
        var awake = new AtomicInteger();
        var all = new CountDownLatch(due);
        var flow = new WaitFlow(new WaitFlow.World() {
            @Override
            public void woken() {
                awake.incrementAndGet();
                all.countDown();
            }
        });
        try (var engine = Engine.open(StoreKind.of(words[0]).open(Path.of(words[1])))
                .register(flow)
                .start()) {
            long began = System.nanoTime();
            each(runs, n -> engine.start("s-" + n, WaitFlow::sleeper, n));
            each(runs, n -> engine.start("l-" + n, WaitFlow::listener, n));
            each(runs, n -> engine.start("c-" + n, WaitFlow::expectant, n));
            each(runs, n -> engine.start("j-" + n, WaitFlow::poller, n));
            awaitParked(engine);
            say("PARKED", (System.nanoTime() - began) / 1e9);
            say("HEAP", Heap.used() / 1e6);
            var moment = Instant.now().plusSeconds(3 + due / 1_000);
            each(due, n -> engine.start("d-" + n, WaitFlow::riser, moment));
            while (awake.get() < due / 10) Thread.onSpinWait();
            began = System.nanoTime();
            engine.start("late", WaitFlow::child, 1).result();
            int before = awake.get() - due / 10;
            all.await();
            say("WOKEN", (System.nanoTime() - began) / 1e9);
            say("LATE", before);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void say(String what, double number) {
        System.out.println(what + " " + number);
        System.out.flush();
    }

    private static void awaitParked(Engine engine) throws InterruptedException {
        MethodRef.P2<WaitFlow, Integer> job = WaitFlow::poller;
        while (!engine.find(Search.runs().in(State.READY, State.RUNNING).max(1)).isEmpty()) Thread.sleep(20);
        if (engine.find(Search.runs().of(job).in(State.WAITING).max(1)).isEmpty())
            throw new IllegalStateException("no job is waited for");
    }

    private static void each(int runs, IntConsumer start) throws InterruptedException {
        var next = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < CLIENTS; i++) {
            var thread = new Thread(
                    null,
                    () -> {
                        for (int n = next.getAndIncrement(); n < runs; n = next.getAndIncrement()) start.accept(n);
                    },
                    "client-" + i,
                    1 << 17);
            threads.add(thread);
            thread.start();
        }
        for (var thread : threads) thread.join();
    }
}
