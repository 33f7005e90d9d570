package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.Durable;
import dev.perdure.IdConflict;
import dev.perdure.InvalidArgument;
import dev.perdure.LimitExceeded;
import dev.perdure.MethodRef;
import dev.perdure.NotDurable;
import dev.perdure.Plain;
import dev.perdure.RunStatus;
import dev.perdure.UnknownMethod;
import dev.perdure.UnknownRun;
import dev.perdure.store.Change;
import dev.perdure.store.Payload;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is refused, and how it is told. */
final class BadInputTest {
    private final World world = new World();
    private final Shop shop = new Shop(what -> what);

    /** A durable method that no processor has seen. */
    static final class Uncompiled {
        @Durable
        void run() {}

        void ordinary() {}
    }

    @Test
    void null_blank_and_long_ids_are_refused() {
        var engine = world.engine(shop);
        assertThatThrownBy(() -> engine.start(nothing(), Shop::buy, "tea", 1))
                .isInstanceOf(InvalidArgument.class)
                .hasMessageContaining("null");
        assertThatThrownBy(() -> engine.start(" ", Shop::buy, "tea", 1)).isInstanceOf(InvalidArgument.class);
        assertThatThrownBy(() -> engine.start("x".repeat(256), Shop::buy, "tea", 1))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("256");
    }

    @SuppressWarnings("NullAway") // as callers outside of null-marked code can
    private static String nothing() {
        return (@Nullable String) null;
    }

    @Test
    void G10_same_id_and_input_is_the_same_run_and_other_input_a_conflict() {
        var engine = world.engine(shop);
        var first = engine.start("r", Shop::buy, "tea", 1);
        var second = engine.start("r", Shop::buy, "tea", 1);
        assertThatThrownBy(() -> engine.start("r", Shop::buy, "tea", 2))
                .isInstanceOf(IdConflict.class)
                .hasMessageContaining("\"r\"");
        assertThat(world.end(second)).isEqualTo(world.end(first));
    }

    @Test
    void references_to_what_is_not_durable_say_what_to_write() {
        var engine = world.engine(shop);
        assertThatThrownBy(() -> engine.start("r", Uncompiled::ordinary))
                .isInstanceOf(UnknownMethod.class)
                .hasMessageContaining("mark it with @Durable");
        assertThatThrownBy(() -> engine.start("r", Uncompiled::run))
                .isInstanceOf(UnknownMethod.class)
                .hasMessageContaining("perdure-processor");
        MethodRef.F1<String, String> lambda = text -> text;
        assertThatThrownBy(() -> engine.start("r", lambda, "x"))
                .isInstanceOf(UnknownMethod.class)
                .hasMessageContaining("TheClass::theMethod");
        assertThatThrownBy(() -> world.engine(new Uncompiled())).isInstanceOf(UnknownMethod.class);
        assertThatThrownBy(() -> world.engine("text")).isInstanceOf(InvalidArgument.class);
        assertThatThrownBy(() -> world.engine(shop, new Shop(what -> what)))
                .isInstanceOf(InvalidArgument.class)
                .hasMessageContaining("two instances");
    }

    @Test
    void unknown_run_is_named() {
        assertThatThrownBy(() -> world.engine(shop).run("nobody"))
                .isInstanceOf(UnknownRun.class)
                .hasMessageContaining("\"nobody\"");
    }

    @Test
    void G17_oversized_start_is_refused_and_oversized_outcome_reaches_the_method() {
        var engine = world.engine(
                options ->
                        options.limits(Limits.DEFAULT.withCheckpointBytes(2_500).withValueBytes(500)),
                new Shop(what -> "x".repeat(600)));
        assertThatThrownBy(() -> engine.start("r", Shop::buy, "tea".repeat(1_000), 1))
                .isInstanceOf(LimitExceeded.class);
        assertThat(world.store.load(List.of("r")).join()).isEmpty();

        var failure = (Throwable) world.end(engine.start("s", Shop::buy, "tea", 1));
        assertThat(failure).hasCauseInstanceOf(LimitExceeded.class);
        assertThat(failure).cause().hasMessageContaining("the limit is 500");
    }

    @Test
    void await_in_an_ordinary_method_is_refused_in_a_run_and_outside() {
        var run = world.engine(shop).start("r", Shop::wander, true);
        assertThat((Throwable) world.end(run)).hasCauseInstanceOf(NotDurable.class);
        assertThatThrownBy(Shop::stray).isInstanceOf(NotDurable.class).hasMessageContaining("engine.start");
    }

    @Test
    void G13_damaged_run_is_stuck_and_visible_and_the_others_go_on() {
        var lease = world.store.join("other", java.time.Duration.ofHours(1)).join();
        var damaged = new Payload("{\"v\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8), 42);
        world.store
                .commit(List.of(new Change.Start("bad", Shop_buy_Machine.LAYOUT.method(), "d", damaged, null)))
                .join();
        world.store.leave(lease).join();
        var engine = world.engine(shop);
        var good = engine.start("good", Shop::buy, "tea", 1);

        assertThat(world.end(good)).isEqualTo(List.of("tea0@good-0", "thanks"));
        var status = engine.run("bad").status();
        assertThat(status.state()).isEqualTo(RunStatus.State.STUCK);
        assertThat(status.problem()).contains("perdure/data-corrupted").contains("checksum");
    }

    @Test
    void run_of_an_unregistered_class_waits_and_says_so() {
        var starter = world.engine();
        var run = starter.start("r", Shop::buy, "tea", 1);
        world.sim.let(java.time.Duration.ofMinutes(1));
        assertThat(run.status().state()).isEqualTo(RunStatus.State.READY);
        assertThat(run.status().problem()).contains("perdure/not-registered").contains("Shop.buy");

        world.crash();
        assertThat(world.end(world.engine(shop).run("r"))).isEqualTo(List.of("tea0@r-0", "thanks"));
    }

    @Test
    void plain_execution_needs_no_engine() throws Exception {
        assertThat(Plain.call(() -> shop.buy("tea", 2))).isEqualTo(List.of("tea0@plain-0", "tea1@plain-1", "thanks"));
        assertThat(Plain.call(() -> shop.tour(List.of("a")))).isEqualTo(List.of("ask a!"));
        assertThat(Objects.requireNonNull(Plain.call(() -> Shop.wander(false)))).isEqualTo("plain");
    }
}
