package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.RunStatus;
import dev.perdure.StoreUnavailable;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.store.Change;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Payload;
import dev.perdure.store.RunImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a checkpoint holds, and what becomes of one that the code at hand does not fit. */
final class RecoveryTest {
    private final World world = new World();
    private final List<String> calls = new ArrayList<>();
    private final Shop shop = new Shop(what -> {
        calls.add(what);
        return what;
    });

    private RunImage parked() {
        world.engine(shop).start("r", Shop::buy, "tea", 1);
        world.sim.until(() -> world.events.contains("parked"));
        world.crash();
        return world.image("r");
    }

    /** Puts another text in the place of the checkpoint of a parked run, sealed as if it were meant to be. */
    private void rewrite(UnaryOperator<String> change) {
        var image = parked();
        var text = change.apply(new String(image.frame().get(0).bytes(), StandardCharsets.UTF_8));
        world.sim.let(Duration.ofHours(2));
        var lease = world.store.join("main", Duration.ofDays(1)).join();
        world.store
                .claim(lease, new dev.perdure.store.Claim(java.util.Set.of(image.method()), 1))
                .join();
        var whole = new Change.Frames.Whole(Sums.seal("r", text.getBytes(StandardCharsets.UTF_8)));
        world.store
                .commit(List.of(new Change.Step("r", lease, whole, List.of(), new Change.Next.Yield())))
                .join();
        world.store.leave(lease).join();
    }

    private RunStatus statusAfterRecovery() {
        var engine = world.engine(shop);
        world.sim.until(() -> world.events.contains("stuck"));
        return engine.run("r").status();
    }

    @Test
    void checkpoint_is_readable_text() {
        parked();
        assertThat(world.checkpoint("r"))
                .startsWith("{\"v\":1,\"n\":1,\"t\":1767225600000,\"frames\":[{\"m\":\"dev.perdure.engine.Shop.buy(")
                .contains("\"at\":\"sleep\",\"side\":\"resume\"")
                .endsWith("\"s\":{\"bought\":[\"tea0@r-0\"]}}],\"wait\":{\"until\":\"2026-01-01T01:00:00Z\"}}");
    }

    @Test
    void G16_unknown_label_leaves_the_run_stuck() {
        rewrite(text -> text.replace("\"at\":\"sleep\"", "\"at\":\"nap\""));
        var status = statusAfterRecovery();
        assertThat(status.state()).isEqualTo(RunStatus.State.STUCK);
        assertThat(status.problem()).contains("perdure/layout-mismatch", "\"nap\"", "named(\"nap\")");
        assertThat(calls).containsExactly("tea0@r-0");
    }

    @Test
    void G16_missing_variable_leaves_the_run_stuck() {
        rewrite(text -> text.replace("\"bought\"", "\"gekauft\""));
        assertThat(statusAfterRecovery().problem()).contains("perdure/layout-mismatch", "bought", "gekauft");
    }

    @Test
    void G16_variable_of_another_type_leaves_the_run_stuck() {
        rewrite(text -> text.replaceFirst("\"f\":\"....", "\"f\":\"0000"));
        assertThat(statusAfterRecovery().problem()).contains("perdure/layout-mismatch", "bought", "ArrayList");
    }

    @Test
    void G16_outcome_of_another_type_leaves_the_run_stuck() {
        rewrite(text -> text.replaceFirst("\"at\":\"sleep\"", "\"at\":\"thanks\"")
                .replaceFirst("\"wait\":.*}", "\"out\":{\"ok\":null}}"));
        assertThat(statusAfterRecovery().problem())
                .contains("perdure/layout-mismatch", "outcome", "thanks", "java.lang.String");
    }

    @Test
    void surplus_variables_are_dropped() {
        rewrite(text -> text.replace("\"s\":{", "\"s\":{\"a\":1,").replaceFirst("\"f\":\"", "\"f\":\"0000"));
        var run = world.engine(shop).run("r");
        assertThat(world.end(run)).isEqualTo(List.of("tea0@r-0", "thanks"));
    }

    @Test
    void two_locals_that_name_one_list_stay_one_list() {
        world.engine(new Shop(what -> {
                    if (what.equals("ask b")) world.crash();
                    return what;
                }))
                .start("r", Shop::tour, List.of("a", "b"));
        world.sim.let(Duration.ofMinutes(1));
        assertThat(world.checkpoint("r")).contains("\"alias\":{\"@ref\":\"0.seen\"}");

        assertThat(world.end(world.engine(shop).run("r"))).isEqualTo(List.of("ask a!", "ask b!"));
    }

    @Test
    void arguments_are_not_shared_with_the_caller() {
        var items = new ArrayList<>(List.of("a"));
        var run = world.engine(shop).start("r", Shop::tour, items);
        items.add("later");
        assertThat(world.end(run)).isEqualTo(List.of("ask a!"));
    }

    @Test
    void G3_outcome_survives_a_store_that_did_not_answer() {
        var flaky = new UnansweringStore(world.store, 2, 3, 7);
        var engine = Engine.open(flaky)
                .register(shop)
                .scheduler(world.sim.life())
                .random(Simulation.noChance())
                .start();
        var run = engine.start("r", Shop::buy, "tea", 5);

        assertThat(world.end(run))
                .isEqualTo(List.of("tea0@r-0", "tea1@r-1", "tea2@r-2", "tea3@r-3", "tea4@r-4", "thanks"));
        assertThat(calls).doesNotHaveDuplicates();
        assertThat(flaky.unanswered).isEqualTo(3);
    }

    @Test
    void start_that_was_not_answered_is_told_and_its_run_moves_if_it_is_there() {
        var flaky = new UnansweringStore(world.store, 1);
        var engine = Engine.open(flaky)
                .register(shop)
                .scheduler(world.sim.life())
                .random(Simulation.noChance())
                .start();
        Throwable failure = null;
        try {
            engine.start("r", Shop::buy, "tea", 1);
        } catch (StoreUnavailable told) {
            failure = told;
        }
        assertThat(failure).isNotNull();
        assertThat(world.end(engine.run("r"))).isEqualTo(List.of("tea0@r-0", "thanks"));
    }

    /** Applies everything, and keeps some of the answers to itself. */
    private static final class UnansweringStore extends ForwardingStore {
        private final List<Integer> silent = new ArrayList<>();
        private int commits;
        int unanswered;

        UnansweringStore(dev.perdure.store.Store store, int... silent) {
            super(store);
            for (int commit : silent) this.silent.add(commit);
        }

        @Override
        public CompletableFuture<List<dev.perdure.store.Result>> commit(List<? extends Change> changes) {
            if (!silent.contains(++commits)) return super.commit(changes);
            unanswered++;
            // Every second time nothing was applied at all.
            if (commits % 2 == 1) super.commit(changes).join();
            return CompletableFuture.failedFuture(new StoreUnavailable("no answer", null));
        }
    }

    @Test
    void swapped_rows_are_detected() {
        var image = parked();
        Payload other = image.frame().get(0);
        assertThat(Sums.seal("s", other.bytes()).crc()).isNotEqualTo(other.crc());
    }
}
