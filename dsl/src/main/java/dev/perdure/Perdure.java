package dev.perdure;

import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Scope;
import dev.perdure.spi.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The static words of durable methods, for {@code import static dev.perdure.Perdure.*}. In a {@link Durable} method the
 * processor lowers them; in a plain execution ({@link Plain}) they run on the spot; anywhere else they throw
 * {@link NotDurable}: durability is never lost silently.
 */
public final class Perdure {
    private static final Duration FIRST_POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_POLL = Duration.ofMinutes(1);

    private Perdure() {}

    /**
     * Awaits a call: it runs in this process, its value or exception is recorded, and it is not run again once recorded.
     *
     * @param <T> its result
     * @param <X> its checked exceptions, inferred
     */
    public static <T extends @Nullable Object, X extends Exception> Await<T, X> await(Call<T, X> call) {
        return new Await<>(AwaitSpec.of(new Source.Run<>(Objects.requireNonNull(call, "call"))));
    }

    /**
     * Awaits a call without a result.
     *
     * @param <X> its checked exceptions, inferred
     */
    @SuppressWarnings("NullAway") // a call without a result yields null
    public static <X extends Exception> Await<@Nullable Void, X> await(Action<X> action) {
        Objects.requireNonNull(action, "action");
        Call<@Nullable Void, X> call = () -> {
            action.run();
            return null;
        };
        return new Await<>(AwaitSpec.of(new Source.Run<>(call)));
    }

    /** Awaits a job elsewhere by polling it; see {@link JobAwait#every}. No thread is held between two polls. */
    public static <T extends @Nullable Object> JobAwait<T> await(Job<T> job) {
        return new JobAwait<>(
                AwaitSpec.of(new Source.Poll<>(Objects.requireNonNull(job, "job"), FIRST_POLL, LONGEST_POLL)));
    }

    /** Awaits a signal: the next one of this name in the run's mailbox. No thread is held. */
    public static <T> Await<T, RuntimeException> await(Signal<T> signal) {
        return new Await<>(AwaitSpec.of(new Source.Mail<>(Objects.requireNonNull(signal, "signal"))));
    }

    /** Waits durably; no thread is held. A duration of zero or less is over at once. Fires never early, and once. */
    public static void sleep(Duration duration) {
        taken(new Source.Delay(Objects.requireNonNull(duration, "duration")), "sleep(…)");
    }

    /** Waits durably until a moment; no thread is held. A moment in the past is over at once. */
    public static void sleepUntil(Instant moment) {
        taken(new Source.Until(Objects.requireNonNull(moment, "moment")), "sleepUntil(…)");
    }

    /**
     * The id of the current run; in an awaited call, that of the run that awaits.
     *
     * @throws NotDurable outside of a run and of {@link Plain}
     */
    public static String runId() {
        return scope("runId()").runId();
    }

    /**
     * A key for the current await in this visit: the same in every attempt, also after a crash, and another one for every
     * other await and visit. Hand it to services that recognise repeated requests. Between two awaits it is the key of the
     * next one.
     *
     * @throws NotDurable outside of a run and of {@link Plain}
     */
    public static String idempotencyKey() {
        return scope("idempotencyKey()").idempotencyKey();
    }

    private static void taken(Source<@Nullable Void> source, String word) {
        scope(word);
        new Await<@Nullable Void, RuntimeException>(AwaitSpec.of(source)).get();
    }

    private static Scope scope(String word) {
        var scope = Scope.current();
        if (scope == null) throw NotDurable.outsideOfRun(word);
        return scope;
    }
}
