package dev.perdure.tests.mistakes;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.IdConflict;
import dev.perdure.InvalidArgument;
import dev.perdure.LimitExceeded;
import dev.perdure.MethodRef;
import dev.perdure.NotDurable;
import dev.perdure.Perdure;
import dev.perdure.RunFailed;
import dev.perdure.UnknownMethod;
import dev.perdure.UnknownRun;
import dev.perdure.engine.Engine;
import dev.perdure.engine.Limits;
import dev.perdure.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mistakes in calls: refused at once, by name, and nothing is written. */
class MistakeTest {
    private final Events events = new Events();
    private final Engine engine = Engine.open(new MemoryStore(java.time.Clock.systemUTC()))
            .register(new Letters("Dear"))
            .limits(Limits.DEFAULT.withValueBytes(10_000).withCheckpointBytes(40_000))
            .listener(events)
            .start();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void an_await_outside_of_a_run_names_the_call_to_write() {
        assertThatThrownBy(() -> Perdure.await(() -> 1).get())
                .isInstanceOf(NotDurable.class)
                .hasMessageContainingAll("perdure/not-durable", "await(…).get()", "engine.start(");
        assertThatThrownBy(() -> new Letters("Dear").send("Ann", ZERO))
                .isInstanceOf(NotDurable.class)
                .hasMessageContaining("Plain.call(");
    }

    @Test
    void a_reference_to_a_method_that_is_not_durable_is_refused() {
        assertThatThrownBy(() -> engine.start("a", Letters::shout, "Ann"))
                .isInstanceOf(UnknownMethod.class)
                .hasMessageContainingAll("perdure/unknown-method", "Letters.shout", "@Durable");
        assertThatThrownBy(() -> engine.run("a")).isInstanceOf(UnknownRun.class);
    }

    @Test
    void a_lambda_in_place_of_a_reference_is_refused() {
        MethodRef.F1<String, String> lambda = to -> to + "!";
        assertThatThrownBy(() -> engine.start("a", lambda, "Ann"))
                .isInstanceOf(UnknownMethod.class)
                .hasMessageContainingAll("lambda", "TheClass::theMethod");
    }

    @Test
    void G10_the_same_id_with_other_input_is_a_conflict_and_the_first_run_is_untouched() {
        var run = engine.start("a", Letters::send, "Ann", ZERO);
        assertThatThrownBy(() -> engine.start("a", Letters::send, "Bob", ZERO))
                .isInstanceOf(IdConflict.class)
                .hasMessageContainingAll("perdure/id-conflict", "\"a\"", "Letters.send");
        assertThatThrownBy(() -> engine.start("a", Letters::pages, 3)).isInstanceOf(IdConflict.class);
        assertThat(engine.start("a", Letters::send, "Ann", ZERO).result()).isEqualTo("Dear, Ann!");
        assertThat(run.result()).isEqualTo("Dear, Ann!");
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_null_or_blank_id_is_refused() {
        assertThatThrownBy(() -> engine.start((String) null, Letters::pages, 3))
                .isInstanceOf(InvalidArgument.class)
                .hasMessageContainingAll("perdure/invalid-argument", "id is null");
        assertThatThrownBy(() -> engine.start(" ", Letters::pages, 3))
                .isInstanceOf(InvalidArgument.class)
                .hasMessageContaining("blank");
    }

    @Test
    void G17_an_id_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> engine.start("x".repeat(256), Letters::pages, 3))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContainingAll("perdure/limit-exceeded", "256", "255");
    }

    @Test
    void G17_an_oversized_argument_is_refused_before_anything_is_written() {
        assertThatThrownBy(() -> engine.start("a", Letters::send, "x".repeat(50_000), ZERO))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContainingAll("perdure/limit-exceeded", "\"a\"", "40000");
        assertThatThrownBy(() -> engine.run("a")).isInstanceOf(UnknownRun.class);
    }

    @Test
    void G17_an_oversized_result_of_an_await_names_the_await_and_the_limit() {
        var run = engine.start("a", Letters::pages, 4_000);
        assertThatThrownBy(run::result)
                .isInstanceOf(RunFailed.class)
                .cause()
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContainingAll("fill", "10000");
    }

    @Test
    void a_run_that_does_not_exist_is_named() {
        assertThatThrownBy(() -> engine.run("nobody"))
                .isInstanceOf(UnknownRun.class)
                .hasMessageContainingAll("perdure/unknown-run", "\"nobody\"");
    }

    @Test
    void status_names_the_await_and_the_line() throws Exception {
        var run = engine.start("a", Letters::send, "Ann", ofHours(3));
        events.parked("a");
        var status = run.status();
        assertThat(status.waitingAt()).isEqualTo("sleep");
        assertThat(status.source()).startsWith("Letters.java:");
    }
}
