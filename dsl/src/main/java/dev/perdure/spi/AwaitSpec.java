package dev.perdure.spi;

import dev.perdure.Retry;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An await as data: what it waits for and under which policies. The nesting of the policies is fixed, whatever the order
 * in which they were written: fallback(deadline(retry(timeout(call)))).
 *
 * @param source what is awaited
 * @param name the label given by {@code named}, or null for the derived one
 * @param retry the retry policy, or null for a single attempt
 * @param timeout the longest one attempt may take, or null
 * @param deadline the longest the whole await may take, across crashes, or null
 * @param fallback what to yield instead of a failure, or null to fail; a supplier of null yields null
 * @param options what few awaits have
 */
public record AwaitSpec<T extends @Nullable Object>(
        Source<T> source,
        @Nullable String name,
        @Nullable Retry retry,
        @Nullable Duration timeout,
        @Nullable Duration deadline,
        @Nullable Supplier<T> fallback,
        AwaitOptions options) {
    /** An await without options. */
    public AwaitSpec(
            Source<T> source,
            @Nullable String name,
            @Nullable Retry retry,
            @Nullable Duration timeout,
            @Nullable Duration deadline,
            @Nullable Supplier<T> fallback) {
        this(source, name, retry, timeout, deadline, fallback, AwaitOptions.NONE);
    }

    /** An await of this source without policies. */
    public static <T extends @Nullable Object> AwaitSpec<T> of(Source<T> source) {
        return new AwaitSpec<>(source, null, null, null, null, null);
    }

    /** Whether any policy is set; without one a call needs no policy engine. */
    public boolean plain() {
        return retry == null && timeout == null && deadline == null && fallback == null && options.none();
    }

    /** The same under policies, of another source. */
    public AwaitSpec<T> with(Source<T> other) {
        return new AwaitSpec<>(other, name, retry, timeout, deadline, fallback, options);
    }

    /** The same with other options. */
    public AwaitSpec<T> with(AwaitOptions other) {
        return new AwaitSpec<>(source, name, retry, timeout, deadline, fallback, other);
    }
}
