package dev.perdure.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing program small, by leaving out and lowering its choices as long as it still fails. */
final class Shrinker {
    private final Predicate<List<Integer>> fails;
    private int tries;

    /** A shrinker that makes at most so many tries. */
    Shrinker(int tries, Predicate<List<Integer>> fails) {
        this.tries = tries;
        this.fails = fails;
    }

    List<Integer> shrink(List<Integer> choices) {
        var best = choices;
        while (tries > 0) {
            var smaller = pass(best);
            if (smaller.equals(best)) return best;
            best = smaller;
        }
        return best;
    }

    private List<Integer> pass(List<Integer> choices) {
        var best = choices;
        for (var size = Math.max(1, best.size() / 2); size >= 1; size /= 2) {
            for (var at = best.size() - size; at >= 0; at -= size) {
                var without = new ArrayList<>(best);
                without.subList(at, Math.min(at + size, best.size())).clear();
                if (good(without)) {
                    best = without;
                    at = Math.min(at, best.size());
                    continue;
                }
                var zeroed = new ArrayList<>(best);
                for (var i = at; i < Math.min(at + size, best.size()); i++) zeroed.set(i, 0);
                if (!zeroed.equals(best) && good(zeroed)) best = zeroed;
            }
        }
        return best;
    }

    private boolean good(List<Integer> candidate) {
        return tries-- > 0 && fails.test(candidate);
    }
}
