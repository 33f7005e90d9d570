package dev.perdure.samples.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrderBookTest {
    @TempDir
    Path folder;

    @Test
    void the_bundled_orders_are_what_their_seed_makes() throws IOException {
        try (var file = Objects.requireNonNull(OrderBook.class.getResourceAsStream("orders.csv"))) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .as("run OrderFile.main to write the file anew")
                    .isEqualTo(OrderFile.text(OrderFile.SEED, OrderFile.ORDERS));
        }
    }

    @Test
    void rows_of_one_order_become_its_lines() {
        var orders = OrderBook.bundled();

        assertThat(orders).hasSize(1200);
        assertThat(orders.get(0))
                .isEqualTo(new Order(
                        "1",
                        "Radia Diaz",
                        "radia.diaz12@example.org",
                        "tok_mc_8341",
                        List.of(
                                new Order.Line("MUG-330", "Mug 330 ml", 1, new BigDecimal("8.50")),
                                new Order.Line("TIN-STO", "Storage tin", 3, new BigDecimal("14.75")))));
        assertThat(orders.get(0).total()).isEqualByComparingTo("52.75");
        assertThat(orders).filteredOn(order -> !OrderCheck.chargeable(order)).hasSizeBetween(20, 100);
    }

    @Test
    void a_file_of_another_kind_is_refused_with_what_is_wrong() throws IOException {
        var file = Files.writeString(folder.resolve("other.csv"), "id;name\n");

        assertThatThrownBy(() -> OrderBook.of(file)).hasMessageContaining("the first line is \"id;name\"");
    }
}
