package dev.perdure.tests.tx;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.tx;

import dev.perdure.Durable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Books amounts, each in a transaction with its outcome. */
public class Booking {
    private final String table;
    final AtomicInteger calls = new AtomicInteger();
    volatile Fault fault = connection -> {};

    /** What goes wrong in the work itself. */
    interface Fault {
        void in(Connection connection) throws SQLException;
    }

    Booking(String table) {
        this.table = table;
    }

    /** Books these one after the other; the balances after each. */
    @Durable
    public List<Integer> book(String account, List<Integer> amounts) throws SQLException {
        var balances = new ArrayList<Integer>();
        for (int amount : amounts) {
            int balance = await(tx(connection -> add(connection, account, amount)))
                    .withRetry(3)
                    .named("add")
                    .get();
            balances.add(await(() -> balance).get());
        }
        return balances;
    }

    /** Books these side by side. */
    @Durable
    public int fan(String account, List<Integer> amounts) {
        all(
                        amounts,
                        amount -> branch(() -> {
                            await(tx(connection -> add(connection, account, amount)))
                                    .get();
                        }))
                .get();
        return amounts.size();
    }

    /** Books once, without another attempt. */
    @Durable
    public String once(String account, int amount) {
        try {
            int balance =
                    await(tx(connection -> add(connection, account, amount))).get();
            return "" + balance;
        } catch (SQLException refused) {
            return "" + refused.getMessage();
        }
    }

    int add(Connection connection, String account, int amount) throws SQLException {
        calls.incrementAndGet();
        try (var insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
            insert.setString(1, account);
            insert.setInt(2, amount);
            insert.executeUpdate();
        }
        fault.in(connection);
        return sum(connection, table, account);
    }

    static int sum(Connection connection, String table, String account) throws SQLException {
        try (var query =
                connection.prepareStatement("SELECT coalesce(sum(amount), 0) FROM " + table + " WHERE account = ?")) {
            query.setString(1, account);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
