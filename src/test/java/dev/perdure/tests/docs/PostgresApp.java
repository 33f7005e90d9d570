package dev.perdure.tests.docs;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import dev.perdure.postgres.PostgresStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The same main program on PostgreSQL. */
final class PostgresApp {
    private PostgresApp() {}

    static Receipt main(String url, String hostName, Payments payments, Carrier carrier, Order order) throws Exception {
        // snippet: main
        try (var engine = Engine.open(PostgresStore.at(url).schema("shop").open())
                .node(hostName) // every process has a name of its own
                .lease(Duration.ofSeconds(10)) // silent for so long, it loses its runs to the others
                .register(new OrderFlow(payments, carrier))
                .start()) {
            Run<Receipt> run = engine.start("order-42", OrderFlow::place, order);
            return run.result();
        }
        // end snippet
    }

    static Run<Receipt> sell(Engine engine, Connection connection, Order order) throws SQLException {
        // snippet: within
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("INSERT INTO orders (id) VALUES (?)")) {
            insert.setString(1, order.id());
            insert.executeUpdate();
        }
        Run<Receipt> run = engine.within(connection).start("order-" + order.id(), OrderFlow::place, order);
        connection.commit(); // the row and the run, or neither
        // end snippet
        return run;
    }
}
