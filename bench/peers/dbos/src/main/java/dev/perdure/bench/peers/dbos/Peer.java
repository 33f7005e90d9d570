package dev.perdure.bench.peers.dbos;

import com.zaxxer.hikari.HikariDataSource;
import dev.dbos.transact.DBOS;
import dev.dbos.transact.StartWorkflowOptions;
import dev.dbos.transact.config.DBOSConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * {@code Peer latency URL RUNS WARMUP} or {@code Peer throughput URL RUNS SECONDS WARMUP}: prints the figure behind {@code
 * FIGURE}. Warms up in the same process.
 */
public final class Peer {
    private static final int STEPS = 10;
    private static final int CONNECTIONS = 32;
    private static final String INPUT = "x".repeat(200);

    private final long[] called = new long[STEPS];
    private final AtomicInteger calls = new AtomicInteger();
    private final DBOS dbos;
    private final Chain chain;

    /** The database remembers the workflows of earlier rounds, and would not run one of the same id. */
    private final String prefix = System.nanoTime() + "-";

    private Peer(HikariDataSource source, boolean stamps) {
        dbos = new DBOS(DBOSConfig.defaults("bench").withDataSource(source));
        chain = dbos.registerProxy(Chain.class, new ChainWorkflow(dbos, before -> {
            if (stamps) called[calls.getAndIncrement()] = System.nanoTime();
            return before + 1;
        }));
        dbos.launch();
    }

    /** See above. */
    public static void main(String[] words) throws Exception {
        boolean latency = words[0].equals("latency");
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(words[1]);
            source.setMaximumPoolSize(CONNECTIONS);
            var peer = new Peer(source, latency);
            try {
                int runs = Integer.parseInt(words[2]);
                int third = Integer.parseInt(words[3]);
                System.out.println("FIGURE "
                        + (latency
                                ? peer.latency(runs, third)
                                : peer.throughput(runs, third, Integer.parseInt(words[4]))));
            } finally {
                peer.dbos.shutdown();
            }
        }
    }

    private void once(String id) {
        dbos.startWorkflow(() -> chain.chain(STEPS, INPUT), new StartWorkflowOptions(prefix + id))
                .getResult();
    }

    /** The median time from one step's call to the next one's, in microseconds. */
    private double latency(int runs, int warmUp) {
        var micros = new double[runs * (STEPS - 1)];
        for (int i = -warmUp; i < runs; i++) {
            calls.set(0);
            once("run" + i);
            if (i < 0) continue;
            for (int step = 1; step < STEPS; step++)
                micros[i * (STEPS - 1) + step - 1] = (called[step] - called[step - 1]) / 1e3;
        }
        Arrays.sort(micros);
        return micros[micros.length / 2];
    }

    /** Steps a second of so many runs under way at any time. */
    private double throughput(int runs, int seconds, int warmUp) throws InterruptedException {
        var stop = new AtomicBoolean();
        var done = new LongAdder();
        var clients = new ArrayList<Thread>();
        for (int i = 0; i < runs; i++) {
            var prefix = "c" + i + "-";
            var client = new Thread(
                    () -> {
                        for (int n = 0; !stop.get(); n++) {
                            once(prefix + n);
                            done.increment();
                        }
                    },
                    "client-" + i);
            clients.add(client);
            client.start();
        }
        Thread.sleep(1000L * warmUp);
        long before = done.sum();
        long began = System.nanoTime();
        Thread.sleep(1000L * seconds);
        double rate = (done.sum() - before) * 1e9 / (System.nanoTime() - began);
        stop.set(true);
        for (var client : clients) client.join();
        return rate * STEPS;
    }
}
