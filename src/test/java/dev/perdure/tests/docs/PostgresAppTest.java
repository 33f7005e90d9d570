package dev.perdure.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Engine;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.Server;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresAppTest {
    @Test
    void documented_program_runs() throws Exception {
        var order = new Order("42", List.of("tea", "cups"), Instant.parse("2026-01-01T00:00:00Z"));
        var receipt = PostgresApp.main(
                Server.url(), "host-1", (some, key) -> "charge " + key, line -> "label " + line, order);
        assertThat(receipt.labels()).containsExactly("label tea", "label cups");
    }

    @Test
    void documented_transaction_starts_a_run_with_the_callers_row() throws Exception {
        var order = new Order("43", List.of("tea"), Instant.parse("2026-01-01T00:00:00Z"));
        Server.run("CREATE TABLE orders (id text)");
        try (var engine = Engine.open(
                                PostgresStore.at(Server.url()).schema("sales").open())
                        .register(new OrderFlow((some, key) -> "charge " + key, line -> "label " + line))
                        .start();
                var connection = DriverManager.getConnection(Server.url())) {
            assertThat(PostgresApp.sell(engine, connection, order).result().labels())
                    .containsExactly("label tea");
        }
        assertThat(Server.text("SELECT id FROM orders")).isEqualTo("43");
    }
}
