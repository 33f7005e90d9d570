package dev.perdure;

import static dev.perdure.Perdure.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.spi.Source;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AwaitTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static String read() throws IOException {
        return "read";
    }

    /** A job that is always done. */
    private record Done(String result) implements Job<String> {
        @Override
        public boolean complete() {
            return true;
        }

        @Override
        public String get() {
            return result;
        }
    }

    @Test
    void words_in_any_order_make_the_same_await() {
        Call<String, IOException> call = AwaitTest::read;
        var one = await(call).named("read").withRetry(3).withTimeout(SECOND).withDeadline(SECOND);
        var other = await(call)
                .withDeadline(SECOND)
                .withTimeout(SECOND)
                .withRetry(3)
                .named("read");
        assertThat(one.spec()).isEqualTo(other.spec());
    }

    @Test
    void words_change_a_copy() {
        var plain = await(AwaitTest::read);
        plain.withRetry().withFallback("none").withTimeout(SECOND);
        assertThat(plain.spec().plain()).isTrue();
    }

    @Test
    @SuppressWarnings("NullAway") // null is a value here
    void fallback_may_be_null() {
        var spec = await(AwaitTest::read).withFallback(null).spec();
        assertThat(spec.plain()).isFalse();
        assertThat(spec.fallback().get()).isNull();
    }

    @Test
    void every_can_stand_anywhere_among_the_words_of_a_job() {
        var spec = await(new Done("x"))
                .withRetry(2)
                .named("done")
                .every(SECOND, SECOND.multipliedBy(9))
                .withDeadline(SECOND)
                .spec();
        assertThat(spec.source()).isEqualTo(new Source.Poll<>(new Done("x"), SECOND, SECOND.multipliedBy(9)));
        assertThat(spec.name()).isEqualTo("done");
        assertThat(spec.deadline()).isEqualTo(SECOND);
    }

    @Test
    void get_outside_of_a_run_says_what_to_write() {
        assertThatThrownBy(() -> await(AwaitTest::read).get())
                .isInstanceOf(NotDurable.class)
                .hasMessageStartingWith("perdure/not-durable: await(…).get() was called outside of a durable run")
                .hasMessageContaining("engine.start(")
                .hasMessageContaining("Plain.call(");
    }

    @Test
    void every_word_outside_of_a_run_is_refused() {
        assertThatThrownBy(() -> Perdure.sleep(SECOND))
                .isInstanceOf(NotDurable.class)
                .hasMessageContaining("sleep(…)");
        assertThatThrownBy(() -> Perdure.sleepUntil(Instant.MAX)).isInstanceOf(NotDurable.class);
        assertThatThrownBy(Perdure::runId).isInstanceOf(NotDurable.class).hasMessageContaining("runId()");
        assertThatThrownBy(Perdure::idempotencyKey).isInstanceOf(NotDurable.class);
    }

    @Test
    void nonsense_is_refused_where_it_is_written() {
        var plain = await(AwaitTest::read);
        assertThatThrownBy(() -> plain.withTimeout(Duration.ZERO))
                .hasMessageContaining("timeout is PT0S; it must be more than zero");
        assertThatThrownBy(() -> plain.withDeadline(SECOND.negated())).hasMessageContaining("deadline is PT-1S");
        assertThatThrownBy(() -> plain.named(" ")).hasMessageContaining("await name is blank");
        assertThatThrownBy(() -> plain.named("x".repeat(256))).hasMessageContaining("256 characters long");
        assertThatThrownBy(() -> Signal.of("", String.class)).isInstanceOf(InvalidArgument.class);
        assertThatThrownBy(() -> await(new Done("x")).every(SECOND, Duration.ZERO))
                .hasMessageContaining("longest interval is PT0S");
    }
}
