package dev.perdure.tests.crash;

import static dev.perdure.Perdure.after;
import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.any;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.progress;
import static dev.perdure.Perdure.quorum;
import static dev.perdure.Perdure.race;
import static dev.perdure.Perdure.sleep;
import static dev.perdure.Perdure.stage;

import dev.perdure.Callback;
import dev.perdure.CallbackFailed;
import dev.perdure.CancelledException;
import dev.perdure.Durable;
import dev.perdure.OutcomeUnknown;
import dev.perdure.Perdure;
import dev.perdure.Signal;
import dev.perdure.Tried;
import dev.perdure.tests.crash.World.Broken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One durable method for each thing that a method can wait for, and some in which they meet. */
public class Flows {
    static final Signal<String> ANSWER = Signal.of("answer", String.class);
    static final Signal<String> NEWS = Signal.of("news", String.class);
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration MOMENT = Duration.ofMillis(300);

    private final World world;

    Flows(World world) {
        this.world = world;
    }

    @Durable
    public String chain(String what) {
        var first = await(() -> world.call(what + "1", idempotencyKey()))
                .named("one")
                .get();
        var second = await(() -> world.call(first + "2", idempotencyKey()))
                .named("two")
                .get();
        return await(() -> world.call(second + "3", idempotencyKey()))
                .named("three")
                .get();
    }

