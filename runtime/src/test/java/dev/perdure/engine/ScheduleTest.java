package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.CallbackRejected;
import dev.perdure.Close;
import dev.perdure.RunEnded;
import dev.perdure.RunStatus.State;
import dev.perdure.Signal;
import dev.perdure.store.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What meets at one moment, in many orders: chance orders the tasks of an engine, the answers of its store and what happens outside,
 * and each order can be repeated by its seed.
 */
final class ScheduleTest implements Family.World {
    private static final int SEEDS = Integer.getInteger("perdure.schedules", 200);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration LONG = Duration.ofDays(1_000);
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> log = new ArrayList<>();
    private final Map<String, Integer> endings = new HashMap<>();
    private Simulation sim = new Simulation();
    private Random chance = new Random(0);
    private MemoryStore store = new MemoryStore(sim);
    private Simulation.Life process = sim.life();
    private Engine outside;
    private int seed;

    /** Whether whoever is called does what he is called for, and fails. */
    private boolean refusing;

    ScheduleTest() {
        outside = begin(0);
    }

    @Override
    public String call(String what) {
        log.add(what);
        if (what.equals("down") || refusing) throw new IllegalStateException("down");
        return what.startsWith("complete?") ? "yes" : what;
    }

    @Override
    public CompletionStage<String> stage() {
        return CompletableFuture.completedFuture("stage");
    }

    private Engine begin(int of) {
        seed = of;
        chance = new Random(of);
        sim = new Simulation(chance);
        log.clear();
        Shop.elsewhere = this;
        store = new MemoryStore(sim);
        worker();
        outside = Engine.open(store)
                .node("outside")
                .lease(LEASE)
                .scheduler(sim.life())
                .start();
        return outside;
    }

    private void worker() {
        process = sim.life();
        Engine.open(new SlowStore(store, process::execute))
                .register(new Shop(this), new Party(this), new Family(this))
                .scheduler(process)
                .random(chance)
                .lease(LEASE)
                .start();
    }

    @BeforeEach
    void forget() {
        endings.clear();
    }

    private interface Scene {
        /** Plays once; names the ending. */
        String play();
    }

    private void inManyOrders(Scene scene, String... expected) {
        for (int i = 1; i <= SEEDS; i++) {
            begin(i);
            endings.merge(scene.play(), 1, Integer::sum);
        }
        assertThat(endings).containsOnlyKeys(expected);
    }

    private @Nullable Object end(String id) {
        var result = outside.run(id).resultAsync();
        sim.until(result::isDone);
        return result.handle((value, failure) -> failure == null ? value : "failed")
                .join();
    }

    private State state(String id) {
        return outside.run(id).status().state();
    }

    private void signal(Signal<String> signal) {
        try {
            outside.signal("r", signal, "yes");
        } catch (RunEnded late) {
            assertThat(outside.run("r").status().state()).isEqualTo(State.DONE);
        }
    }

    /** It moves, and waits all the while. */
    private void wake(String id) {
        try {
            outside.run(id).retry();
        } catch (RunEnded already) {
            assertThat(state(id)).isEqualTo(State.DONE);
        }
    }

    private boolean cancel(String id) {
        try {
            outside.run(id).cancel("race");
            return true;
        } catch (RunEnded ended) {
            return false;
        }
    }

    @Test
    void G8_G9_of_a_signal_and_the_deadline_of_its_await_one_wins() {
        inManyOrders(
                () -> {
                    outside.start("r", Shop::approve, HOUR);
                    sim.let(Duration.ofMinutes(1));
                    sim.schedule(Duration.ofMinutes(59), () -> signal(Shop.ANSWER));
                    var result = "" + end("r");
                    assertThat(log.stream()
                                    .filter(what -> what.startsWith("fetch"))
                                    .distinct())
                            .as("seed %s", seed)
                            .containsExactly(result.substring(result.indexOf('/') + 1));
                    return result;
                },
                "yes/fetch yes",
                "none/fetch none");
    }

    @Test
    void of_the_branches_of_a_race_that_end_at_one_moment_one_wins() {
        inManyOrders(
                () -> {
                    outside.start("r", Party::both, HOUR);
                    sim.let(Duration.ofMinutes(1));
                    sim.schedule(Duration.ofMinutes(59), () -> signal(Party.ANSWER));
                    var result = "" + end("r");
                    assertThat(log).as("seed %s", seed).contains(result);
                    return result;
                },
                "ayes",
                "anull");
    }

    @Test
    void any_yields_the_first_success_when_several_come_at_one_moment() {
        inManyOrders(
                () -> {
                    outside.start("r", Party::first, HOUR);
                    sim.let(Duration.ofMinutes(1));
                    sim.schedule(Duration.ofMinutes(59), () -> signal(Party.ANSWER));
                    return "" + end("r");
                },
                "yes",
                "null");
    }

    @Test
    void quorum_takes_as_many_as_it_needs_whoever_is_first() {
        inManyOrders(
                () -> {
                    outside.start("r", Party::vote);
                    return "" + end("r");
                },
                "[one, three]");
    }

    @Test
    void G6_cancellation_is_accepted_or_the_run_ends_and_never_both() {
        inManyOrders(
                () -> {
                    outside.start("r", Party::crawl, Party.names(3), 2);
                    var accepted = new ArrayList<Boolean>();
                    int steps = chance.nextInt(120);
                    var count = new int[1];
                    sim.until(() -> count[0]++ >= steps);
                    accepted.add(cancel("r"));
                    var result = "" + end("r");
                    assertThat(state("r"))
                            .as("seed %s: %s", seed, result)
                            .isEqualTo(accepted.get(0) ? State.CANCELLED : State.DONE);
                    return state("r").name();
                },
                "CANCELLED",
                "DONE");
    }

