package dev.perdure.bench;

import dev.perdure.Perdure;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The process that is measured as a whole, or killed. Says what happened on its standard output, each with the wall clock in
 * milliseconds, which is the same for all processes of a machine.
 */
public final class Child {
    private Child() {}

    /** What a child can do. */
    enum Task {
        /** Says {@link #STARTED} and ends, without Perdure. */
        BARE,
        /** Says {@link #STARTED} when the engine runs, and ends. */
        EMPTY,
        /** Says {@link #FIRST} when its first run has ended, and ends. */
        FIRST_RUN,
        /** Starts runs without end, says {@link #ALL} when each has done its steps, and goes on until it is killed. */
        FILL,
        /** Recovers runs, says {@link #FIRST} and {@link #ALL} when the first and the last goes on, and ends. */
        RESUME
    }

    static final String STARTED = "STARTED";
    static final String FIRST = "FIRST";
    static final String ALL = "ALL";

    /** Words: task, store, folder, runs, steps. */
    public static void main(String[] words) throws InterruptedException {
        var store = StoreKind.of(words[1]);
        var folder = Path.of(words[2]);
        var runs = Integer.parseInt(words[3]);
        var steps = Integer.parseInt(words[4]);
        switch (Task.valueOf(words[0])) {
            case BARE -> say(STARTED);
            case EMPTY -> {
                Engines.start(store.open(folder), new BenchFlow.Steps() {});
                say(STARTED);
                halt();
            }
            case FIRST_RUN -> {
                var engine = Engines.start(store.open(folder), new BenchFlow.Steps() {});
                engine.start("first", BenchFlow::chain, 10, BenchFlow.INPUT).result();
                say(FIRST);
                halt();
            }
            case FILL -> fill(store, folder, runs, steps);
            case RESUME -> resume(store, folder, runs);
        }
    }

    private static void fill(StoreKind store, Path folder, int runs, int steps) throws InterruptedException {
        var seen = new Seen(runs, steps);
        var engine = Engines.start(store.open(folder), seen);
        for (int i = 0; i < runs; i++) engine.start("run-" + i, BenchFlow::chain, Integer.MAX_VALUE, BenchFlow.INPUT);
        seen.all.await();
        say(ALL);
        new CountDownLatch(1).await();
    }

    private static void resume(StoreKind store, Path folder, int runs) throws InterruptedException {
        var seen = new Seen(runs, 1);
        Engines.start(store.open(folder), seen);
        seen.all.await();
        say(ALL);
        halt();
    }

    private static void say(String what) {
        System.out.println(what + " " + System.currentTimeMillis());
    }

    /** What was to be measured is over; an orderly end is not part of it. */
    private static void halt() {
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    /** Counts the steps of each run; opens when each has done enough. */
    private static final class Seen implements BenchFlow.Steps {
        private final Map<String, AtomicInteger> steps = new ConcurrentHashMap<>();
        private final AtomicBoolean first = new AtomicBoolean();
        private final int enough;
        private final CountDownLatch all;

        Seen(int runs, int enough) {
            this.enough = enough;
            this.all = new CountDownLatch(runs);
        }

        @Override
        public long next(long before) {
            if (enough == 1 && first.compareAndSet(false, true)) say(FIRST);
            var done = steps.computeIfAbsent(Perdure.runId(), run -> new AtomicInteger())
                    .incrementAndGet();
            if (done == enough) all.countDown();
            return before + 1;
        }
    }
}
