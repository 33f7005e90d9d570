package dev.perdure.tests.queues;

import static dev.perdure.testkit.PerdureAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.InvalidArgument;
import dev.perdure.RunStatus;
import dev.perdure.RunStatus.State;
import dev.perdure.StartOptions;
import dev.perdure.engine.Engine;
import dev.perdure.engine.Search;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.QueueLimits;
import dev.perdure.testkit.DurableTest;
import dev.perdure.testkit.TestEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words before a start, and what nodes serve. */
class QueueTest {
    private final List<String> used = new ArrayList<>();

    private Works works() {
        return new Works(what -> {
            used.add(what);
            return what;
        });
    }

    @DurableTest
    void status_tells_where_a_run_stands_in_line(TestEngine engine) {
        engine.register(works());
        var named = engine.start("a", Works::once, "x").status();
        assertThat(named.queue()).isEqualTo("gpu");
        assertThat(named.priority()).isZero();
        var placed = engine.onQueue("big")
                .withPriority(7)
                .withKey("c-1")
                .start("b", Works::once, "x")
                .status();
        assertThat(placed.queue()).isEqualTo("big");
        assertThat(placed.priority()).isEqualTo(7);
        assertThat(placed.key()).isEqualTo("c-1");
        assertThat(engine.start("c", Works::parent, "x", "big").status().queue())
                .isEqualTo("default");
        assertThat(engine.find(Search.runs().on("big")).stream().map(RunStatus::id))
                .contains("b")
                .doesNotContain("a", "c");
    }

    @DurableTest
    void the_highest_priority_begins_first(TestEngine engine) {
        engine.register(works())
                .with(options -> options.queue(QueueLimits.of("gpu").atOnce(0)));
        for (int i = 0; i < 4; i++) engine.withPriority(i % 3).start("r" + i, Works::once, "p" + i);
        engine.settle();
        assertThat(used).isEmpty();
        engine.limit(QueueLimits.of("gpu").atOnce(1));
        engine.settle();
        assertThat(used).containsExactly("p2", "p1", "p0", "p3");
    }

    @DurableTest
    void G8_a_delayed_run_begins_when_its_time_has_come(TestEngine engine) {
        engine.register(works());
        var run = engine.withDelay(Duration.ofHours(1)).start("a", Works::once, "x");
        assertThat(run).is(State.WAITING);
        engine.advance(Duration.ofMinutes(59));
        assertThat(used).isEmpty();
        engine.advance(Duration.ofMinutes(1));
        assertThat(run).returned("x");
    }

    @DurableTest
    void a_delayed_run_can_be_cancelled_at_once(TestEngine engine) {
        engine.register(works());
        var run = engine.withDelay(Duration.ofHours(1)).start("a", Works::once, "x");
        run.cancel("not needed");
        assertThat(run).is(State.CANCELLED);
        assertThat(used).isEmpty();
    }

    @DurableTest
    void a_start_with_the_mark_of_a_living_run_gives_that_run(TestEngine engine) {
        engine.register(works());
        var first = engine.withDedup("m").withDelay(Duration.ofHours(1)).start(Works::once, "x");
        var second = engine.withDedup("m").start(Works::once, "y");
        assertThat(second.id()).isEqualTo(first.id());
        engine.advance(Duration.ofHours(1));
        assertThat(second).returned("x");
        var third = engine.withDedup("m").start(Works::once, "z");
        assertThat(third).returned("z");
        assertThat(third.id()).isNotEqualTo(first.id());
    }

    @DurableTest
    void a_run_that_sleeps_lets_another_one_of_its_queue_go(TestEngine engine) {
        engine.register(works())
                .with(options -> options.queue(QueueLimits.of("gpu").atOnce(1)));
        var one = engine.start("a", Works::twice, "x", Duration.ofMinutes(5));
        var other = engine.start("b", Works::twice, "y", Duration.ofMinutes(5));
        engine.settle();
        assertThat(used).containsExactly("x", "y");
        engine.advance(Duration.ofMinutes(5));
        assertThat(one).returned("xx");
        assertThat(other).returned("yy");
    }

    @DurableTest
    void G12_a_run_can_hold_its_place_until_it_ends(TestEngine engine) {
        engine.register(works())
                .with(options -> options.queue(QueueLimits.of("gpu").perKey(1).holdUntilEnd()));
        engine.withKey("k").start("a", Works::twice, "x", Duration.ofMinutes(5));
        engine.advance(Duration.ofMillis(1));
        var next = engine.withKey("k").start("b", Works::twice, "y", Duration.ofMinutes(5));
        var other = engine.withKey("other").start("c", Works::twice, "z", Duration.ofMinutes(5));
        engine.settle();
        assertThat(used).containsExactlyInAnyOrder("x", "z");
        engine.advance(Duration.ofMinutes(5));
        assertThat(other).returned("zz");
        engine.advance(Duration.ofMinutes(5));
        assertThat(next).returned("yy");
        assertThat(used).containsSubsequence("x", "x", "y", "y");
    }

