package dev.perdure.tests.sim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was done and can be undone. */
sealed interface Undone {
    /** At one place. */
    record Site(int site) implements Undone {}

    /** In branches: in each of them the order is known, between them it is not. */
    record Together(List<List<Undone>> branches) implements Undone {}

    /** The places of these. */
    static Set<Integer> sites(Collection<Undone> items) {
        var sites = new HashSet<Integer>();
        for (var item : items) {
            if (item instanceof Site one) sites.add(one.site());
            else for (var branch : ((Together) item).branches()) sites.addAll(sites(branch));
        }
        return sites;
    }

    /** Whether this is an order in which these can have been undone, which is to happen from the first to the last. */
    static boolean fits(List<Undone> items, List<Integer> order) {
        int from = 0;
        for (var item : items) {
            var sites = sites(List.of(item));
            if (order.size() < from + sites.size()) return false;
            var part = order.subList(from, from += sites.size());
            if (!sites.equals(new HashSet<>(part))) return false;
            if (item instanceof Together together)
                for (var branch : together.branches()) if (!fitsReversed(branch, part)) return false;
        }
        return from == order.size();
    }

    private static boolean fitsReversed(List<Undone> branch, List<Integer> order) {
        var reversed = new ArrayList<>(branch);
        Collections.reverse(reversed);
        var mine = sites(branch);
        return fits(reversed, order.stream().filter(mine::contains).toList());
    }
}
