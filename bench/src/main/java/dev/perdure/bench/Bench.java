package dev.perdure.bench;

import java.util.List;

/** {@code bench/run WORKLOAD STORE [key=value …]}: measures and prints {@code RESULT} lines. */
public final class Bench {
    private static final List<Workload> WORKLOADS = List.of(
            new Latency(),
            new Throughput(),
            new Loop(),
            new Recovery(),
            new Sleepers(),
            new FanOut(),
            new Signals(),
            new Parked(),
            new Startup(),
            new EngineCost(),
            new StoreCost(),
            new ProcessorCost(),
            new LargeClassCost(),
            new Yardstick());

    private Bench() {}

    /** Exits with 0 after a measurement, with 2 after a command line that says nothing sensible. */
    public static void main(String[] words) throws Exception {
        try {
            var request = Request.parse(List.of(words), WORKLOADS);
            System.err.println(
                    request.workload().name() + " on " + request.store().name() + " " + request.options());
            System.out.println(request.workload()
                    .run(request)
                    .line(request.workload().name(), request.store().name()));
        } catch (Request.UsageError error) {
            System.err.println("bench/run: " + error.getMessage());
            System.err.println(usage());
            System.exit(2);
        }
    }

    private static String usage() {
        var usage = new StringBuilder(
                "usage: bench/run WORKLOAD STORE [key=value …]\n  STORE is one of " + StoreKind.names() + "\n");
        for (var workload : WORKLOADS)
            usage.append(String.format("  %-11s %s %s%n", workload.name(), workload.purpose(), workload.options()));
        return usage + "  and for all: dir=<folder for the files> yardstick=true (the ratio to the raw log, or to the"
                + " bare upsert); for postgres url=<JDBC URL> (else a server of its own); peer=dbos measures that engine"
                + " in the same rounds";
    }
}
