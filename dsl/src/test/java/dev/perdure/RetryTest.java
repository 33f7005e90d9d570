package dev.perdure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTest {
    private final Retry retry = Retry.unlimited();

    @Test
    void default_policy_has_no_limit_and_grows_to_a_minute() {
        assertThat(retry.maxAttempts()).isEqualTo(Retry.UNLIMITED);
        assertThat(retry.firstDelay()).isEqualTo(Duration.ofMillis(500));
        assertThat(retry.maxDelay()).isEqualTo(Duration.ofMinutes(1));
        assertThat(retry.factor()).isEqualTo(2);
        assertThat(retry.jitter()).isEqualTo(0.25);
    }

    @Test
    void exceptions_are_retried_and_errors_are_not() {
        assertThat(retry.handles(new IOException())).isTrue();
        assertThat(retry.handles(new AssertionError())).isFalse();
        assertThat(retry.handles(null)).isFalse();
    }

    @Test
    void aborting_wins_over_retrying_and_covers_subclasses() {
        var picky = retry.retryOn(IOException.class).abortOn(FileNotFoundException.class);
        assertThat(picky.handles(new IOException())).isTrue();
        assertThat(picky.handles(new FileNotFoundException())).isFalse();
        assertThat(picky.handles(new IllegalStateException())).isFalse();
    }

    @Test
    void words_change_a_copy() {
        retry.attempts(3).delay(Duration.ofSeconds(1)).abortOn(IOException.class);
        assertThat(retry).isEqualTo(Retry.unlimited());
    }

    @Test
    void words_can_be_repeated_and_add_up() {
        var both = retry.abortOn(IOException.class).abortOn(IllegalStateException.class);
        assertThat(both.aborting()).containsExactly(IOException.class, IllegalStateException.class);
    }

    @Test
    void nonsense_is_refused_with_the_value_and_what_would_be_right() {
        assertThatThrownBy(() -> retry.attempts(0))
                .isInstanceOf(InvalidArgument.class)
                .hasMessage("perdure/invalid-argument: attempts is 0; it must be 1 or more, or Retry.UNLIMITED");
        assertThatThrownBy(() -> retry.backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("longest delay is PT1S; it must be at least the first delay, PT2S");
        assertThatThrownBy(() -> retry.delay(Duration.ofSeconds(-1))).hasMessageContaining("PT-1S");
        assertThatThrownBy(() -> retry.jitter(1.5)).hasMessageContaining("jitter is 1.5");
        assertThatThrownBy(() -> retry.jitter(Double.NaN)).hasMessageContaining("jitter is NaN");
        assertThatThrownBy(() -> retry.backoff(Duration.ZERO, Duration.ZERO, 0.5))
                .hasMessageContaining("factor is 0.5");
    }
}
