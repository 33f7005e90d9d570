package dev.perdure.samples.cluster;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.samples.Options;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Starts parcels, which workers in other processes move, and kills and freezes workers at random meanwhile. Shows who moves how
 * many, and at the end whether each parcel came to each stop once. This process moves none itself: it only starts and asks.
 */
public final class ClusterApp {
    private static final List<String> STOPS = List.of("Bergen", "Oslo", "Malmö", "Kiel");
    private static final int LEASE_MILLIS = 2_000;
    private static final int TURN_MILLIS = 500;
    private static final Carried NOTHING = new Carried(0, "");

    private final Random random;
    private final Map<String, WorkerProcess> workers = new TreeMap<>();
    private final String url;
    private final String schema;
    private int killed;
    private int frozen;

    private ClusterApp(String url, String schema, Random random) {
        this.url = url;
        this.schema = schema;
        this.random = random;
    }

    /** Options: {@code folder=… parcels=… workers=… faults=… seed=… url=<JDBC URL, else a server of its own>}. */
    public static void main(String[] words) throws Exception {
        var options = Options.ofMain(words, "folder", "parcels", "workers", "faults", "seed", "url");
        var folder = Files.createDirectories(options.path("folder", "target/cluster"));
        var depots = new Depots(Files.createTempDirectory(folder, "depots-"));
        var url = options.given().get("url");
        try (var server = url == null ? server() : null) {
            var app = new ClusterApp(
                    server == null ? String.valueOf(url) : server.getJdbcUrl("postgres", "postgres"),
                    "cluster_" + Long.toString(System.currentTimeMillis(), 36),
                    new Random(options.number("seed", System.nanoTime())));
            app.run(options, depots);
        }
    }

    private static EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start();
    }

    private void run(Options options, Depots depots) throws Exception {
        int parcels = (int) options.number("parcels", 250);
        var store = PostgresStore.at(url).schema(schema).open();
        try (var engine = Engine.open(store).node("starter").start()) {
            for (int i = 1; i <= options.number("workers", 3); i++) startWorker("worker-" + i, depots);
            for (var worker : workers.values()) worker.awaitReady();
            System.out.println(workers.size() + " workers on one PostgreSQL; who carries what, every half second:");
            var runs = new ArrayList<Run<List<String>>>();
            for (int i = 1; i <= parcels; i++)
                runs.add(engine.start("parcel-" + i, ParcelFlow::carry, "parcel-" + i, STOPS));
            watch(runs, (int) options.number("faults", 6));
            var all = new ArrayList<String>();
            for (var run : runs) all.addAll(run.result());
            boolean once = all.stream().distinct().count() == (long) parcels * STOPS.size()
                    && depots.arrivals() == (long) parcels * STOPS.size();
            System.out.println("times that a worker was killed: " + killed + ", frozen: " + frozen);
            System.out.println(parcels + " parcels have come to " + STOPS.size() + " stops each, "
                    + (once ? "each once" : "NOT each once: " + depots.arrivals() + " arrivals"));
        } finally {
            for (var worker : workers.values()) worker.close();
        }
    }

    private void startWorker(String name, Depots depots) throws IOException {
        workers.put(
                name,
                new WorkerProcess(List.of(
                        "url=" + url,
                        "schema=" + schema,
                        "name=" + name,
                        "folder=" + depots.folder(),
                        "lease=" + LEASE_MILLIS)));
    }

    /** Shows the cluster until all has arrived, and does to a worker what happens to machines, now and then. */
    private void watch(List<Run<List<String>>> runs, int faults) throws Exception {
        int left = faults;
        for (int turn = 0; ; turn++) {
            TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
            long done = show(runs.size());
            if (done == runs.size()) return;
            if (turn % 6 == 5) for (var worker : workers.values()) worker.revive();
            if (turn % 6 == 2 && left > 0) {
                left--;
                harm();
            }
        }
    }

    private void harm() throws IOException {
        var names = List.copyOf(workers.keySet());
        var worker = workers.get(names.get(random.nextInt(names.size())));
        if (worker == null) return;
        if (random.nextBoolean()) {
            worker.kill();
            killed++;
        } else {
            worker.freeze();
            frozen++;
        }
    }

    /** Prints a line of the table; how many parcels have arrived everywhere. */
    private long show(int parcels) throws SQLException {
        var moving = new TreeMap<String, Carried>();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT coalesce(node, status), count(*), min(id) FROM " + schema + ".runs GROUP BY 1")) {
            while (row.next()) moving.put(row.getString(1), new Carried(row.getLong(2), row.getString(3)));
        }
        var line = new StringBuilder();
        workers.forEach((name, worker) -> line.append(String.format(
                "%s %-6s %-16s | ",
                name,
                worker.state() == WorkerProcess.State.WORKING
                        ? ""
                        : worker.state().name().toLowerCase(Locale.ROOT),
                moving.getOrDefault(name, NOTHING))));
        long done = moving.getOrDefault("done", NOTHING).runs;
        System.out.println(line
                + String.format(
                        "waiting %3d, resting %3d, done %3d of %d",
                        moving.getOrDefault("ready", NOTHING).runs,
                        moving.getOrDefault("parked", NOTHING).runs,
                        done,
                        parcels));
        return done;
    }

    /** What somebody carries: so many, this one among them. */
    private record Carried(long runs, String one) {
        @Override
        public String toString() {
            return runs == 0 ? "" : runs == 1 ? one : runs + ": " + one + " …";
        }
    }
}
