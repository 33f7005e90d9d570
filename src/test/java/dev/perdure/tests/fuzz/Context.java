package dev.perdure.tests.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where in a program the generator is: what is in scope, what may stand here, and how much more may come. */
final class Context {
    /** The class around the program. */
    final String host;

    final Choices choices;
    final Set<String> features = new TreeSet<>();
    final List<Callee> callees = new ArrayList<>();

    private final Deque<List<Var>> scopes = new ArrayDeque<>();
    private final List<Target> targets = new ArrayList<>();
    private final Map<Kind, Integer> locked = new EnumMap<>(Kind.class);
    private int names;
    private int sites;

    /** How many more statements and expressions may be written. */
    int fuel;
    /** No awaits here: what is written stays as it is. */
    boolean quiet;
    /** In a lambda: only what can be captured. */
    boolean lambda;
    /** In a switch expression, which no jump may leave. */
    boolean enclosed;
    /** No try statements here. */
    boolean noTry;
    /** What the innermost switch expression yields. */
    Kind yielding = Kind.INT;
    /** What the method returns. */
    Kind result = Kind.INT;
    /** The own durable method, if it may be called again. */
    @Nullable
    Callee recursion;

    Context(String host, Choices choices) {
        this.host = host;
        this.choices = choices;
    }

    boolean canAwait() {
        return !quiet && !lambda;
    }

    String name(String prefix) {
        return prefix + names++;
    }

    int site() {
        return sites++;
    }

    // ---- scopes

    <T> T scoped(Supplier<T> inside) {
        scopes.push(new ArrayList<>());
        try {
            return inside.get();
        } finally {
            scopes.pop();
        }
    }

    Var declare(Kind kind, boolean fixed) {
        return declare(new Var(name("v"), kind, fixed, !fixed));
    }

    Var declare(Var local) {
        var scope = scopes.peek();
        if (scope == null) throw new IllegalStateException("no scope");
        scope.add(local);
        return local;
    }

    List<Var> visible(Predicate<Var> wanted) {
        var found = new ArrayList<Var>();
        scopes.forEach(scope -> scope.stream().filter(wanted).forEach(found::add));
        return found;
    }

    List<Var> readable(Kind kind) {
        return visible(local -> local.kind() == kind && (!lambda || local.fixed()));
    }

    List<Var> writable(Kind kind) {
        if (lambda) return List.of();
        return visible(local -> local.kind() == kind && local.assignable());
    }

    /** Locals whose object may be changed here. */
    List<Var> changeable(Kind kind) {
        return lambda || locked.getOrDefault(kind, 0) > 0 ? List.of() : readable(kind);
    }

    /** A part in which no object of the kind may be changed, because one is being walked through. */
    <T> T locking(Kind kind, Supplier<T> inside) {
        locked.merge(kind, 1, Integer::sum);
        try {
            return inside.get();
        } finally {
            locked.merge(kind, -1, Integer::sum);
        }
    }

    // ---- jumps

    <T> T within(Target target, Supplier<T> inside) {
        targets.add(target);
        try {
            return inside.get();
        } finally {
            targets.remove(targets.size() - 1);
        }
    }

    /** A part without awaits. */
    <T> T quietly(Supplier<T> inside) {
        var before = quiet;
        quiet = true;
        try {
            return inside.get();
        } finally {
            quiet = before;
        }
    }

    /** The body of a lambda: without awaits and assignments, with what can be captured. */
    <T> T capturing(Supplier<T> inside) {
        var before = lambda;
        lambda = true;
        try {
            return inside.get();
        } finally {
            lambda = before;
        }
    }

    /** A switch expression: no jump leaves it. */
    <T> T enclosing(Kind kind, boolean tries, Supplier<T> inside) {
        var triesBefore = noTry;
        noTry = !tries;
        var outer = List.copyOf(targets);
        var before = enclosed;
        var kindBefore = yielding;
        targets.clear();
        enclosed = true;
        yielding = kind;
        try {
            return inside.get();
        } finally {
            enclosed = before;
            yielding = kindBefore;
            noTry = triesBefore;
            targets.clear();
            targets.addAll(outer);
        }
    }

    /** What a {@code break} without a label leaves. */
    @Nullable
    Target innermostBreak() {
        return innermost(true);
    }

    /** What a {@code continue} without a label goes on with. */
    @Nullable
    Target innermostLoop() {
        return innermost(false);
    }

    /** What a {@code break} can leave: the innermost loop or switch, and whatever has a label. */
    List<Target> breakable() {
        return targets.stream()
                .filter(target -> target.labelled() || target == innermost(true))
                .toList();
    }

    /** What a {@code continue} can go on with. */
    List<Target> continuable() {
        return targets.stream()
                .filter(target -> target.sort == Target.Sort.LOOP)
                .filter(target -> target.labelled() || target == innermost(false))
                .toList();
    }

    private @Nullable Target innermost(boolean switches) {
        for (var i = targets.size() - 1; i >= 0; i--) {
            var sort = targets.get(i).sort;
            if (sort == Target.Sort.LOOP || (switches && sort == Target.Sort.SWITCH)) return targets.get(i);
        }
        return null;
    }
}
