package dev.perdure.bench;

import dev.perdure.engine.Engine;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

/** One run that waits for many branches, or many children, at once: does one cost more the more there are? */
final class FanOut implements Workload {
    @Override
    public String name() {
        return "fanout";
    }

    @Override
    public String purpose() {
        return "one run, items= branches gathered, concurrency= at once (0: all); children=true: a child run each";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("items", "1000", "concurrency", "0", "children", "false", "rounds", "5");
    }

    @Override
    public Figures run(Request request) throws Exception {
        var rounds = new Rounds(request);
        int items = request.count("items");
        rounds.warmUp(folder -> measure(request, folder, Math.min(items, 1_000)));
        return rounds.median(folder -> measure(request, folder, items));
    }

    /** Three times in one engine, each ten times as many; so the last two tell what a growing number costs. */
    private static Figures measure(Request request, Path folder, int items) throws Exception {
        try (var engine = Engine.open(request.store().open(folder))
                .register(new WaitFlow(new WaitFlow.World() {}))
                .start()) {
            gather(request, engine, Math.max(1, items / 10));
            double fewer = gather(request, engine, Math.max(1, items / 10));
            double all = gather(request, engine, items);
            return Figures.none()
                    .and("gathered_ms", all)
                    .and("us_per_item", all * 1e3 / items)
                    .and("growth", all / items / (fewer / Math.max(1, items / 10)));
        }
    }

    private static double gather(Request request, Engine engine, int items) {
        int concurrency = Integer.parseInt(request.options().get("concurrency"));
        var list = IntStream.range(0, items).boxed().toList();
        var began = System.nanoTime();
        int got = request.flag("children")
                ? engine.start(WaitFlow::family, items).result() == 0 ? 0 : items
                : engine.start(WaitFlow::gather, list, concurrency == 0 ? Integer.MAX_VALUE : concurrency)
                        .result();
        if (got != items) throw new IllegalStateException(got + " of " + items + " were gathered");
        return (System.nanoTime() - began) / 1e6;
    }
}
