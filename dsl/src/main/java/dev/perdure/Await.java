package dev.perdure;

import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Group;
import dev.perdure.spi.Scope;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something to wait for, and how. Made by the words of {@link Perdure}, refined by chain words in any order, taken by
 * {@link #get}:
 *
 * <pre>{@code
 * var receipt = await(() -> payments.charge(order)).withRetry(5).withTimeout(ofSeconds(10)).get();
 * }</pre>
 *
 * <p>Without any chain word: one attempt, no limit on its time, and again after a crash. The policies nest in one fixed
 * order, whatever the order of the words: fallback(deadline(retry(breaker(rate(bulkhead(timeout(call))))))). Immutable: each word returns a changed
 * copy. In a {@link Durable} method the whole chain must end with {@code get()} in the same expression; the compiler checks
 * it.
 *
 * @param <T> what it yields
 * @param <X> the checked exceptions it throws
 */
public class Await<T extends @Nullable Object, X extends Exception> {
    private final AwaitSpec<T> spec;

    Await(AwaitSpec<T> spec) {
        this.spec = spec;
    }

    /** A changed copy. Subclasses return their own kind. */
    Await<T, X> with(AwaitSpec<T> changed) {
        return new Await<>(changed);
    }

    /** This await as data, for the runtime and generated code. */
    public final AwaitSpec<T> spec() {
        return spec;
    }

    /**
     * Labels the await: the name under which it is shown, and under which a checkpoint finds it again in changed code.
     * Default: the simple name of the called method.
     *
     * @throws InvalidArgument if the name is blank or longer than 255 characters
     */
    public Await<T, X> named(String name) {
        Checks.name("await name", name);
        return with(new AwaitSpec<>(
                spec.source(), name, spec.retry(), spec.timeout(), spec.deadline(), spec.fallback(), spec.options()));
    }

    /** Retries failures by the engine's default policy ({@link Retry#unlimited}), without a limit on attempts. */
    public Await<T, X> withRetry() {
        return withRetry(retry -> retry);
    }

    /**
     * Retries failures by the default policy, with at most this many attempts, the first included.
     *
     * @throws InvalidArgument if attempts is less than 1
     */
    public Await<T, X> withRetry(int attempts) {
        return withRetry(retry -> retry.attempts(attempts));
    }

    /** Retries failures by a policy of your own, made from the default one. Attempts are counted durably, across crashes. */
    public Await<T, X> withRetry(UnaryOperator<Retry> policy) {
        if (spec.source() instanceof Group<?>)
            throw Checks.bad(
                    "withRetry", "given to a group", "given to its branches, each of which has its own attempts");
        var retry = Objects.requireNonNull(policy.apply(Retry.unlimited()), "retry policy");
        return with(new AwaitSpec<>(
                spec.source(), spec.name(), retry, spec.timeout(), spec.deadline(), spec.fallback(), spec.options()));
    }

    /**
     * Limits one attempt: when the time is over the call's thread is interrupted and the attempt fails with
     * {@link AttemptTimedOut}. Default: no limit.
     *
     * @throws InvalidArgument if the limit is zero or negative
     */
    public Await<T, X> withTimeout(Duration limit) {
        Checks.positive("timeout", limit);
        return with(new AwaitSpec<>(
                spec.source(), spec.name(), spec.retry(), limit, spec.deadline(), spec.fallback(), spec.options()));
    }

    /**
     * Limits the whole await: all attempts and the waits between them, counted from the first attempt on and across
     * crashes. Then it fails with {@link DeadlineExceeded}. Default: no limit.
     *
     * @throws InvalidArgument if the limit is zero or negative
     */
    public Await<T, X> withDeadline(Duration limit) {
        Checks.positive("deadline", limit);
        return with(new AwaitSpec<>(
                spec.source(), spec.name(), spec.retry(), spec.timeout(), limit, spec.fallback(), spec.options()));
    }

    /** Yields this value instead of a failure, once retries and deadline are used up. Errors are not replaced. */
    public Await<T, X> withFallback(T value) {
        return with(new AwaitSpec<>(
                spec.source(),
                spec.name(),
                spec.retry(),
                spec.timeout(),
                spec.deadline(),
                () -> value,
                spec.options()));
    }

    /**
     * Takes the effect back, once it has had one, when the method leaves by an exception or by cancellation: the undos of all its
     * awaits so far in reverse order, each durable and tried again until it succeeds. An exception that the method catches
     * triggers none. Registered in the same write as the outcome.
     *
     * <pre>{@code
     * var reservation = await(() -> stock.reserve(order)).withUndo(stock::release).get();
     * }</pre>
     */
    public Await<T, X> withUndo(Undo<? super T> undo) {
        Objects.requireNonNull(undo, "undo");
        return with(spec.with(spec.options().withUndo(undo)));
    }

    /**
     * Makes the call at most once: it is marked durably before it is made, and if the process dies before its outcome is
     * recorded the await throws {@link OutcomeUnknown} instead of making it again. A failed attempt whose failure was recorded
     * may still be retried. Costs one more write. Default: at least once.
     */
    public Await<T, X> atMostOnce() {
        return with(spec.with(spec.options().withAtMostOnce()));
    }

    /**
     * Sends each attempt through a circuit breaker that the engine was given under this name, shared by all runs of the process.
     * One that is open fails the attempt with {@link PolicyRejected}.
     */
    public Await<T, X> withCircuitBreaker(String name) {
        return with(spec.with(spec.options().withCircuitBreaker(Checks.name("circuit breaker name", name))));
    }

    /**
     * Sends each attempt through a rate limiter that the engine was given under this name, shared by all runs of the process. One
     * that is exhausted fails the attempt with {@link PolicyRejected}.
     */
    public Await<T, X> withRateLimit(String name) {
        return with(spec.with(spec.options().withRateLimit(Checks.name("rate limiter name", name))));
    }

    /**
     * Sends each attempt through a bulkhead that the engine was given under this name, shared by all runs of the process. One
     * that is full fails the attempt with {@link PolicyRejected}.
     */
    public Await<T, X> withBulkhead(String name) {
        return with(spec.with(spec.options().withBulkhead(Checks.name("bulkhead name", name))));
    }

    /** Sends each attempt through a Failsafe policy of any kind that the engine was given under this name, inside the others. */
    public Await<T, X> withPolicy(String name) {
        return with(spec.with(spec.options().withPolicy(Checks.name("policy name", name))));
    }

    /**
     * Lets a cancellation interrupt the thread of the call while it is under way. Without this word a call that is under way is
     * left alone: its outcome is dropped, and the cancellation is thrown at once.
     */
    public Await<T, X> interruptible() {
        return with(spec.with(spec.options().withInterrupt()));
    }

    /**
     * Waits and yields the result, or throws what the awaited call threw, also after a crash.
     *
     * @throws X what the awaited call throws
     * @throws AttemptTimedOut if the last attempt took longer than {@link #withTimeout} allows
     * @throws DeadlineExceeded if the await took longer than {@link #withDeadline} allows
     * @throws NotDurable outside of a run and of {@link Plain}
     */
    @SuppressWarnings("unchecked") // X is what the source throws, or unchecked
    public final T get() throws X {
        var scope = Scope.current();
        if (scope == null) throw NotDurable.outsideOfRun("await(…).get()");
        try {
            return scope.await(spec);
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw (X) checked;
        }
    }
}
