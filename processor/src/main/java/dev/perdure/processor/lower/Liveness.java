package dev.perdure.processor.lower;

import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which locals are still needed where a block begins: backwards through the blocks until nothing changes. What a handler
 * needs is needed throughout the blocks it guards.
 */
final class Liveness {
    private final List<Block> blocks;
    private final Map<Integer, Set<Var>> live = new HashMap<>();

    Liveness(List<Block> blocks) {
        this.blocks = blocks;
        for (var block : blocks) live.put(block.id(), new HashSet<>());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = blocks.size() - 1; i >= 0; i--) {
                var block = blocks.get(i);
                changed |= at(block.id()).addAll(before(block));
            }
        }
    }

    Map<Integer, Set<Var>> all() {
        return live;
    }

    private Set<Var> at(int block) {
        return live.getOrDefault(block, Set.of());
    }

    private Set<Var> before(Block block) {
        var needed = new HashSet<Var>();
        block.end().targets().forEach(target -> needed.addAll(at(target)));
        var handler = block.handler() < 0 ? Set.<Var>of() : at(block.handler());
        needed.addAll(handler);
        pass(needed, block.end().facts());
        for (int i = block.items().size() - 1; i >= 0; i--) {
            var item = block.items().get(i);
            pass(needed, item.facts());
            for (var exit : item.exits()) {
                var there = new HashSet<>(at(exit.block()));
                there.removeAll(exit.defined());
                needed.addAll(there);
            }
            needed.addAll(handler);
        }
        return needed;
    }

    private static void pass(Set<Var> needed, Facts facts) {
        needed.removeAll(facts.kills());
        needed.addAll(facts.reads());
    }

    /** For each point the references that may still be held there although nobody needs them any more. */
    Map<Integer, List<Var>> cleared(Set<Var> fields, List<Var> parameters) {
        var held = new HashMap<Integer, Set<Var>>();
        if (!blocks.isEmpty()) held.put(blocks.get(0).id(), new HashSet<>(parameters));
        var cleared = new HashMap<Integer, List<Var>>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var block : blocks) {
                var out = new HashSet<>(held.getOrDefault(block.id(), Set.of()));
                for (var item : block.items())
                    if (item.declares() == null) out.addAll(item.facts().writes());
                out.addAll(block.end().facts().writes());
                for (var item : block.items()) item.exits().forEach(exit -> out.addAll(exit.defined()));
                if (block.end() instanceof End.Suspend suspend) clear(block, suspend, out, fields, cleared);
                for (int target : Simplify.leadsTo(block))
                    changed |=
                            held.computeIfAbsent(target, key -> new HashSet<>()).addAll(out);
            }
        }
        return cleared;
    }

    private void clear(
            Block block, End.Suspend suspend, Set<Var> held, Set<Var> fields, Map<Integer, List<Var>> cleared) {
        var dead = new ArrayList<Var>();
        for (var var : held) {
            boolean needed =
                    at(suspend.resume()).contains(var) || at(block.id()).contains(var);
            if (!needed && fields.contains(var) && !var.type().isPrimitive()) dead.add(var);
        }
        held.removeAll(dead);
        dead.sort(java.util.Comparator.comparingInt(Var::id));
        cleared.put(suspend.point(), List.copyOf(dead));
    }
}
