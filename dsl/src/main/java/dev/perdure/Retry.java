package dev.perdure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often and how fast a failed await is tried again. Immutable: each word returns a changed copy.
 *
 * <p>Defaults: no limit on attempts, exponential backoff from 500 ms to 1 minute with factor 2 and jitter 0.25, every
 * {@link Exception} is retried and no {@link Error}.
 *
 * @param maxAttempts how many attempts, the first included; {@link #UNLIMITED} for no limit
 * @param firstDelay the wait after the first failed attempt
 * @param maxDelay the longest wait
 * @param factor by what the wait grows from one attempt to the next
 * @param jitter the share of a wait by which it is randomly lengthened or shortened, 0 to 1
 * @param aborting exceptions that end the await at once
 * @param retrying if not empty, the only exceptions that are retried
 */
public record Retry(
        int maxAttempts,
        Duration firstDelay,
        Duration maxDelay,
        double factor,
        double jitter,
        List<Class<? extends Throwable>> aborting,
        List<Class<? extends Throwable>> retrying) {
    /** The value of {@link #maxAttempts} that sets no limit. */
    public static final int UNLIMITED = -1;

    private static final Retry DEFAULT =
            new Retry(UNLIMITED, Duration.ofMillis(500), Duration.ofMinutes(1), 2, 0.25, List.of(), List.of());

    /** Checks every part. */
    public Retry {
        if (maxAttempts != UNLIMITED && maxAttempts < 1)
            throw Checks.bad("attempts", maxAttempts, "1 or more, or Retry.UNLIMITED");
        Checks.notNegative("first delay", firstDelay);
        Checks.notNegative("longest delay", maxDelay);
        if (maxDelay.compareTo(firstDelay) < 0)
            throw Checks.bad("longest delay", maxDelay, "at least the first delay, " + firstDelay);
        if (!(factor >= 1 && factor <= 1000)) throw Checks.bad("factor", factor, "between 1 and 1000");
        if (!(jitter >= 0 && jitter <= 1)) throw Checks.bad("jitter", jitter, "between 0 and 1");
        aborting = List.copyOf(aborting);
        retrying = List.copyOf(retrying);
    }

    /** The default policy, without a limit on attempts. */
    public static Retry unlimited() {
        return DEFAULT;
    }

    /** At most this many attempts, the first included. */
    public Retry attempts(int attempts) {
        return new Retry(attempts, firstDelay, maxDelay, factor, jitter, aborting, retrying);
    }

    /** Waits that double from {@code first} to {@code max}. */
    public Retry backoff(Duration first, Duration max) {
        return backoff(first, max, 2);
    }

    /** Waits that grow by {@code factor} from {@code first} to {@code max}. */
    public Retry backoff(Duration first, Duration max, double factor) {
        return new Retry(maxAttempts, first, max, factor, jitter, aborting, retrying);
    }

    /** The same wait, without jitter, after each failed attempt. */
    public Retry delay(Duration delay) {
        return new Retry(maxAttempts, delay, delay, 1, 0, aborting, retrying);
    }

    /** Lengthens or shortens each wait by up to this share of it, at random; 0 for none, at most 1. */
    public Retry jitter(double share) {
        return new Retry(maxAttempts, firstDelay, maxDelay, factor, share, aborting, retrying);
    }

    /** Ends the await at once on these exceptions and their subclasses, besides those named before. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Retry abortOn(Class<? extends Throwable>... types) {
        return new Retry(maxAttempts, firstDelay, maxDelay, factor, jitter, join(aborting, types), retrying);
    }

    /** Retries only these exceptions and their subclasses, besides those named before. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Retry retryOn(Class<? extends Throwable>... types) {
        return new Retry(maxAttempts, firstDelay, maxDelay, factor, jitter, aborting, join(retrying, types));
    }

    /** Whether a failure of this kind is worth another attempt, the number of attempts left aside. */
    public boolean handles(@Nullable Throwable failure) {
        if (failure == null || aborting.stream().anyMatch(type -> type.isInstance(failure))) return false;
        return retrying.isEmpty()
                ? failure instanceof Exception
                : retrying.stream().anyMatch(type -> type.isInstance(failure));
    }

    private static List<Class<? extends Throwable>> join(
            List<Class<? extends Throwable>> before, Class<? extends Throwable>[] types) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(types));
        return all;
    }
}
