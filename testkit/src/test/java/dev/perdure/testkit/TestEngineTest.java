package dev.perdure.testkit;

import static dev.perdure.testkit.PerdureAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.InvalidArgument;
import dev.perdure.RunStatus.State;
import dev.perdure.local.LocalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestEngineTest {
    private final List<String> booked = new ArrayList<>();
    private int failures;

    private final TripFlow flow = new TripFlow((what, key) -> {
        if (failures-- > 0) throw new IllegalStateException("busy");
        booked.add(what);
        return what + "!";
    });

    @DurableTest
    void three_days_pass_at_once(TestEngine engine) {
        engine.register(flow);
        var run = engine.start("t", TripFlow::travel, List.of("a", "b"));
        assertThat(booked).isEmpty();
        assertThat(run).isWaitingAt("sleep").wakesAt(engine.clock().instant().plus(TripFlow.COOLING_OFF));
        assertThat(booked).containsExactly("a", "b");

        engine.advance(TripFlow.COOLING_OFF.minusMillis(1));
        assertThat(run).isWaitingAt("sleep");
        engine.advance(Duration.ofMillis(1));
        assertThat(run).isWaitingAt("ANSWER");

        run.signal(TripFlow.ANSWER, "yes");
        assertThat(run).returned(List.of("a!", "b!"));
        assertThat(run.result()).containsExactly("a!", "b!");
    }

    @DurableTest
    void deadlines_come_when_their_time_has_come(TestEngine engine) {
        engine.register(flow);
        var run = engine.start(TripFlow::travel, List.of("a"));
        assertThat(run.id()).isEqualTo("run-1");
        engine.advance(TripFlow.COOLING_OFF);
        engine.advance(Duration.ofDays(1));
        assertThat(run).threw(TripFlow.Refused.class, "was no");
        assertThat(run).is(State.FAILED);
    }

    @DurableTest
    void attempts_wait_for_time_to_pass(TestEngine engine) {
        failures = 1;
        engine.register(flow);
        var run = engine.start(TripFlow::travel, List.of("a"));
        assertThat(run).isAtAttempt(2);
        assertThat(booked).isEmpty();
        engine.advance(Duration.ofSeconds(10));
        assertThat(booked).containsExactly("a");
    }

    @DurableTest
    void a_result_that_would_never_come_is_not_waited_for(TestEngine engine) {
        engine.register(flow);
        var run = engine.start("t", TripFlow::travel, List.of("a"));
        assertThatThrownBy(run::result)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("run \"t\" is WAITING at \"sleep\" (TripFlow.java:")
                .hasMessageContaining("advance");
        assertThatThrownBy(() -> run.result(Duration.ofDays(1))).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> assertThat(run).returned("x"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("WAITING at \"sleep\"");
    }

    @DurableTest
    void a_crash_forgets_what_was_in_memory_and_nothing_else(TestEngine engine) {
        engine.register(flow);
        var run = engine.start("t", TripFlow::travel, List.of("a"));
        engine.settle();
        engine.crash();
        engine.advance(TripFlow.COOLING_OFF);
        engine.crash();
        run.signal(TripFlow.ANSWER, "yes");
        assertThat(run).returned(List.of("a!"));
        assertThat(booked).containsExactly("a");
    }

    @DurableTest
    void G5_code_between_awaits_runs_again_from_the_last_checkpoint_and_no_earlier(TestEngine engine) {
        var lives = new AtomicInteger();
        engine.register(new TripFlow((what, key) -> {
            booked.add(what);
            if (what.equals("second") && lives.incrementAndGet() == 1) engine.crash();
            return what;
        }));
        var run = engine.start("t", TripFlow::chatter);
        assertThat(run).is(State.DONE);
        assertThat(booked).containsExactly("before", "first", "between", "second", "between", "second", "after");
    }

    @DurableTest
    void G6_all_observers_agree_on_the_one_end_of_a_run(TestEngine engine) {
        engine.register(flow);
        var run = engine.start("t", TripFlow::travel, List.of("a"));
        var early = run.resultAsync();
        engine.advance(TripFlow.COOLING_OFF);
        run.signal(TripFlow.ANSWER, "yes");
        assertThat(run).returned(List.of("a!"));
        assertThat(early).isCompletedWithValue(List.of("a!"));
        engine.crash();
        assertThat(engine.run("t").result()).isEqualTo(List.of("a!"));
        assertThat(engine.start("t", TripFlow::travel, List.of("a")).result()).containsExactly("a!");
    }

    @DurableTest
    void registering_late_and_going_back_are_refused(TestEngine engine) {
        engine.register(flow).settle();
        assertThatThrownBy(() -> engine.register(flow)).isInstanceOf(InvalidArgument.class);
        assertThatThrownBy(() -> engine.advance(Duration.ofSeconds(-1))).isInstanceOf(InvalidArgument.class);
    }

    @Test
    void any_store_will_do(@TempDir Path folder) {
        try (var engine =
                TestEngine.on(clock -> LocalStore.at(folder, clock), 7).register(flow)) {
            var run = engine.start("t", TripFlow::travel, List.of("a"));
            assertThat(run).isWaitingAt("sleep");
            engine.crash();
            engine.advance(TripFlow.COOLING_OFF);
            run.signal(TripFlow.ANSWER, "yes");
            assertThat(run).returned(List.of("a!"));
        }
    }

    @DurableTest
    void planned_attempts_fail_without_the_call(TestEngine engine) {
        engine.register(flow).failing("book", 2, () -> new IOException("no line"));
        var run = engine.start("t", TripFlow::travel, List.of("a"));
        assertThat(run).isAtAttempt(2);
        assertThat(booked).isEmpty();
        engine.advance(Duration.ofMinutes(5));
        assertThat(booked).containsExactly("a");
        assertThat(run).isWaitingAt("sleep");
    }

    @DurableTest
    void planned_failures_are_counted_across_crashes(TestEngine engine) {
        engine.register(flow).failing("book", 3, () -> new IOException("no line"));
        var run = engine.start("t", TripFlow::travel, List.of("a"));
        assertThat(run).isAtAttempt(2);
        engine.crash();
        engine.advance(Duration.ofMinutes(5));
        assertThat(run).threw(IOException.class, "no line");
        assertThat(booked).isEmpty();
    }

    @DurableTest
    void an_answer_that_is_lost_leaves_its_effect(TestEngine engine) {
        engine.register(flow).losing("book", 1, () -> new IOException("cut off"));
        var run = engine.start("t", TripFlow::travel, List.of("a"));
        assertThat(run).isAtAttempt(2);
        assertThat(booked).containsExactly("a");
        engine.advance(Duration.ofMinutes(1));
        assertThat(booked).containsExactly("a", "a");
    }

    @DurableTest
    void a_slow_call_runs_into_its_timeout_and_is_made_again(TestEngine engine) {
        engine.register(flow).delaying("slow", 1, Duration.ofSeconds(30));
        var begun = engine.clock().instant();
        var run = engine.start("t", TripFlow::hurry);
        assertThat(run).returned("slow!");
        assertThat(engine.clock().instant()).isEqualTo(begun.plusSeconds(10));
        assertThat(booked).containsExactly("slow");
    }

    @Test
    void trouble_for_a_label_that_no_call_has_fails_the_test() {
        var engine = TestEngine.inMemory().register(flow).failing("boook", 1, IOException::new);
        var run = engine.start("t", TripFlow::travel, List.of("a"));
        assertThat(run).isWaitingAt("sleep");
        assertThatThrownBy(engine::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"boook\"")
                .hasMessageContaining("[book]");
        assertThatThrownBy(() -> TestEngine.inMemory().failing("book", 0, IOException::new))
                .isInstanceOf(InvalidArgument.class);
    }
}
