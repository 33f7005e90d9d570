package dev.perdure.testkit;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.sleep;

import dev.perdure.Durable;
import dev.perdure.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A flow that waits three days and for a person. */
public class TripFlow {
    static final Signal<String> ANSWER = Signal.of("answer", String.class);
    static final Duration COOLING_OFF = Duration.ofDays(3);

    /** The world outside. */
    interface Agency {
        String book(String what, String key);
    }

    /** The agency does not want the trip. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }
    }

    private final Agency agency;

    TripFlow(Agency agency) {
        this.agency = agency;
    }

    /** Books parts one by one, thinks it over, asks, and confirms. */
    @Durable
    public List<String> travel(List<String> parts) throws Refused {
        var booked = new ArrayList<String>();
        for (String part : parts)
            booked.add(await(() -> agency.book(part, idempotencyKey()))
                    .withRetry(3)
                    .named("book")
                    .get());
        sleep(COOLING_OFF);
        var answer = await(ANSWER)
                .withDeadline(Duration.ofDays(1))
                .withFallback("no")
                .get();
        if (!answer.equals("yes")) throw new Refused("the answer was " + answer);
        return booked;
    }

    /** Says what it does before, between and after two awaits. */
    @Durable
    public void chatter() {
        agency.book("before", "");
        await(() -> agency.book("first", "")).get();
        agency.book("between", "");
        await(() -> agency.book("second", "")).get();
        agency.book("after", "");
    }

    /** Cannot wait long. */
    @Durable
    public String hurry() {
        return await(() -> agency.book("slow", idempotencyKey()))
                .withTimeout(Duration.ofSeconds(10))
                .withRetry(retry -> retry.attempts(2).delay(Duration.ZERO))
                .named("slow")
                .get();
    }

    /** Does between two awaits what belongs into one. */
    @Durable
    public int careless(List<String> log) {
        agency.book("unawaited", "no key");
        sleep(Duration.ofMinutes(1));
        return log.size();
    }
}
