package dev.perdure.processor.lower;

import dev.perdure.processor.model.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Statements that run one after the other.
 *
 * @param id its number
 * @param handler the block that takes over what is thrown here, or -1
 */
public record Block(int id, int handler, List<Item> items, End end) {
    /** The locals mentioned in it; declarations without a value do not count. */
    public Set<Var> mentioned() {
        var all = new HashSet<>(end.facts().mentioned());
        for (var item : items) {
            if (item.declares() == null) all.addAll(item.facts().mentioned());
            for (var exit : item.exits()) all.addAll(exit.defined());
        }
        return all;
    }
}
