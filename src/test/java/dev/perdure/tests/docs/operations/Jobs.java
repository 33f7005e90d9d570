package dev.perdure.tests.docs.operations;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.Job;
import java.time.Duration;

/** Jobs elsewhere. */
public class Jobs {
    /** The other system. */
    public interface Farm {
        String submit(String film);

        boolean done(String job);

        String url(String job);

        /** Nobody works there. */
        Farm CLOSED = new Farm() {
            @Override
            public String submit(String film) {
                throw new IllegalStateException("closed");
            }

            @Override
            public boolean done(String job) {
                throw new IllegalStateException("closed");
            }

            @Override
            public String url(String job) {
                throw new IllegalStateException("closed");
            }
        };
    }

    // snippet: record
    /** A record is saved as it stands: after a crash the very same job is polled on. */
    public record Render(String job) implements Job<String> {
        static Farm farm = Farm.CLOSED; // set where the engine is set up

        @Override
        public boolean complete() {
            return farm.done(job);
        }

        @Override
        public String get() {
            return farm.url(job);
        }
    }
    // end snippet

    private final Farm farm;

    public Jobs(Farm farm) {
        this.farm = farm;
    }

    @Durable
    public String minimal(String film) {
        // snippet: minimal
        String job = await(() -> farm.submit(film)).get();
        String url = await(new Render(job)).get();
        // end snippet
        return url;
    }

    @Durable
    public String untilDone(String job) {
        // snippet: until
        String url = await(Job.until(() -> farm.url(job), found -> found.startsWith("https:")))
                .every(Duration.ofSeconds(5), Duration.ofMinutes(10))
                .withRetry(4) // of polls that fail
                .withDeadline(Duration.ofHours(8)) // of all of it
                .named("render")
                .get();
        // end snippet
        return url;
    }
}