    @Test
    void token_is_good_for_one_of_those_who_use_it_at_once() {
        inManyOrders(
                () -> {
                    outside.start("r", Family::pay, HOUR);
                    sim.until(() -> !log.isEmpty());
                    var token = log.get(0);
                    var accepted = new ArrayList<String>();
                    for (String who : List.of("one", "two", "three"))
                        sim.execute(() -> {
                            try {
                                outside.complete(token, who);
                                accepted.add(who);
                            } catch (CallbackRejected used) {
                                assertThat(accepted).isNotEmpty();
                            }
                        });
                    var result = "" + end("r");
                    assertThat(accepted).as("seed %s", seed).containsExactly(result);
                    return result;
                },
                "one",
                "two",
                "three");
    }

    @Test
    void G9_token_that_is_accepted_at_its_deadline_is_what_the_await_yields() {
        tokenMeetsItsDeadline(HOUR);
    }

    @Test
    void G9_token_that_is_accepted_at_its_deadline_is_what_the_await_yields_though_handing_it_over_has_failed() {
        refusing = true;
        tokenMeetsItsDeadline(Duration.ofMillis(20)); // sooner than it would be handed over again
    }

    private void tokenMeetsItsDeadline(Duration patience) {
        inManyOrders(
                () -> {
                    outside.start("r", Family::pay, patience);
                    var result = outside.run("r")
                            .resultAsync()
                            .handle((value, failure) -> "" + (failure == null ? value : "failed"));
                    sim.until(() -> !log.isEmpty() || result.isDone());
                    if (log.isEmpty()) return result.join(); // too late to hand anything over
                    var token = log.get(0);
                    var accepted = new ArrayList<String>();
                    sim.schedule(patience, () -> {
                        try {
                            outside.complete(token, "paid");
                            accepted.add("paid");
                        } catch (CallbackRejected tooLate) {
                            accepted.add("failed");
                        }
                    });
                    sim.until(() -> !accepted.isEmpty() && result.isDone());
                    assertThat(accepted).as("seed %s", seed).containsExactly(result.join());
                    return result.join();
                },
                "paid",
                "failed");
    }

    @Test
    void G11_end_of_a_child_reaches_a_parent_that_begins_to_wait_at_that_moment() {
        inManyOrders(
                () -> {
                    outside.start("r", Family::parent, "x", Duration.ofMinutes(10));
                    assertThat(end("r")).as("seed %s", seed).isEqualTo("x!?");
                    assertThat(state("r/0")).isEqualTo(State.DONE);
                    return "done";
                },
                "done");
    }

    @Test
    void G6_G11_parent_that_is_cancelled_when_its_child_ends_takes_it_along_or_not() {
        inManyOrders(
                () -> {
                    outside.start("r", Family::parent, "x", HOUR);
                    sim.let(Duration.ofMinutes(1));
                    sim.schedule(
                            Duration.ofMinutes(9), () -> assertThat(cancel("r")).isTrue());
                    end("r");
                    assertThat(state("r")).as("seed %s", seed).isEqualTo(State.CANCELLED);
                    end("r/0");
                    return state("r/0").name();
                },
                "DONE",
                "CANCELLED");
    }

    @Test
    void G11_end_of_a_parent_cancels_its_child_once_it_has_ended_and_not_before() {
        inManyOrders(
                () -> {
                    outside.start("r", Family::leave, "x", Close.CANCEL);
                    assertThat(end("r")).isEqualTo("left");
                    end("r/0");
                    assertThat(state("r/0")).as("seed %s", seed).isEqualTo(State.CANCELLED);
                    return "cancelled";
                },
                "cancelled");
    }

    @Test
    void G9_topic_reaches_every_run_that_waits_once_parked_or_moving() {
        inManyOrders(
                () -> {
                    for (int i = 0; i < 4; i++) outside.start("p" + i, Party::both, LONG);
                    for (int i = 0; i < 4; i++) outside.start("s" + i, Shop::approve, LONG);
                    sim.until(
                            () -> outside.find(Search.runs().in(State.WAITING)).size() == 8);
                    for (int i = 0; i < 4; i++) {
                        int n = i;
                        sim.execute(() -> wake("p" + n));
                    }
                    var sent = new ArrayList<Integer>();
                    sim.execute(() -> sent.add(outside.publish(Party.ANSWER, "all")));
                    for (int i = 0; i < 4; i++) {
                        assertThat(end("p" + i)).as("seed %s", seed).isEqualTo("aall");
                        assertThat(end("s" + i)).as("seed %s", seed).isEqualTo("all/fetch all");
                    }
                    assertThat(sent).as("seed %s", seed).containsExactly(8);
                    assertThat(outside.publish(Party.ANSWER, "again")).isZero();
                    return "all";
                },
                "all");
    }

    @Test
    void branch_that_is_cancelled_stays_so_though_the_process_dies_before_it_has_heard_of_it() {
        inManyOrders(
                () -> {
                    outside.start("r", Party::rush);
                    int steps = chance.nextInt(60);
                    var count = new int[1];
                    sim.until(() -> count[0]++ >= steps);
                    process.crash();
                    log.clear();
                    worker();
                    var result = outside.run("r").resultAsync();
                    sim.let(Duration.ofMinutes(50));
                    assertThat(result).as("seed %s", seed).isCompletedExceptionally();
                    return "failed";
                },
                "failed");
    }

    @Test
    void seed_repeats_its_order() {
        var logs = new ArrayList<List<String>>();
        for (int i = 0; i < 2; i++) {
            begin(7);
            outside.start("r", Party::ask, Party.names(6));
            assertThat((List<?>) end("r")).hasSize(6);
            logs.add(List.copyOf(log));
        }
        assertThat(logs.get(0)).isEqualTo(logs.get(1));
    }
}
