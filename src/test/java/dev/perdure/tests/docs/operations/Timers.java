package dev.perdure.tests.docs.operations;

import static dev.perdure.Perdure.after;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.race;
import static dev.perdure.Perdure.sleep;
import static dev.perdure.Perdure.sleepUntil;

import dev.perdure.Durable;
import dev.perdure.Signal;
import java.time.Duration;
import java.time.Instant;

/** Timers. */
public class Timers {
    public static final Signal<String> ANSWER = Signal.of("answer", String.class);

    @Durable
    public void minimal() {
        // snippet: minimal
        sleep(Duration.ofDays(30));
        // end snippet
    }

    @Durable
    public void until(Instant opening) {
        // snippet: until
        sleepUntil(opening); // in the past: goes on at once
        // end snippet
    }

    @Durable
    public String raced() {
        // snippet: after
        String answer = race(await(ANSWER), after(Duration.ofHours(4)))
                .named("answer or not")
                .get();
        if (answer == null) return "nobody answered"; // what after yields
        // end snippet
        return answer;
    }
}
