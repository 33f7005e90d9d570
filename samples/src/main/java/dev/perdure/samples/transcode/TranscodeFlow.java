package dev.perdure.samples.transcode;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.perdure.Durable;
import java.io.IOException;

/** A clip's way from the studio through the job server to the listeners. */
public class TranscodeFlow {
    private final JobClient server;
    private final Library library;

    /** A flow between a library and a job server. */
    public TranscodeFlow(JobClient server, Library library) {
        this.server = server;
        this.library = library;
    }

    /** Submits, polls, fetches, publishes. */
    @Durable
    public Published publish(String clip) throws IOException {
        String job = await(() -> server.submit(library.source(clip), idempotencyKey()))
                .withRetry(r -> r.backoff(ofMillis(100), ofSeconds(2)))
                .get();

        Rendition rendition = await(new Transcoding(server.address(), job))
                .every(ofMillis(100), ofSeconds(1))
                .withRetry(r -> r.backoff(ofMillis(100), ofSeconds(2)))
                .withDeadline(ofHours(1))
                .get();

        String draft = await(() -> library.store(clip, server.content(job), rendition))
                .named("fetch")
                .withRetry(r -> r.backoff(ofMillis(100), ofSeconds(2)))
                .get();

        return await(() -> library.publish(draft)).withRetry(5).get();
    }
}
