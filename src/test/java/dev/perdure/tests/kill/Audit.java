package dev.perdure.tests.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the ledger order by order, and says what should not stand there. */
final class Audit {
    private final Map<String, List<Ledger.Entry>> orders = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    Audit(List<Ledger.Entry> entries) {
        entries.forEach(entry -> orders.computeIfAbsent(entry.order(), order -> new ArrayList<>())
                .add(entry));
        orders.values().forEach(this::check);
    }

    List<String> problems() {
        return problems;
    }

    private void check(List<Ledger.Entry> order) {
        var keys = new HashMap<Integer, String>();
        var known = List.<String>of();
        var furthest = 0;
        for (var entry : order) {
            // A step that began shows that the ones before it were recorded; a recorded one is never run again.
            if (entry.step() < furthest) problems.add("step run again after it was recorded: " + entry);
            furthest = Math.max(furthest, entry.step());
            if (entry.known().size() != entry.step()) problems.add("step without the answers before it: " + entry);
            var shared = Math.min(known.size(), entry.known().size());
            if (!entry.known().subList(0, shared).equals(known.subList(0, shared)))
                problems.add("recorded answer changed from " + known + ": " + entry);
            if (entry.known().size() > known.size()) known = entry.known();
            var key = keys.putIfAbsent(entry.step(), entry.key());
            // The hand-written loop around step 5 makes a visit, and so a key, of every try.
            if (key != null && !key.equals(entry.key()) && entry.step() != 5)
                problems.add("two keys for one await, " + key + ": " + entry);
        }
        if (keys.values().stream().distinct().count() != keys.size()) problems.add("one key for two awaits: " + keys);
        if (keys.size() != Shop.STEPS) problems.add("steps missing: " + order);
        known.forEach(answer -> {
            if (order.stream().noneMatch(entry -> entry.made().equals(answer)))
                problems.add("answer nobody gave: " + answer);
        });
    }

    /** What the steps of an order answered: all that the last step knew, and its own answer. */
    List<String> answers(String order) {
        var entries = orders.getOrDefault(order, List.of());
        if (entries.isEmpty()) return List.of();
        var last = entries.get(entries.size() - 1);
        var all = new ArrayList<>(last.known());
        all.add(last.made());
        return all;
    }
}
