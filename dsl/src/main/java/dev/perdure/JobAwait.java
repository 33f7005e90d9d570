package dev.perdure;

import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The await of a {@link Job}: polled at growing intervals, by default from 1 second to 1 minute, until it says it is
 * complete; then its result is fetched. A poll or fetch that fails is a failed attempt; when no attempt is left, or none
 * was asked for, the await throws {@link JobFailed}.
 *
 * @param <T> what the job yields
 */
public final class JobAwait<T extends @Nullable Object> extends Await<T, RuntimeException> {
    JobAwait(AwaitSpec<T> spec) {
        super(spec);
    }

    @Override
    JobAwait<T> with(AwaitSpec<T> changed) {
        return new JobAwait<>(changed);
    }

    /**
     * Polls {@code first} after the job was first asked, then at intervals that double up to {@code max}, with jitter.
     *
     * @throws InvalidArgument if first is not positive or max is less than first
     */
    public JobAwait<T> every(Duration first, Duration max) {
        Checks.positive("first interval", first);
        if (max.compareTo(first) < 0) throw Checks.bad("longest interval", max, "at least the first, " + first);
        var poll = (Source.Poll<T>) spec().source();
        return with(spec().with(new Source.Poll<>(poll.job(), first, max)));
    }

    @Override
    public JobAwait<T> named(String name) {
        return (JobAwait<T>) super.named(name);
    }

    @Override
    public JobAwait<T> withRetry() {
        return (JobAwait<T>) super.withRetry();
    }

    @Override
    public JobAwait<T> withRetry(int attempts) {
        return (JobAwait<T>) super.withRetry(attempts);
    }

    @Override
    public JobAwait<T> withRetry(UnaryOperator<Retry> policy) {
        return (JobAwait<T>) super.withRetry(policy);
    }

    @Override
    public JobAwait<T> withTimeout(Duration limit) {
        return (JobAwait<T>) super.withTimeout(limit);
    }

    @Override
    public JobAwait<T> withDeadline(Duration limit) {
        return (JobAwait<T>) super.withDeadline(limit);
    }

    @Override
    public JobAwait<T> withFallback(T value) {
        return (JobAwait<T>) super.withFallback(value);
    }
}
