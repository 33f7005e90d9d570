package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.RunEnded;
import dev.perdure.RunStatus.State;
import dev.perdure.StartOptions;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Query;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.RunImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What several runs and nodes have in common, in many orders: claims, leases, wake-ups, batches, places of queues. Chance orders the
 * tasks of all nodes, the answers of the store and what happens outside; each order can be repeated by its seed.
 */
final class ContentionTest {
    private static final int SEEDS = Integer.getInteger("perdure.schedules", 200);
    private static final Duration AGES = Duration.ofDays(1_000);
    private static final int RUNS = 6;

    private final Map<String, Integer> calls = new HashMap<>();
    private Random chance = new Random(0);
    private Simulation sim = new Simulation();
    private MemoryStore store = new MemoryStore(sim);
    private Engine outside = outsider();
    private int crowd;
    private int longest;

    private Engine outsider() {
        return Engine.open(store)
                .node("outside")
                .scheduler(sim.life())
                .lease(AGES)
                .closeStore(false)
                .start();
    }

    private void inManyOrders(Runnable scene) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            chance = new Random(seed);
            sim = new Simulation(chance);
            store = new MemoryStore(sim);
            outside = outsider();
            calls.clear();
            crowd = 0;
            longest = 0;
            try {
                scene.run();
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }

    private String call(String what) {
        calls.merge(what, 1, Integer::sum);
        var owned = store.find(new Query(Set.of(RunImage.Status.OWNED), null, null, 100));
        crowd = Math.max(crowd, owned.join().runs().size());
        if (longest > 0) sim.pass(Duration.ofSeconds(chance.nextInt(longest)));
        return what;
    }

    private void node(String name, UnaryOperator<EngineBuilder> options) {
        var process = sim.life();
        Shop.elsewhere = this::call;
        options.apply(Engine.open(new SlowStore(store, process::execute))
                        .node(name)
                        .register(new Shop(this::call), new Party(this::call))
                        .scheduler(process)
                        .random(chance)
                        .lease(AGES)
                        .closeStore(false))
                .start();
    }

    private List<String> started(StartOptions options) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < RUNS; i++) {
            var id = "r" + i;
            ids.add(id);
            var placed = options.equals(StartOptions.NONE) ? options : options.withKey("k" + i % 3);
            sim.execute(() -> outside.with(placed).start(id, Shop::buy, id, 2));
        }
        sim.until(() -> outside.find(Search.runs()).size() == RUNS);
        return ids;
    }

    private Object end(String id) {
        var result = outside.run(id).resultAsync();
        sim.until(result::isDone);
        return String.valueOf(result.handle((value, failure) -> failure == null ? value : failure)
                .join());
    }

    private void allHaveBought(List<String> ids) {
        for (String id : ids)
            assertThat(end(id)).isEqualTo("[" + id + "0@" + id + "-0, " + id + "1@" + id + "-1, thanks]");
    }

    private void eachWasCalledOnce() {
        assertThat(calls).allSatisfy((what, times) -> {
            if (!what.equals("thanks")) assertThat(times).as(what).isEqualTo(1);
        });
    }

    @Test
    void G4_G7_of_two_nodes_that_claim_at_once_each_run_is_moved_by_one() {
        inManyOrders(() -> {
            node("a", options -> options);
            node("b", options -> options);
            allHaveBought(started(StartOptions.NONE));
            eachWasCalledOnce();
        });
    }

    @Test
    void G3_G7_runs_end_as_they_must_though_leases_run_out_while_calls_are_under_way() {
        inManyOrders(() -> {
            longest = 20;
            node("a", options -> options.lease(Duration.ofMinutes(1)));
            node("b", options -> options.lease(Duration.ofMinutes(1)));
            allHaveBought(started(StartOptions.NONE));
        });
    }

    @Test
    void G13_no_wake_up_is_lost_when_there_is_room_for_few() {
        inManyOrders(() -> {
            var few = Limits.DEFAULT.withInFlight(2);
            node("a", options -> options.limits(few));
            allHaveBought(started(StartOptions.NONE));
            eachWasCalledOnce();
        });
    }

    @Test
    void G9_signal_reaches_its_run_whatever_else_is_on_its_way() {
        inManyOrders(() -> {
            node("a", options -> options);
            for (int i = 0; i < RUNS; i++) {
                var id = "s" + i;
                outside.start(id, Shop::approve, AGES);
                sim.execute(() -> outside.signal(id, Shop.ANSWER, "yes"));
                sim.execute(() -> outside.run(id).retry());
            }
            sim.let(Duration.ofSeconds(chance.nextInt(20)));
            sim.let(Duration.ofMinutes(10)); // the print job that follows never ends here
            for (int i = 0; i < RUNS; i++)
                assertThat(outside.run("s" + i).status().waitingAt()).isEqualTo("print");
        });
    }

    @Test
    void G2_G6_each_step_of_a_batch_hears_what_became_of_itself() {
        inManyOrders(() -> {
            node("a", options -> options);
            var ids = started(StartOptions.NONE);
            var accepted = new HashMap<String, Boolean>();
            for (String id : ids)
                if (chance.nextBoolean())
                    sim.schedule(Duration.ofMinutes(chance.nextInt(61)), () -> cancel(id, accepted));
            for (String id : ids) end(id);
            sim.let(Duration.ofHours(2));
            for (String id : ids)
                assertThat(outside.run(id).status().state())
                        .as(id)
                        .isEqualTo(accepted.getOrDefault(id, false) ? State.CANCELLED : State.DONE);
            eachWasCalledOnce();
        });
    }

    private void cancel(String id, Map<String, Boolean> accepted) {
        try {
            outside.run(id).cancel("race");
            accepted.put(id, true);
        } catch (RunEnded over) {
            accepted.put(id, false);
        }
    }

    @Test
    void G12_G13_places_of_a_queue_are_never_too_many_and_always_taken_again() {
        inManyOrders(() -> {
            outside.limit(QueueLimits.of("q").atOnce(2).perKey(1));
            node("a", options -> options);
            node("b", options -> options);
            allHaveBought(started(StartOptions.NONE.withQueue("q")));
            assertThat(crowd).isLessThanOrEqualTo(2);
            eachWasCalledOnce();
        });
    }
}
