package dev.perdure.tests.sim;

import static dev.perdure.Perdure.after;
import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.race;
import static dev.perdure.Perdure.sleep;
import static java.time.Duration.ofMillis;

import dev.perdure.Durable;
import dev.perdure.Signal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A flow as people write them: loops, locals of all kinds, lists that grow, a finally. */
public class Shop {
    static final Signal<String> COUPON = Signal.of("coupon", String.class);

    private final World world;
    private final int failures;

    /** In this world, where each call fails so many times at first. */
    public Shop(World world, int failures) {
        this.world = world;
        this.failures = failures;
    }

    /** What was ordered. */
    public record Line(String what, int pieces) {}

    /** What it came to. */
    public record Bill(BigDecimal sum, List<String> labels, TreeMap<String, Long> stock, boolean booked) {}

    /** Sells this. */
    @Durable
    public Bill sell(List<Line> lines) {
        var stock = new TreeMap<String, Long>();
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            long left = ask(100 + i);
            stock.merge(line.what(), left, Long::sum);
            long price = switch (line.pieces() % 3) {
                case 0 -> ask(200 + i);
                case 1 -> {
                    sleep(ofMillis(50L * line.pieces()));
                    yield line.pieces();
                }
                default -> ask(300 + i) + ask(400 + i);
            };
            sum = sum.add(BigDecimal.valueOf(price, 2));
            if (sum.signum() == 0) continue;
            if (stock.size() > 3) break;
        }
        var labels = new ArrayList<String>();
        boolean booked = false;
        try {
            labels.addAll(all(lines, line -> branch(() -> label(line)))
                    .withConcurrency(2)
                    .get());
            race(await(COUPON), after(ofMillis(700))).get();
            booked = true;
        } finally {
            labels.add("books "
                    + await(() -> world.call(idempotencyKey(), 500, failures))
                            .withRetry(500)
                            .get());
        }
        return new Bill(sum, labels, stock, booked);
    }

    @Durable
    long ask(int site) {
        return await(() -> world.call(idempotencyKey(), site, failures))
                .withRetry(500)
                .get();
    }

    @Durable
    String label(Line line) {
        long number = ask(600);
        sleep(ofMillis(line.pieces() * 400L));
        return line.what() + " " + number + "-" + ask(601);
    }
}
