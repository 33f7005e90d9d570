package dev.perdure.tests.docs.operations;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.tx;

import dev.perdure.Durable;
import dev.perdure.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;

/** Transactions. */
public class Transactions {
    /** Where balances are kept. */
    public interface Accounts {
        int add(Connection connection, String account, int amount) throws SQLException;
    }

    private final Accounts accounts;

    public Transactions(Accounts accounts) {
        this.accounts = accounts;
    }

    @Durable
    public int deposit(String account, int amount) throws SQLException {
        // snippet: minimal
        int balance = await(tx(connection -> accounts.add(connection, account, amount)))
                .withRetry(3)
                .get();
        // end snippet
        return balance;
    }

    @Durable
    public String welcome(String account) {
        return await(() -> "welcome, " + account).get();
    }

    static void open(Engine engine, Accounts accounts, String account) throws SQLException {
        // snippet: own
        engine.transaction(connection -> {
            accounts.add(connection, account, 100); // your row
            return engine.within(connection)
                    .start("welcome-" + account, Transactions::welcome, account); // and its run, or neither
        });
        // end snippet
    }

    static void tables(Engine engine) throws SQLException {
        // snippet: table
        engine.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(
                        "CREATE TABLE IF NOT EXISTS account (name TEXT PRIMARY KEY, balance INTEGER NOT NULL)");
            }
        });
        // end snippet
    }
}
