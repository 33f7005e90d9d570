package dev.perdure.tests.accounts;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.sleep;
import static dev.perdure.Perdure.spawn;
import static dev.perdure.Perdure.tx;
import static java.time.Duration.ofMillis;

import dev.perdure.Durable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Carries out the programs of {@link Plan}. Its calls and transactions fail now and then, before or after what they do. */
public class Bank {
    /** The counter rows, in the store's database. */
    static final String TABLE = "added";

    private static final int FAILING = 8;

    private final Outside outside;

    /** A bank with something outside to call. */
    public Bank(Outside outside) {
        this.outside = outside;
    }

    /** Does all steps of a program; how many there were, its children's included. */
    @Durable
    public int program(long number, int depth) throws IOException, SQLException {
        int done = 0;
        for (int step = 0; step < Plan.STEPS; step++) {
            var deed = Plan.deed(number, step, depth);
            var key = Plan.key(number, step);
            int amount = Plan.amount(number, step);
            if (deed == Plan.Deed.TRANSACTION) {
                done += await(tx(connection -> add(connection, key, amount)))
                        .withRetry(r -> r.delay(ofMillis(2)))
                        .named("add")
                        .get();
            } else if (deed == Plan.Deed.CALL) {
                done += await(() -> call(idempotencyKey(), key, amount))
                        .withRetry(r -> r.delay(ofMillis(2)))
                        .named("call")
                        .get();
            } else if (deed == Plan.Deed.BRANCHES) {
                all(
                                List.of(1, 2),
                                side -> branch(() -> {
                                    await(tx(connection -> add(connection, key, amount)))
                                            .withRetry(r -> r.delay(ofMillis(2)))
                                            .named("side")
                                            .get();
                                }))
                        .get();
                done++;
            } else if (deed == Plan.Deed.CHILD) {
                var child = spawn(Bank::program, Plan.child(number, step), depth - 1)
                        .get();
                done += await(child).named("child").get();
            } else {
                sleep(ofMillis(amount * 12L));
                done++;
            }
        }
        return done;
    }

    private int add(Connection connection, String key, int amount) throws SQLException {
        var random = ThreadLocalRandom.current();
        if (random.nextInt(FAILING) == 0) throw new SQLException("not now");
        try (var insert = connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?)")) {
            insert.setString(1, key);
            insert.setInt(2, amount);
            insert.executeUpdate();
        }
        if (random.nextInt(FAILING) == 0) throw new SQLException("not now either");
        return 1;
    }

    private int call(String request, String key, int amount) throws IOException {
        var random = ThreadLocalRandom.current();
        if (random.nextInt(FAILING) == 0) throw new IOException("not now");
        outside.add(request, key, amount);
        if (random.nextInt(FAILING) == 0) throw new IOException("no answer");
        return 1;
    }
}
