package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Close;
import dev.perdure.Run;
import dev.perdure.store.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run ends the same, wherever its process dies: before and after each change of the store, once and twice. */
final class CrashTest {
    private int crashes;
    private final List<String> log = new ArrayList<>();
    private final Map<String, Integer> polls = new HashMap<>();

    private String call(String what) throws Shop.Broken {
        log.add(what);
        if (what.equals("ask bad")) throw new Shop.Broken("no price", 7);
        if (what.startsWith("complete?")) return polls.merge(what, 1, Integer::sum) < 3 ? "no" : "yes";
        return what;
    }

    private Family.World elsewhere() {
        return new Family.World() {
            @Override
            public String call(String what) throws Shop.Broken {
                return CrashTest.this.call(what);
            }

            @Override
            public CompletionStage<String> stage() {
                return CompletableFuture.completedFuture("stage");
            }
        };
    }

    static Stream<Arguments> cases() {
        List<Named<Function<Engine, Run<?>>>> flows = List.of(
                Named.of("buy", engine -> engine.start("r", Shop::buy, "tea", 3)),
                Named.of("buy a lot", engine -> engine.start("r", Shop::buy, "tea".repeat(100), 30)),
                Named.of("tour", engine -> engine.start("r", Shop::tour, List.of("a", "bad", "b"))),
                Named.of("approve", engine -> engine.start("r", Shop::approve, Duration.ofHours(2))),
                Named.of("both", engine -> engine.start("r", Party::both, Duration.ofHours(2))),
                Named.of("crawl", engine -> engine.start("r", Party::crawl, Party.names(5), 2)),
                Named.of("ask", engine -> engine.start("r", Party::ask, Party.names(4))),
                Named.of("vote", engine -> engine.start("r", Party::vote)),
                Named.of("parent", engine -> engine.start("r", Family::parent, "x", Duration.ofHours(1))),
                Named.of("leave", engine -> engine.start("r", Family::leave, "x", Close.WAIT)),
                Named.of("trip", engine -> engine.start("r", Party::trip, true)));
        return flows.stream()
                .flatMap(flow -> Stream.of(false, true)
                        .flatMap(reload -> Stream.of(false, true)
                                .map(after -> Arguments.of(
                                        flow,
                                        Named.of(reload ? "reloaded at every await" : "kept in memory", reload),
                                        Named.of(after ? "after" : "before", after)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void G2_G3_G4_run_ends_the_same_wherever_its_process_dies(
            Function<Engine, Run<?>> flow, boolean reload, boolean after) {
        var expected = play(flow, reload, after, Integer.MAX_VALUE, Integer.MAX_VALUE);
        int width = log.stream().anyMatch(BRANCHED::contains) ? WIDTH : 1;
        var calls = List.copyOf(log);
        for (int first = 1; crashes == first - 1; first++) {
            for (int second : new int[] {1, 2, 5, Integer.MAX_VALUE}) {
                log.clear();
                polls.clear();
                var result = play(flow, reload, after, first, second);
                assertThat(result).as("crash at %s, then %s", first, second).isEqualTo(expected);
                int most = (second == Integer.MAX_VALUE ? 1 : 2) * width;
                assertThat(repeats(calls))
                        .as("crash at %s, then %s: %s", first, second, log)
                        .isLessThanOrEqualTo(most);
            }
        }
        assertThat(crashes).isGreaterThan(5);
    }

    /** Calls of the flows that have branches, and how many of them can be under way at once. */
    private static final Set<String> BRANCHED = Set.of("a", "fetch i0", "i0@r-0.0", "one");

    private static final int WIDTH = 4;

    /** How many calls were made more often than without a crash; all of them must have been made. */
    private int repeats(List<String> calls) {
        int repeats = 0;
        var left = new ArrayList<>(log);
        for (String call : calls) {
            if (call.startsWith("complete?")) left.remove(call); // asked again as often as it takes
            else assertThat(left.remove(call)).as("%s in %s", call, log).isTrue();
        }
        for (String call : left) if (!call.startsWith("complete?")) repeats++;
        return repeats;
    }

    private @Nullable Object play(Function<Engine, Run<?>> flow, boolean reload, boolean after, int first, int second) {
        var sim = new Simulation();
        var store = new MemoryStore(sim);
        for (int at : new int[] {first, second}) {
            var life = sim.life();
            var crashing = new CrashingStore(store, at, after, life::crash);
            var result = live(flow, sim, life, crashing, reload);
            if (result != null) return result;
            if (at == first) crashes = first;
        }
        var last = new CrashingStore(store, Integer.MAX_VALUE, false, () -> {});
        var result = live(flow, sim, sim.life(), last, reload);
        assertThat(result).isNotNull();
        return result;
    }

    private @Nullable Object live(
            Function<Engine, Run<?>> flow, Simulation sim, Simulation.Life life, CrashingStore store, boolean reload) {
        Shop.elsewhere = this::call;
        try {
            var engine = Engine.open(store)
                    .register(new Shop(this::call), new Party(this::call), new Family(elsewhere()))
                    .scheduler(life)
                    .random(Simulation.noChance())
                    .reloadAtEveryAwait(reload)
                    .start();
            var result = flow.apply(engine)
                    .resultAsync()
                    .handle((value, failure) -> failure == null ? value : "failed: " + Failures.unwrap(failure));
            sim.until(() -> result.isDone() || store.crashed());
            return result.isDone() ? result.join() : null;
        } catch (CrashingStore.Crash crash) {
            return null;
        }
    }
}
