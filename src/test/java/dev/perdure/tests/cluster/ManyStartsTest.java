package dev.perdure.tests.cluster;

import static dev.perdure.Perdure.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Durable;
import dev.perdure.Run;
import dev.perdure.engine.Engine;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.Server;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many callers start the same runs on two nodes at the same time. By command: 10,000 ids and 64 callers. */
public class ManyStartsTest {
    private static final int IDS = Integer.getInteger("perdure.starts.ids", 200);
    private static final int CALLERS = Integer.getInteger("perdure.starts.callers", 16);
    private static final long SEED = Long.getLong("perdure.starts.seed", System.nanoTime());

    /** Counts how often each was greeted. */
    public static class Greeter {
        private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

        /** One call. */
        @Durable
        public String greet(String name) {
            return await(() -> called(name)).get();
        }

        private String called(String name) {
            calls.computeIfAbsent(name, any -> new AtomicInteger()).incrementAndGet();
            return "hello " + name;
        }
    }

    @Test
    void G10_every_id_is_one_run_however_many_start_it() throws Exception {
        System.out.println("STARTS seed=" + SEED + " ids=" + IDS + " callers=" + CALLERS);
        var schema = Server.schema();
        var greeter = new Greeter();
        try (var left = engine(schema, "left", greeter);
                var right = engine(schema, "right", greeter)) {
            var callers = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < CALLERS; i++) {
                var random = new Random(SEED + i);
                var node = i % 2 == 0 ? left : right;
                callers.add(() -> startAll(node, random));
            }
            var threads = Executors.newFixedThreadPool(CALLERS);
            try {
                for (Future<Integer> started : threads.invokeAll(callers))
                    assertThat(started.get()).as("seed %s", SEED).isEqualTo(IDS);
            } finally {
                threads.shutdown();
            }
        }
        assertThat(Server.text("SELECT count(*) FROM " + schema + ".run")).isEqualTo("" + IDS);
        assertThat(greeter.calls).hasSize(IDS);
        assertThat(greeter.calls.values().stream().mapToInt(AtomicInteger::get).filter(calls -> calls != 1))
                .as("calls that were made more than once, seed %s", SEED)
                .isEmpty();
    }

    private static Engine engine(String schema, String node, Greeter greeter) {
        return Engine.open(PostgresStore.at(Server.url()).schema(schema).open())
                .node(node)
                .register(greeter)
                .start();
    }

    /** Starts all, in an order of its own, and awaits each. */
    private static int startAll(Engine engine, Random random) {
        var names = new ArrayList<String>();
        for (int i = 0; i < IDS; i++) names.add("n" + i);
        Collections.shuffle(names, random);
        List<Run<String>> runs = names.stream()
                .map(name -> engine.start(name, Greeter::greet, name))
                .toList();
        int right = 0;
        for (int i = 0; i < IDS; i++) if (runs.get(i).result().equals("hello " + names.get(i))) right++;
        return right;
    }
}
