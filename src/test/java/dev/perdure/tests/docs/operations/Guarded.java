package dev.perdure.tests.docs.operations;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.progress;

import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import dev.perdure.Durable;
import dev.perdure.OutcomeUnknown;
import dev.perdure.Run;
import dev.perdure.RunStatus;
import dev.perdure.RunStatus.State;
import dev.perdure.engine.Engine;
import dev.perdure.engine.EngineBuilder;
import dev.perdure.engine.RunListener;
import dev.perdure.engine.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Policies, attempt control, asking. */
public class Guarded {
    /** A bank. */
    public interface Bank {
        String pay(String key);
    }

    private final Bank bank;

    public Guarded(Bank bank) {
        this.bank = bank;
    }

    static EngineBuilder policies(EngineBuilder engine) {
        // snippet: set-up
        return engine.circuitBreaker(
                        "bank",
                        CircuitBreaker.builder()
                                .withFailureThreshold(5)
                                .withDelay(Duration.ofSeconds(30))
                                .build())
                .rateLimit(
                        "bank",
                        RateLimiter.smoothBuilder(100, Duration.ofSeconds(1)).build())
                .bulkhead("bank", Bulkhead.of(20))
                .policy("twice", RetryPolicy.builder().withMaxAttempts(2).build()); // any policy of Failsafe
        // end snippet
    }

    @Durable
    public String guarded() {
        // snippet: guarded
        String paid = await(() -> bank.pay(idempotencyKey()))
                .withCircuitBreaker("bank")
                .withRateLimit("bank")
                .withBulkhead("bank")
                .withPolicy("twice")
                .withRetry(r -> r.backoff(Duration.ofSeconds(1), Duration.ofMinutes(10)))
                .get();
        // end snippet
        return paid;
    }

    @Durable
    public String once() {
        // snippet: once
        try {
            return await(() -> bank.pay("no key that it would know"))
                    .atMostOnce()
                    .get();
        } catch (OutcomeUnknown unknown) { // the process died meanwhile: ask the bank, or a person
            return "to be cleared up";
        }
        // end snippet
    }

    @Durable
    public String keyed() {
        // snippet: key
        return await(() -> bank.pay(idempotencyKey())).withRetry().get();
        // end snippet
    }

    @Durable
    public int importing(List<String> rows) {
        // snippet: progress
        int done = 0;
        for (String row : rows) {
            await(() -> bank.pay(row)).named("row").get();
            progress(++done, rows.size(), row);
        }
        // end snippet
        return done;
    }

    static String ask(Run<?> run) {
        // snippet: status
        RunStatus status = run.status();
        String where = status.waitingAt() + " (" + status.source() + "), attempt " + status.attempt();
        Instant goesOn = status.wakesAt(); // or null
        String why = status.problem(); // the last failure, or null
        String rows = status.locals().get("rows"); // as JSON
        // end snippet
        return where + (goesOn == null) + why + rows;
    }

    static List<RunStatus> find(Engine engine) {
        // snippet: find
        List<RunStatus> waiting = engine.find(Search.runs()
                .in(State.WAITING, State.STUCK)
                .at("row")
                .with("done", "2")
                .max(50));
        // end snippet
        return waiting;
    }

    static void byHand(Run<?> run) {
        // snippet: by-hand
        run.retry(); // the next attempt now, whatever the backoff
        run.complete("paid at the counter"); // gives the current await its outcome
        run.resume(); // sets a stuck run going again
        // end snippet
    }

    // snippet: listener
    static final class Counting implements RunListener {
        long failures;

        @Override
        public synchronized void retry(String run, String await, int attempt, Throwable failure, Instant at) {
            failures++;
        }
    }
    // end snippet
}
