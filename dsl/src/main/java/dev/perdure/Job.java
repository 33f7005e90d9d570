package dev.perdure;

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
}
