package dev.perdure.engine;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.runId;
import static dev.perdure.Perdure.sleep;

import dev.perdure.Durable;
import dev.perdure.Job;
import dev.perdure.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durable methods; the machines beside it are written by hand, and do what the processor's would. */
class Shop {
    static final Signal<String> ANSWER = Signal.of("answer", String.class);

    /** What the methods call; shared by all shops of a process, as a job elsewhere has to find it. */
    interface Desk {
        String call(String what) throws Exception;
    }

    static Desk elsewhere = what -> what;

    final Desk desk;

    Shop(Desk desk) {
        this.desk = desk;
    }

    /** A loop, a growing list, a sleep, a retry. */
    @Durable
    List<String> buy(String item, int times) throws Exception {
        var bought = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            int n = i;
            bought.add(await(() -> desk.call(item + n + "@" + idempotencyKey()))
                    .named("buy")
                    .get());
        }
        sleep(Duration.ofHours(1));
        var thanks = await(() -> desk.call("thanks")).withRetry(3).get();
        bought.add(thanks);
        return bought;
    }

    /** Calls another durable method, whose failure is caught; two locals name one list. */
    @Durable
    List<String> tour(List<String> items) throws Exception {
        var seen = new ArrayList<String>();
        var alias = seen;
        for (int i = 0; i < items.size(); i++) {
            try {
                seen.add(price(items.get(i)));
            } catch (Broken broken) {
                var code = broken.code;
                alias.add(await(() -> desk.call("sorry" + code)).named("sorry").get());
            }
        }
        return await(() -> {
                    desk.call("done");
                    return alias;
                })
                .named("done")
                .get();
    }

    @Durable
    String price(String item) throws Exception {
        var asked = await(() -> desk.call("ask " + item)).named("ask").get();
        return await(() -> desk.call(asked + "!")).named("check").get();
    }

    /** A signal with a deadline, then a job. */
    @Durable
    String approve(Duration patience) {
        var answer = await(ANSWER).withDeadline(patience).withFallback("none").get();
        var report = await(new Printing(answer))
                .every(Duration.ofSeconds(10), Duration.ofMinutes(5))
                .withRetry(3)
                .named("print")
                .get();
        return answer + "/" + report;
    }

    record Printing(String text) implements Job<String> {
        @Override
        public boolean complete() throws Exception {
            return elsewhere.call("complete? " + text).equals("yes");
        }

        @Override
        public String get() throws Exception {
            return elsewhere.call("fetch " + text);
        }
    }

    /** Every policy at once. */
    @Durable
    String insist(Duration timeout, Duration deadline) throws Exception {
        return await(() -> desk.call("insist"))
                .withRetry(r ->
                        r.backoff(Duration.ofMillis(200), Duration.ofMinutes(1)).abortOn(Hopeless.class))
                .withTimeout(timeout)
                .withDeadline(deadline)
                .get();
    }

    /** Static, with an await outside of a durable method on the way. */
    @Durable
    static String wander(boolean astray) throws Exception {
        if (astray) stray();
        return await(() -> runId()).named("id").get();
    }

    static void stray() {
        sleep(Duration.ofHours(1));
    }

    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        final int code;

        Broken(String message, int code) {
            super(message);
            this.code = code;
        }
    }

    static final class Hopeless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Hopeless() {
            super("give up");
        }
    }
}
