package dev.perdure.tests.kill;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.sleep;
import static java.time.Duration.ofMillis;

import dev.perdure.Durable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** An order: calls that fail now and then, a loop, a sleep, a durable call, and something to do at last. */
public class Shop {
    /** How many effects an order has. */
    static final int STEPS = 8;

    private static final int LABELS = 3;
    private static final int FAILING = 6;

    private final Ledger ledger;

    /** A shop that writes into this ledger. */
    public Shop(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Something did not work. */
    public static final class Trouble extends Exception {
        private static final long serialVersionUID = 1L;

        /** With this text. */
        public Trouble(String message) {
            super(message);
        }
    }

    /** Writes what happens, and answers with something new each time. */
    String act(String order, int step, List<String> known) throws Trouble {
        var random = ThreadLocalRandom.current();
        var made = Long.toHexString(random.nextLong());
        ledger.add(new Ledger.Entry(order, step, idempotencyKey(), made, known));
        if (random.nextInt(FAILING) == 0) throw new Trouble("step " + step);
        return made;
    }

    /** Carries out an order; returns what all its steps answered. */
    @Durable
    public List<String> order(String id) throws Trouble {
        var answers = new ArrayList<String>();
        answers.add(
                await(() -> act(id, 0, answers)).withRetry().named("reserve").get());
        try {
            answers.add(await(() -> act(id, 1, answers))
                    .withRetry(r -> r.backoff(ofMillis(1), ofMillis(5)))
                    .named("charge")
                    .get());
            for (int i = 0; i < LABELS; i++) {
                int step = 2 + i;
                answers.add(await(() -> act(id, step, answers))
                        .withRetry(r -> r.delay(ofMillis(2)))
                        .named("label")
                        .get());
                sleep(ofMillis(step * 10L));
            }
            answers.add(packed(id, answers));
        } finally {
            answers.add(await(() -> act(id, 6, answers))
                    .withRetry(r -> r.delay(ofMillis(1)))
                    .named("release")
                    .get());
        }
        answers.add(await(() -> act(id, 7, answers))
                .withRetry(r -> r.delay(ofMillis(1)))
                .named("mail")
                .get());
        return answers;
    }

    /** One try, and another one by hand. */
    @Durable
    String packed(String id, List<String> answers) throws Trouble {
        while (true) {
            try {
                return await(() -> act(id, 5, answers)).named("pack").get();
            } catch (Trouble again) {
                sleep(ofMillis(5));
            }
        }
    }
}
