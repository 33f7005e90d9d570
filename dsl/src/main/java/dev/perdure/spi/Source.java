package dev.perdure.spi;

import dev.perdure.Call;
import dev.perdure.Job;
import dev.perdure.Signal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an await waits for.
 *
 * @param <T> what it yields
 */
public sealed interface Source<T extends @Nullable Object> {
    /** A call that runs in this process. */
    record Run<T extends @Nullable Object>(Call<T, ?> call) implements Source<T> {}

    /**
     * A job elsewhere, polled: {@code first} after its start, then at doubling intervals up to {@code max}, with jitter.
     */
    record Poll<T extends @Nullable Object>(Job<T> job, Duration first, Duration max) implements Source<T> {}

    /** A value from outside. */
    record Mail<T>(Signal<T> signal) implements Source<T> {}

    /** The passing of time; zero and negative durations are over at once. */
    record Delay(Duration duration) implements Source<@Nullable Void> {}

    /** A moment; one in the past is over at once. */
    record Until(Instant moment) implements Source<@Nullable Void> {}
}
