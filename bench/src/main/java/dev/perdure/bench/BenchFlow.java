package dev.perdure.bench;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.sleep;

import dev.perdure.Durable;
import java.time.Duration;
import java.util.ArrayList;

/** What is run while measuring. The steps do next to nothing, so that what remains is the engine and the store. */
public class BenchFlow {
    /** As much as a small order: what a run is started with and carries along. */
    static final String INPUT = "x".repeat(200);

    private final Steps steps;

    BenchFlow(Steps steps) {
        this.steps = steps;
    }

    /** A number of steps, one after the other, each fed with what came of the one before. */
    @Durable
    public long chain(int length, String input) {
        long sum = input.length();
        for (int i = 0; i < length; i++) {
            final long before = sum;
            sum = await(() -> steps.next(before)).get();
        }
        return sum;
    }

    /** The same under a retry policy. */
    @Durable
    public long retriedChain(int length, String input) {
        long sum = input.length();
        for (int i = 0; i < length; i++) {
            final long before = sum;
            sum = await(() -> steps.next(before)).withRetry(3).get();
        }
        return sum;
    }

    /** A loop that keeps every result. */
    @Durable
    public int collect(int length) {
        var results = new ArrayList<String>();
        for (int i = 0; i < length; i++) {
            final int index = i;
            results.add(await(() -> steps.result(index)).get());
        }
        return results.size();
    }

    /** Sleeps for a day. */
    @Durable
    public void sleeper(int number) {
        sleep(Duration.ofDays(1));
    }

    /** The outside world. */
    interface Steps {
        /** A step of a chain. */
        default long next(long before) {
            return before + 1;
        }

        /** A result to collect. */
        default String result(int index) {
            return "result-" + index;
        }
    }
}
