package dev.perdure.samples.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each way in which the books can be wrong is found. */
final class DemoReportTest {
    private static final Order GOOD = order("1", "tok_visa_1", "KET");
    private static final Order DECLINED = order("2", "tok_declined_2", "KET");
    private static final Order SOLD_OUT = order("3", "tok_visa_3", "POT-X");

    private final List<String> charges = new ArrayList<>(List.of("ch_1 1 k1 20.00"));
    private final List<String> requests = new ArrayList<>(List.of("1 k1", "1 k1", "2 k2"));
    private final List<String> letters = new ArrayList<>(List.of("receipt 1 1", "apology 2", "apology 3"));
    private final List<String> outcomes =
            new ArrayList<>(List.of("1 delivered ch_1 20.00 1", "2 rejected no", "3 rejected gone"));

    @Test
    void books_in_order_have_no_problem_and_an_account() {
        var report = report();

        assertThat(report.problems()).isEmpty();
        assertThat(String.join("\n", report.lines()))
                .contains("3 of 3: 1 orders delivered, 2 rejected")
                .contains("4 by SIGKILL")
                .contains("7: runs that a new process")
                .contains("1 for 1 orders; 20.00 taken, 20.00 owed")
                .contains("3 requests under 2 keys for 2 orders: 1 repeats");
    }

    @Test
    void a_second_charge_is_found() {
        charges.add("ch_2 1 k1b 20.00");

        assertProblem("order 1 was charged 2 times instead of 1");
    }

    @Test
    void a_missing_charge_is_found() {
        charges.clear();

        assertProblem("order 1 was charged 0 times instead of 1");
    }

    @Test
    void a_charge_for_a_rejected_order_is_found() {
        charges.add("ch_2 2 k2 20.00");

        assertProblem("order 2 was charged 1 times instead of 0");
    }

    @Test
    void a_charge_for_nobody_is_found() {
        charges.add("ch_2 9 k9 20.00");

        assertProblem("a charge belongs to no order");
    }

    @Test
    void a_wrong_amount_is_found() {
        charges.set(0, "ch_1 1 k1 19.99");

        assertProblem("order 1 was charged 19.99 instead of 20.00");
    }

    @Test
    void a_second_key_is_found_even_if_it_was_never_charged() {
        requests.add("2 k2b");

        assertProblem("order 2 was to be charged under 2 keys instead of 1");
    }

    @Test
    void a_key_of_two_orders_is_found() {
        requests.set(2, "2 k1");

        assertProblem("a key was used for two orders");
    }

    @Test
    void a_receipt_for_another_charge_is_found() {
        outcomes.set(0, "1 delivered ch_7 20.00 1");

        assertProblem("order 1 has a receipt for ch_7, but was charged by ch_1");
    }

    @Test
    void missing_and_wrong_outcomes_are_found() {
        outcomes.remove(2);
        outcomes.set(1, "2 delivered ch_2 20.00 1");

        assertProblem("order 3 has 0 outcomes instead of 1", "order 2 was delivered instead of rejected");
    }

    @Test
    void missing_labels_are_found() {
        outcomes.set(0, "1 delivered ch_1 20.00 0");

        assertProblem("order 1 has 0 labels for 1 lines");
    }

    @Test
    void missing_and_wrong_letters_are_found() {
        letters.remove(2);
        letters.set(1, "receipt 2 1");

        assertProblem("order 3 got no apology", "order 2 got a letter of receipt");
    }

    private void assertProblem(String... problems) {
        var found = String.join("\n", report().problems());
        for (var problem : problems) assertThat(found).contains(problem);
    }

    private DemoReport report() {
        var books = new Books(
                words(charges), words(requests), words(letters), words(outcomes), List.of(List.of("5"), List.of("2")));
        return DemoReport.of(List.of(GOOD, DECLINED, SOLD_OUT), books, 4);
    }

    private static List<List<String>> words(List<String> lines) {
        return lines.stream().map(line -> List.of(line.split(" "))).toList();
    }

    private static Order order(String id, String card, String sku) {
        return new Order(
                id, "Ada", "ada@example.org", card, List.of(new Order.Line(sku, "it", 2, new BigDecimal("10.00"))));
    }
}
