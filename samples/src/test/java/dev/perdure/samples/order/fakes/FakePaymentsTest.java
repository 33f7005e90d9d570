package dev.perdure.samples.order.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.samples.Book;
import dev.perdure.samples.order.Order;
import dev.perdure.samples.order.Payments.CardDeclined;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FakePaymentsTest {
    @TempDir
    Path folder;

    @Test
    void a_repeated_key_gets_the_first_charge_also_from_a_restarted_service() throws Exception {
        var order = order("tok_visa_1");
        try (var payments = FakePayments.open(folder, Mood.splendid())) {
            assertThat(payments.charge(order, "k")).isEqualTo(payments.charge(order, "k"));
        }
        try (var payments = FakePayments.open(folder, Mood.splendid())) {
            assertThat(payments.charge(order, "k").id()).isEqualTo("ch_1");
            assertThat(payments.charge(order, "other").id()).isEqualTo("ch_2");
        }

        assertThat(Book.read(folder.resolve("ledger")))
                .containsExactly(List.of("ch_1", "7", "k", "10.50"), List.of("ch_2", "7", "other", "10.50"));
        assertThat(Book.read(folder.resolve("requests"))).hasSize(4);
    }

    @Test
    void a_declined_card_is_asked_for_but_not_charged() throws Exception {
        try (var payments = FakePayments.open(folder, Mood.splendid())) {
            assertThatThrownBy(() -> payments.charge(order("tok_declined_1"), "k"))
                    .isInstanceOf(CardDeclined.class);
        }

        assertThat(Book.read(folder.resolve("ledger"))).isEmpty();
        assertThat(Book.read(folder.resolve("requests"))).containsExactly(List.of("7", "k"));
    }

    private static Order order(String card) {
        return new Order(
                "7", "Ada", "ada@example.org", card, List.of(new Order.Line("KET", "it", 1, new BigDecimal("10.50"))));
    }
}
