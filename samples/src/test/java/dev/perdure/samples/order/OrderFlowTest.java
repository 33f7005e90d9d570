package dev.perdure.samples.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.Plain;
import dev.perdure.samples.Book;
import dev.perdure.samples.order.fakes.FakeCarrier;
import dev.perdure.samples.order.fakes.FakeMail;
import dev.perdure.samples.order.fakes.FakePayments;
import dev.perdure.samples.order.fakes.FakeStock;
import dev.perdure.samples.order.fakes.Mood;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an application tests its flow: as the plain method that it is. */
final class OrderFlowTest {
    @TempDir
    Path folder;

    private FakePayments payments;
    private FakeMail mail;

    @BeforeEach
    void open() throws Exception {
        payments = FakePayments.open(folder, Mood.splendid());
        mail = FakeMail.open(folder, Mood.splendid());
    }

    @AfterEach
    void close() throws Exception {
        payments.close();
        mail.close();
    }

    @Test
    void an_order_is_charged_labelled_and_receipted() throws Exception {
        var receipt = Plain.call(() -> flow(payments).place(order("tok_visa_1", "KET")));

        assertThat(receipt.amount()).isEqualByComparingTo("10.50");
        assertThat(receipt.labels()).extracting(Receipt.Label::sku).containsExactly("KET");
        assertThat(Book.read(folder.resolve("mail"))).containsExactly(List.of("receipt", "7", "1"));
    }

    @Test
    void a_declined_card_is_asked_once_and_ends_in_an_apology() throws Exception {
        assertThatThrownBy(() -> Plain.call(() -> flow(payments).place(order("tok_declined_1", "KET"))))
                .isInstanceOf(Rejected.class)
                .hasMessage("the bank declined tok_declined_1");
        assertThat(lines("requests")).hasSize(1);
        assertThat(lines("mail")).containsExactly(List.of("apology", "7"));
    }

    @Test
    void what_is_sold_out_is_never_charged() throws Exception {
        assertThatThrownBy(() -> Plain.call(() -> flow(payments).place(order("tok_visa_1", "POT-X"))))
                .isInstanceOf(Rejected.class);
        assertThat(lines("requests")).isEmpty();
    }

    @Test
    void a_lost_answer_is_asked_again_under_the_same_key() throws Exception {
        var asked = new AtomicInteger();
        Payments forgetful = (order, key) -> {
            var charge = payments.charge(order, key);
            if (asked.incrementAndGet() < 3) throw new Mood.Unavailable("answer lost");
            return charge;
        };

        var receipt = Plain.call(() -> flow(forgetful).place(order("tok_visa_1", "KET")));

        assertThat(receipt.charge()).isEqualTo("ch_1");
        assertThat(lines("requests")).hasSize(3);
        assertThat(lines("ledger")).hasSize(1);
    }

    private OrderFlow flow(Payments bank) {
        return new OrderFlow(
                new FakeStock(Mood.splendid()), bank, new FakeCarrier(Mood.splendid()), mail, Duration.ofHours(1));
    }

    private List<List<String>> lines(String book) throws IOException {
        return Book.read(folder.resolve(book));
    }

    private static Order order(String card, String sku) {
        return new Order(
                "7", "Ada", "ada@example.org", card, List.of(new Order.Line(sku, "it", 1, new BigDecimal("10.50"))));
    }
}
