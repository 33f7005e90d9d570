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
public sealed interface Source<T extends @Nullable Object>
        permits Source.Run, Source.Poll, Source.Mail, Source.Delay, Source.Until, Source.Body, Group {
    /** A call that runs in this process. */
    record Run<T extends @Nullable Object>(Call<T, ?> call) implements Source<T> {}

    /**
     * A job elsewhere, polled: {@code first} after its start, then at doubling intervals up to {@code max}, with jitter.
     */
    record Poll<T extends @Nullable Object>(Job<T> job, Duration first, Duration max) implements Source<T> {}

    /** A value from outside. */
    record Mail<T>(Signal<T> signal) implements Source<T> {}

    /** The passing of time; zero and negative durations are over at once. */
    record Delay<T extends @Nullable Object>(Duration duration) implements Source<T> {}

    /** A moment; one in the past is over at once. */
    record Until<T extends @Nullable Object>(Instant moment) implements Source<T> {}

    /** Durable code of its own, with awaits in it: a branch. The processor makes the call one that carries a frame. */
    record Body<T extends @Nullable Object>(Call<T, ?> body) implements Source<T> {}
}
