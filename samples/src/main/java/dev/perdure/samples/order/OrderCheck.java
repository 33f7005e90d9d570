package dev.perdure.samples.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Holds what was written about one order against the order. */
record OrderCheck(Order order, List<String> problems) {
    /** Whether the customer has to pay: everything is to be had and the bank agrees. */
    static boolean chargeable(Order order) {
        return !order.card().contains("declined") && inStock(order);
    }

    void outcome(List<List<String>> outcomes) {
        if (outcomes.size() != 1) report("has " + outcomes.size() + " outcomes instead of 1");
        var expected = chargeable(order) ? "delivered" : "rejected";
        for (var outcome : outcomes) {
            if (!outcome.get(1).equals(expected)) report("was " + outcome.get(1) + " instead of " + expected);
            else if (chargeable(order)
                    && Integer.parseInt(outcome.get(4)) != order.lines().size())
                report("has " + outcome.get(4) + " labels for " + order.lines().size() + " lines");
        }
    }

    void charges(List<List<String>> charges, List<List<String>> outcomes) {
        var expected = chargeable(order) ? 1 : 0;
        if (charges.size() != expected) report("was charged " + charges.size() + " times instead of " + expected);
        for (var charge : charges) {
            if (new BigDecimal(charge.get(3)).compareTo(order.total()) != 0)
                report("was charged " + charge.get(3) + " instead of " + order.total());
            for (var outcome : outcomes)
                if (outcome.get(1).equals("delivered") && !outcome.get(2).equals(charge.get(0)))
                    report("has a receipt for " + outcome.get(2) + ", but was charged by " + charge.get(0));
        }
    }

    void requests(List<List<String>> requests) {
        var keys = requests.stream().map(line -> line.get(1)).collect(Collectors.toSet());
        var expected = inStock(order) ? 1 : 0;
        if (keys.size() != expected) report("was to be charged under " + keys.size() + " keys instead of " + expected);
    }

    void letters(List<List<String>> letters) {
        var expected = chargeable(order) ? "receipt" : "apology";
        if (letters.isEmpty()) report("got no " + expected);
        for (var letter : letters) if (!letter.get(0).equals(expected)) report("got a letter of " + letter.get(0));
    }

    private static boolean inStock(Order order) {
        return order.lines().stream().noneMatch(line -> line.sku().endsWith("-X"));
    }

    private void report(String problem) {
        problems.add("order " + order.id() + " " + problem);
    }
}