    @Durable
    public List<String> loop(String what, int times) {
        var all = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            int n = i;
            all.add(await(() -> world.call(what + n, idempotencyKey()))
                    .named("call")
                    .get());
        }
        return all;
    }

    @Durable
    public String nap(Duration first, Duration second) {
        await(() -> world.call("before", idempotencyKey())).named("before").get();
        sleep(first);
        sleep(second);
        return await(() -> world.call("after", idempotencyKey())).named("after").get();
    }

    @Durable
    public String ask(Duration patience) {
        var answer = await(ANSWER).withDeadline(patience).withFallback("nobody").get();
        return await(() -> world.call(answer, idempotencyKey())).named("end").get();
    }

    @Durable
    public String askTwice() {
        var first = await(ANSWER).named("first").get();
        await(() -> world.call("between", idempotencyKey())).named("between").get();
        var second = await(ANSWER).named("second").get();
        return first + second;
    }

    @Durable
    public String news() {
        await(() -> world.call("tuned in", idempotencyKey())).named("tune").get();
        return await(NEWS)
                .withDeadline(HOUR.multipliedBy(5))
                .withFallback("silence")
                .get();
    }

    @Durable
    public String pay(Duration patience) {
        try {
            var paid = await(Callback.of(String.class, token -> world.hand(token)))
                    .withDeadline(patience)
                    .withFallback("unpaid")
                    .named("pay")
                    .get();
            return await(() -> world.call(paid, idempotencyKey()))
                    .named("thank")
                    .get();
        } catch (CallbackFailed failed) {
            return await(() -> world.call("sorry", idempotencyKey()))
                    .named("sorry")
                    .get();
        }
    }

    @Durable
    public String staged() {
        var later = stage(() -> world.stage("stage")).named("stage").get();
        return await(() -> world.call(later, idempotencyKey())).named("end").get();
    }

    @Durable
    public String print(Duration first) {
        var printed = await(new World.Printing("page"))
                .every(first, first.multipliedBy(4))
                .get();
        return await(() -> world.call(printed, idempotencyKey())).named("end").get();
    }

    @Durable
    public String stubborn(Duration delay, int failures, int attempts) {
        try {
            return await(() -> world.flaky("stubborn", idempotencyKey(), failures))
                    .withRetry(retry -> retry.attempts(attempts).backoff(delay, delay.multipliedBy(8)))
                    .get();
        } catch (IllegalStateException exhausted) {
            return await(() -> world.call("given up", idempotencyKey()))
                    .named("give up")
                    .get();
        }
    }

    @Durable
    public String guarded() {
        return await(() -> world.flaky("guarded", idempotencyKey(), 1))
                .withRetry(retry -> retry.attempts(5).delay(Duration.ofSeconds(5)))
                .withCircuitBreaker("bank")
                .withBulkhead("bank")
                .withTimeout(Duration.ofMinutes(1))
                .get();
    }

    @Durable
    public String late() {
        return await(() -> world.flaky("late", idempotencyKey(), 1_000))
                .withRetry(retry -> retry.delay(Duration.ofMinutes(10)))
                .withDeadline(HOUR)
                .withFallback("too late")
                .get();
    }

    @Durable
    public String once() {
        String how;
        try {
            await(() -> world.stage("once")).atMostOnce().named("once").get();
            how = "charged";
        } catch (OutcomeUnknown unknown) {
            how = "charged"; // perhaps; a person looks
        }
        return how;
    }

    @Durable
    public String both() {
        var pair = all(
                        await(() -> world.flaky("left", idempotencyKey(), 1)).withRetry(3),
                        await(() -> world.call("right", idempotencyKey())))
                .named("both")
                .get();
        return await(() -> world.call(pair.first() + pair.second(), idempotencyKey()))
                .named("end")
                .get();
    }

    @Durable
    public String oneFails() {
        try {
            var pair = all(await(() -> world.fail("left")), branch(() -> slowly("right")))
                    .named("both")
                    .get();
            return pair.first() + pair.second();
        } catch (RuntimeException failed) {
            return await(() -> world.call("caught", idempotencyKey()))
                    .named("caught")
                    .get();
        }
    }

    @Durable
    String slowly(String what) {
        sleep(HOUR);
        return await(() -> world.call(what, idempotencyKey())).named("slow").get();
    }

    @Durable
    public String whichever() {
        var first = any(await(() -> world.fail("broken")), branch(() -> soon("south", 2)))
                .named("any")
                .get();
        return await(() -> world.call(first, idempotencyKey())).named("end").get();
    }

    @Durable
    String soon(String what, int minutes) {
        sleep(Duration.ofMinutes(minutes));
        return await(() -> world.call(what, idempotencyKey())).named("soon").get();
    }

    @Durable
    public String raced(Duration patience) {
        var first = race(await(ANSWER), Perdure.<String>after(patience))
                .named("race")
                .get();
        return await(() -> world.call("first: " + first, idempotencyKey()))
                .named("end")
                .get();
    }

    @Durable
    public String cleaning() {
        race(branch(() -> tidy()), after(Duration.ofMinutes(10))).named("race").get();
        return await(() -> world.call("end", idempotencyKey())).named("end").get();
    }

    @Durable
    void tidy() {
        try {
            sleep(HOUR);
        } finally {
            await(() -> world.call("tidied", idempotencyKey())).named("tidy").get();
        }
    }

    @Durable
    public List<String> votes(boolean withFailure) {
        return quorum(
                        2,
                        branch(() -> withFailure ? broken() : soon("a", 1)),
                        branch(() -> slowly("never")),
                        branch(() -> soon("b", 3)),
                        await(() -> world.call("c", idempotencyKey())))
                .named("votes")
                .get();
    }

    @Durable
    String broken() throws Broken {
        return await(() -> world.fail("broken")).named("broken").get();
    }

    @Durable
    public List<String> fan(List<String> items, int atOnce) {
        return all(
                        items,
                        item -> await(() -> world.flaky(item, idempotencyKey(), 1))
                                .withRetry(3))
                .withConcurrency(atOnce)
                .named("fan")
                .get();
    }

    @Durable
    public List<String> deep(List<String> items, int atOnce) {
        return all(
                        items,
                        item -> branch(() -> {
                            var found = await(() -> world.call(item, idempotencyKey()))
                                    .named("find")
                                    .get();
                            sleep(Duration.ofMinutes(1));
                            return await(() -> world.call(found + "?", idempotencyKey()))
                                    .named("check")
                                    .get();
                        }))
                .withConcurrency(atOnce)
                .named("deep")
                .get();
    }

    @Durable
    public int tolerant(List<String> items, int tolerated) {
        List<Tried<String>> tried = all(items, item -> branch(() -> odd(item)))
                .collect()
                .withTolerated(tolerated)
                .get();
        int good = 0;
        for (Tried<String> one : tried) if (one.succeeded()) good++;
        return good;
    }

    @Durable
    String odd(String item) throws Broken {
        if (item.endsWith("1")) return broken();
        return await(() -> world.call(item, idempotencyKey())).named("odd").get();
    }

    @Durable
    public String progressing(int rows) {
        for (int i = 0; i < rows; i++) {
            int row = i;
            await(() -> world.call("row " + row, idempotencyKey())).named("row").get();
            progress(row + 1, rows, "row " + row);
            sleep(MOMENT);
        }
        return "imported";
    }

    @Durable
    public String nested(int depth) throws Broken {
        if (depth == 0) return broken();
        try {
            await(() -> world.call("down " + depth, idempotencyKey()))
                    .named("down")
                    .get();
            return nested(depth - 1);
        } catch (Broken broken) {
            if (depth == 1) throw broken;
            return await(() -> world.call("up " + depth, idempotencyKey()))
                    .named("up")
                    .get();
        }
    }

    @Durable
    public String resilient() {
        try {
            sleep(HOUR.multipliedBy(3));
            return "slept";
        } catch (CancelledException cancelled) {
            await(() -> world.call("cleaned up", idempotencyKey()))
                    .named("clean")
                    .get();
            return "stopped in good order";
        }
    }
}
