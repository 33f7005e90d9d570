package dev.perdure.processor.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a piece of code does to locals.
 *
 * @param reads locals whose value on entry it may read
 * @param writes locals that it may assign
 * @param kills locals that it surely assigns before it completes normally
 */
public record Facts(Set<Var> reads, Set<Var> writes, Set<Var> kills) {
    /** Touches nothing. */
    public static final Facts NONE = new Facts(Set.of(), Set.of(), Set.of());

    /** Keeps its own copies. */
    public Facts {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
        kills = Set.copyOf(kills);
    }

    /** Reads one local. */
    public static Facts read(Var var) {
        return new Facts(Set.of(var), Set.of(), Set.of());
    }

    /** Surely assigns one local. */
    public static Facts write(Var var) {
        return new Facts(Set.of(), Set.of(var), Set.of(var));
    }

    /** This, and then the other. */
    public Facts then(Facts next) {
        if (this.equals(NONE)) return next;
        if (next.equals(NONE)) return this;
        var exposed = new HashSet<>(next.reads);
        exposed.removeAll(kills);
        return new Facts(union(reads, exposed), union(writes, next.writes), union(kills, next.kills));
    }

    /** One of the two. */
    public Facts or(Facts other) {
        var both = new HashSet<>(kills);
        both.retainAll(other.kills);
        return new Facts(union(reads, other.reads), union(writes, other.writes), both);
    }

    /** This, or nothing at all. */
    public Facts maybe() {
        return or(NONE);
    }

    /** All in order. */
    public static Facts sequence(List<Facts> all) {
        var sum = NONE;
        for (var facts : all) sum = sum.then(facts);
        return sum;
    }

    /** Whether the local is mentioned. */
    public Set<Var> mentioned() {
        return union(reads, writes);
    }

    private static Set<Var> union(Set<Var> a, Set<Var> b) {
        if (a.isEmpty()) return b;
        if (b.isEmpty()) return a;
        var all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }
}
