package dev.perdure.samples.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Holds the books against the orders.
 *
 * @param lines what happened, for people
 * @param problems what must not have happened; empty if all is well
 */
record DemoReport(List<String> lines, List<String> problems) {
    /** Checks the books of a finished demo. */
    static DemoReport of(List<Order> orders, Books books, int kills) {
        var problems = new ArrayList<String>();
        var charges = Books.by(1, books.charges());
        var requests = Books.by(0, books.requests());
        var letters = Books.by(1, books.letters());
        var outcomes = Books.by(0, books.outcomes());
        for (var order : orders) {
            var check = new OrderCheck(order, problems);
            check.outcome(outcomes.getOrDefault(order.id(), List.of()));
            check.charges(charges.getOrDefault(order.id(), List.of()), outcomes.getOrDefault(order.id(), List.of()));
            check.requests(requests.getOrDefault(order.id(), List.of()));
            check.letters(letters.getOrDefault(order.id(), List.of()));
        }
        var keys = books.requests().stream().map(line -> String.join(" ", line)).collect(Collectors.toSet());
        var distinct = new HashSet<>(Books.by(1, books.requests()).keySet());
        if (keys.size() != distinct.size()) problems.add("a key was used for two orders, or two keys for one");
        if (books.charges().stream().anyMatch(line -> orders.stream().noneMatch(o -> o.id().equals(line.get(1)))))
            problems.add("a charge belongs to no order");
        return new DemoReport(account(orders, books, kills), List.copyOf(problems));
    }

    private static List<String> account(List<Order> orders, Books books, int kills) {
        var delivered = books.outcomes().stream()
                .filter(line -> line.get(1).equals("delivered"))
                .count();
        var taken = books.charges().stream()
                .map(line -> new BigDecimal(line.get(3)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var owed = orders.stream()
                .filter(OrderCheck::chargeable)
                .map(Order::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var asked = Books.by(0, books.requests()).size();
        var written = Books.by(1, books.letters()).size();
        var resumed = books.resumed().stream()
                .mapToInt(line -> Integer.parseInt(line.get(0)))
                .sum();
        return List.of(
                line(
                        "runs done",
                        "%,d of %,d: %,d orders delivered, %,d rejected (card declined or sold out)",
                        books.outcomes().size(),
                        orders.size(),
                        delivered,
                        books.outcomes().size() - delivered),
                line("kills", "%d by SIGKILL", kills),
                line("awaits resumed", "%,d: runs that a new process found in the middle and went on with", resumed),
                line(
                        "charges",
                        "%,d for %,d orders; %,.2f taken, %,.2f owed",
                        books.charges().size(),
                        Books.by(1, books.charges()).size(),
                        taken,
                        owed),
                line(
                        "keys",
                        "%,d requests under %,d keys for %,d orders: %,d repeats recognised",
                        books.requests().size(),
                        Books.by(1, books.requests()).size(),
                        asked,
                        books.requests().size() - asked),
                line(
                        "letters",
                        "%,d to %,d customers' orders: %,d twice (the mail service knows no keys)",
                        books.letters().size(),
                        written,
                        books.letters().size() - written));
    }

    private static String line(String name, String format, Object... values) {
        return String.format(Locale.ROOT, "  %-16s", name) + String.format(Locale.ROOT, format, values);
    }
}
