package dev.perdure.spi;

import dev.perdure.Call;
import dev.perdure.Callback;
import dev.perdure.Close;
import dev.perdure.Job;
import dev.perdure.MethodRef;
import dev.perdure.Signal;
import dev.perdure.StartOptions;
import dev.perdure.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What an await waits for.
 *
 * @param <T> what it yields
 */
public sealed interface Source<T extends @Nullable Object>
        permits Source.Run,
                Source.Poll,
                Source.Mail,
                Source.Delay,
                Source.Until,
                Source.Body,
                Source.Child,
                Source.Result,
                Source.Token,
                Source.Stage,
                Source.Transaction,
                Group {
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

    /**
     * A child run, to be started.
     *
     * @param method a reference to its method
     * @param arguments what it is given
     * @param id its id, or null for one made from the parent's
     * @param close what becomes of it if the parent ends first
     */
    record Child<R extends @Nullable Object>(
            MethodRef method,
            List<@Nullable Object> arguments,
            @Nullable String id,
            Close close,
            StartOptions options) implements Source<dev.perdure.Run<R>> {}

    /** The end of another run. */
    record Result<T extends @Nullable Object>(dev.perdure.Run<T> run) implements Source<T> {}

    /** A value that an outside system gives. */
    record Token<T>(Callback<T> callback) implements Source<T> {}

    /** Work in a transaction of the store's database, committed with its outcome. */
    record Transaction<T extends @Nullable Object>(Tx.Work<T, ?> work) implements Source<T> {}

    /** Something that completes by itself; asked again after a crash and for each attempt. */
    record Stage<T extends @Nullable Object>(Call<? extends CompletionStage<T>, ?> stage) implements Source<T> {}
}
