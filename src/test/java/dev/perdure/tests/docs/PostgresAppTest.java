package dev.perdure.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.postgres.Server;
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
}
