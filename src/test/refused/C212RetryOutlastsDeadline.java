package refused;

import static dev.perdure.Perdure.await;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.perdure.Durable;
import java.time.Duration;

/** Chains whose attempts cannot all be made before their deadline, where every number is a constant. */
public class C212RetryOutlastsDeadline {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 6;

    @Durable
    public int run(int n) {
        int a = await(() -> n)
                .withRetry(r -> r.attempts(5).delay(ofSeconds(10)))
                .withDeadline(ofSeconds(20)) //! retry-outlasts-deadline: attempt 3 of 5, 20s
                .get();
        a += await(() -> n)
                .withDeadline(LIMIT) //! retry-outlasts-deadline: attempt 3 of 6, at least 45s
                .withRetry(r -> r.attempts(ATTEMPTS).backoff(ofSeconds(20), ofMinutes(1)).abortOn(IllegalStateException.class))
                .get();
        a += await(() -> n)
                .withTimeout(ofMinutes(1))
                .withDeadline(Duration.ofSeconds(50)) //! retry-outlasts-deadline: withTimeout, 1m, 50s
                .get();
        a += await(() -> n).withRetry(3).withDeadline(ofSeconds(20)).get();
        a += await(() -> n).withRetry().withDeadline(ofSeconds(1)).get();
        a += await(() -> n).withRetry(r -> r.attempts(n).delay(ofMinutes(5))).withDeadline(LIMIT).get();
        a += await(() -> n).withRetry(r -> r.attempts(9).delay(ofSeconds(n))).withDeadline(LIMIT).get();
        return a;
    }
}
