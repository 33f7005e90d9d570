package dev.perdure;

import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that goes on elsewhere and is asked now and then whether it is done: {@code await(job).get()}. A job that
 * is a record is saved as it stands; between two polls the run holds no thread.
 *
 * @param <T> what the job yields
 */
public interface Job<T extends @Nullable Object> {
    /** Asks whether the work is done. Called now and then, again after a crash; a failure is a failed attempt of the await. */
    boolean complete() throws Exception;

    /** Fetches the result, once {@link #complete} has said yes; called again only if the process died before it was recorded. */
    T get() throws Exception;

    /**
     * A job that asks for a value until it is as wanted: {@code await(Job.until(() -> print.status(id), Status::isDone))}. Made
     * again from the locals after a crash.
     */
    static <T extends @Nullable Object> Job<T> until(Call<T, ?> ask, Predicate<? super T> wanted) {
        Objects.requireNonNull(ask, "ask");
        Objects.requireNonNull(wanted, "wanted");
        return new Job<>() {
            private boolean complete;
            private @Nullable T last;

            @Override
            public synchronized boolean complete() throws Exception {
                var value = ask.call();
                complete = wanted.test(value);
                if (complete) last = value;
                return complete;
            }

            @Override
            @SuppressWarnings("NullAway") // null only where T admits it
            public synchronized T get() throws Exception {
                return complete ? last : ask.call();
            }
        };
    }
}