    @DurableTest
    void G12_so_many_begin_in_any_period_as_the_rate_says(TestEngine engine) {
        engine.register(works())
                .with(options -> options.queue(QueueLimits.of("gpu").rate(2, Duration.ofMinutes(1))));
        for (int i = 0; i < 5; i++) engine.start("r" + i, Works::once, "x" + i);
        engine.settle();
        assertThat(used).hasSize(2);
        engine.advance(Duration.ofSeconds(59));
        assertThat(used).hasSize(2);
        engine.advance(Duration.ofSeconds(2));
        assertThat(used).hasSize(4);
        engine.advance(Duration.ofMinutes(2));
        assertThat(used).hasSize(5);
    }

    @Test
    void children_run_where_their_queue_is_served() {
        var store = new MemoryStore(Clock.systemUTC());
        try (var parents = Engine.open(store)
                        .node("a")
                        .register(works())
                        .serve("default")
                        .closeStore(false)
                        .start();
                var starter =
                        Engine.open(store).node("b").serve().closeStore(false).start()) {
            var run = starter.start("p", Works::parent, "x", "far");
            while (starter.find(Search.runs().on("far")).isEmpty()) Thread.onSpinWait();
            var child = starter.find(Search.runs().on("far")).get(0);
            assertThat(child.priority()).isEqualTo(3);
            assertThat(child.key()).isEqualTo("k");
            assertThat(child.state()).isEqualTo(State.WAITING);
            assertThat(child.wakesAt()).isAfter(child.startedAt());
            assertThat(used).isEmpty();
            run.cancel("enough");
            assertThat(parents.limits()).isEmpty();
        }
    }

    @Test
    void nothing_moves_where_nothing_is_served_and_all_of_it_does_elsewhere() {
        var store = new MemoryStore(Clock.systemUTC());
        try (var starter = Engine.open(store)
                .node("starter")
                .register(works())
                .serve()
                .closeStore(false)
                .start()) {
            var one = starter.start("a", Works::once, "x");
            var plain = starter.start("b", Works::parent, "y", "gpu");
            assertThat(one.status().state()).isEqualTo(State.READY);
            assertThat(plain.status().state()).isEqualTo(State.READY);
            try (var worker = Engine.open(store)
                    .node("worker")
                    .register(works())
                    .closeStore(false)
                    .start()) {
                assertThat(worker.find(Search.runs())).isNotEmpty();
                assertThat(one.result()).isEqualTo("x");
            }
        }
    }

    @Test
    void what_makes_no_sense_is_refused_with_its_value_and_a_way_out() {
        try (var engine = Engine.open(new MemoryStore(Clock.systemUTC()))
                .register(works())
                .start()) {
            refused(() -> engine.onQueue("big gpu"), "\"big gpu\"", "letters");
            refused(() -> engine.onQueue(""), "\"\"", "100");
            refused(() -> engine.withPriority(1_001), "1001", "between -1,000 and 1,000");
            refused(() -> engine.withKey(" "), "the key", "blank");
            refused(() -> engine.withDelay(Duration.ofSeconds(-1)), "PT-1S", "zero or more");
            refused(() -> engine.withDedup(""), "mark", "blank");
            refused(() -> engine.withKey("c-7").start("p", Works::parent, "x", "y"), "\"c-7\"", "name a queue");
            refused(() -> engine.with(StartOptions.NONE.withQueue("größe")), "größe", "letters");
        }
        var options = Engine.open(new MemoryStore(Clock.systemUTC()));
        refused(() -> options.serve("a b"), "\"a b\"", "letters");
        options.queue(QueueLimits.of("gpu").atOnce(3));
        refused(() -> options.queue(QueueLimits.of("gpu").atOnce(4)), "\"gpu\"", "say them in one");
    }

    @Test
    void limits_that_make_no_sense_are_refused_with_their_value_and_a_way_out() {
        var gpu = QueueLimits.of("gpu");
        refused(() -> QueueLimits.of("default"), "\"default\"", "queue of their own");
        refused(() -> QueueLimits.of("a b"), "\"a b\"", "letters");
        refused(() -> gpu.atOnce(-1), "-1", "at least 0, which pauses");
        refused(() -> gpu.perNode(0), "\"gpu\" is 0", "at least 1");
        refused(() -> gpu.perKey(0), "per key", "at least 1");
        refused(() -> gpu.rate(0, Duration.ofSeconds(1)), "per period", "at least 1");
        refused(() -> gpu.rate(1, Duration.ZERO), "PT0S", "a millisecond");
        refused(() -> gpu.rate(1, Duration.ofDays(400)), "PT9600H", "366 days");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... says) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidArgument.class)
                .hasMessageContaining("perdure/invalid-argument")
                .hasMessageContainingAll(says);
    }
}
