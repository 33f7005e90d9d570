package dev.perdure.engine;

import dev.perdure.store.MemoryStore;
import dev.perdure.store.Query;
import dev.perdure.store.RunImage;
import dev.perdure.store.Store;
import dev.perdure.weave.Play;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The engines of one play, on one store in memory, and what their runs call. */
final class Troupe {
    static final Duration AGES = Duration.ofDays(1_000);

    final Play play;
    final MemoryStore store;
    final Map<String, Integer> calls = new HashMap<>();

    /** What is looked at during every call. */
    Runnable look = () -> {};

    Troupe(Play play) {
        this.play = play;
        this.store = new MemoryStore(play.clock());
        play.describe(() -> store.find(Query.all(100)).join().runs().stream()
                .map(run -> run.id() + " " + run.status() + " owned by " + run.owner() + " at " + run.frame())
                .collect(Collectors.joining("\n")));
    }

    String call(String what) {
        calls.merge(what, 1, Integer::sum);
        look.run();
        return what;
    }

    /** An engine that starts and asks, and moves nothing. */
    Engine outside() {
        return open(store, "outside", new Crew(play, 1)).start();
    }

    /** An engine with two threads that moves runs. */
    Engine node(String name, UnaryOperator<EngineBuilder> options) {
        return node(store, name, options);
    }

    /** The store is far away from it, or is not. */
    Engine node(Store seen, String name, UnaryOperator<EngineBuilder> options) {
        var crew = new Crew(play, 2);
        var store = play.chance().nextBoolean() ? seen : new SlowStore(seen, crew::execute);
        return options.apply(open(store, name, crew).register(new Shop(this::call), new Party(this::call)))
                .start();
    }

    private static EngineBuilder open(Store seen, String name, Crew crew) {
        return Engine.open(seen)
                .node(name)
                .scheduler(crew)
                .random(Simulation.noChance())
                .lease(AGES)
                .closeStore(false);
    }

    /** Waits until this holds of these runs, each. */
    void await(List<String> ids, Predicate<RunImage> condition) {
        play.await(() -> {
            var images = store.load(ids).join();
            return images.size() == ids.size() && images.stream().allMatch(condition);
        });
    }

    void awaitEnd(List<String> ids) {
        await(ids, image -> image.status().terminal());
    }

    RunImage image(String id) {
        return store.load(List.of(id)).join().get(0);
    }
}
