package dev.perdure.engine.checkpoint;

import dev.perdure.Job;
import dev.perdure.spi.AwaitSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a frame on the resume side of a point waits for, saved so that nothing is evaluated again when it comes. */
public sealed interface Waiting {
    /** Time: a sleep. */
    record Until(Instant moment) implements Waiting {}

    /**
     * A signal, or the outcome of something else that comes as one.
     *
     * @param names the first of these that comes
     * @param outcome whether it carries an outcome, value or failure, rather than a value
     * @param until when the wait is given up, or null for never
     * @param deadline whether that is a deadline rather than a timeout
     * @param fallback whether there is a value for that case
     * @param otherwise that value
     */
    record Mail(
            List<String> names,
            boolean outcome,
            @Nullable Instant until,
            boolean deadline,
            boolean fallback,
            @Nullable Object otherwise)
            implements Waiting {}

    /**
     * A job that is a record, with its policies.
     *
     * @param job the job
     * @param spec how it is awaited; its source is the job
     */
    record Poll(Job<?> job, AwaitSpec<?> spec) implements Waiting {}
}
