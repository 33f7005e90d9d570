package dev.perdure.processor.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Drops blocks that nothing reaches or that do nothing, and joins blocks that always run one after the other. */
final class Simplify {
    private final Map<Integer, Block> blocks = new LinkedHashMap<>();
    private final Set<Integer> fixed = new HashSet<>();
    private final Map<Integer, Integer> names = new HashMap<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();

    Simplify(List<Block> all, List<PointPlan> points) {
        for (var block : all) blocks.put(block.id(), block);
        for (var point : points) fixed.add(point.issue());
    }

    /** The blocks that remain, in order; the entry is the first. */
    List<Block> run(int first) {
        skipEmpty();
        int entry = resolve(first);
        keepReachable(entry);
        join(entry);
        var result = new ArrayList<>(blocks.values());
        result.sort(java.util.Comparator.comparing(block -> block.id() == entry ? 0 : 1));
        for (int i = 0; i < result.size(); i++) numbers.put(result.get(i).id(), i);
        return result.stream().map(this::numbered).toList();
    }

    /** Where a block ended up; -1 if nothing reaches it. */
    int number(int id) {
        return numbers.getOrDefault(resolve(id), -1);
    }

    private Block numbered(Block block) {
        var renamed = renamed(block, this::number);
        return new Block(number(block.id()), renamed.handler(), renamed.items(), renamed.end());
    }

    private void skipEmpty() {
        for (var block : blocks.values())
            if (block.items().isEmpty() && block.end() instanceof End.Go go) names.put(block.id(), go.block());
        blocks.replaceAll((id, block) -> renamed(block, this::resolve));
    }

    private int resolve(int id) {
        var seen = new HashSet<Integer>();
        int at = id;
        while (names.containsKey(at) && seen.add(at)) at = names.get(at);
        return at;
    }

    /** A block with its targets renamed; jumps inside its text are renamed when they are written. */
    private static Block renamed(Block block, IntUnaryOperator names) {
        var items = block.items().stream()
                .map(item -> item.exits().isEmpty() ? item : renamed(item, names))
                .toList();
        return new Block(
                block.id(),
                block.handler() < 0 ? -1 : names.applyAsInt(block.handler()),
                items,
                block.end().renamed(names));
    }

    private static Item renamed(Item item, IntUnaryOperator names) {
        var exits = item.exits().stream()
                .map(exit -> new Item.Exit(names.applyAsInt(exit.block()), exit.defined()))
                .toList();
        return new Item(item.code(), item.facts(), exits, item.position(), item.declares());
    }

    static List<Integer> leadsTo(Block block) {
        var all = new ArrayList<>(block.end().targets());
        for (var item : block.items()) item.exits().forEach(exit -> all.add(exit.block()));
        if (block.handler() >= 0) all.add(block.handler());
        return all;
    }

    private void keepReachable(int entry) {
        var reached = new HashSet<Integer>();
        var open = new ArrayList<>(List.of(entry));
        while (!open.isEmpty()) {
            int id = open.remove(open.size() - 1);
            var block = blocks.get(id);
            if (block != null && reached.add(id)) open.addAll(leadsTo(block));
        }
        blocks.keySet().retainAll(reached);
    }

    private void join(int entry) {
        var incoming = new HashMap<Integer, Integer>();
        for (var block : blocks.values()) leadsTo(block).forEach(id -> incoming.merge(id, 1, Integer::sum));
        for (var id : List.copyOf(blocks.keySet())) {
            var block = blocks.get(id);
            while (block != null && block.end() instanceof End.Go go) {
                var next = blocks.get(go.block());
                if (next == null || next.id() == id || next.id() == entry) break;
                if (next.handler() != block.handler() || fixed.contains(next.id())) break;
                if (incoming.getOrDefault(next.id(), 0) != 1) break;
                var items = new ArrayList<>(block.items());
                items.addAll(next.items());
                block = new Block(id, block.handler(), List.copyOf(items), next.end());
                blocks.put(id, block);
                blocks.remove(next.id());
            }
        }
    }
}
