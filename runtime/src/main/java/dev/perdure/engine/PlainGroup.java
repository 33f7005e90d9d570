package dev.perdure.engine;

import dev.perdure.CancelledException;
import dev.perdure.NotDurable;
import dev.perdure.Pair;
import dev.perdure.TooFewSucceeded;
import dev.perdure.Tried;
import dev.perdure.Triple;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Group;
import dev.perdure.spi.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group in a plain execution: one branch after the other, timers last, and signals that nobody can send never. */
final class PlainGroup {
    private final PlainScope scope;
    private final AwaitSpec<?> spec;
    private final Group<?> group;
    private final List<@Nullable Tried<Object>> ends = new ArrayList<>();
    private int successes;
    private int failures;

    PlainGroup(PlainScope scope, AwaitSpec<?> spec, Group<?> group) {
        this.scope = scope;
        this.spec = spec;
        this.group = group;
        for (int i = 0; i < group.size(); i++) ends.add(null);
    }

    @Nullable
    Object carryOut() throws Exception {
        for (boolean timers : new boolean[] {false, true})
            for (int i = 0; i < group.size() && !decided(); i++) {
                var branch = group.branch().apply(i);
                boolean isTimer =
                        branch.source() instanceof Source.Delay<?> || branch.source() instanceof Source.Until<?>;
                if (isTimer == timers && !PlainScope.endless(branch)) carryOut(i, branch);
            }
        if (failures > group.tolerated()) return PlainScope.settle(spec, failure());
        if (successes < group.needed() && ends.contains(null))
            throw new NotDurable(
                    "a branch of a group waits for a signal, and nobody can send one in a plain execution; test"
                            + " this method on an engine with a MemoryStore, or give the await a deadline");
        return result();
    }

    private boolean decided() {
        return failures > group.tolerated() || successes >= group.needed();
    }

    private void carryOut(int index, AwaitSpec<?> branch) {
        try {
            ends.set(index, new Tried<>(scope.await(branch), null));
            successes++;
        } catch (NotDurable misuse) {
            throw misuse;
        } catch (Exception failure) {
            ends.set(index, new Tried<>(null, failure));
            failures++;
        }
    }

    private Throwable failure() {
        var failed = new ArrayList<Throwable>();
        for (var end : ends) if (end != null && end.failure() != null) failed.add(end.failure());
        if (group.tolerated() == 0) return Branches.thrown(failed.get(0), "a group");
        var few = new TooFewSucceeded(failures + " of " + group.size() + " branches have failed");
        failed.forEach(few::addSuppressed);
        return few;
    }

    @SuppressWarnings("NullAway") // what a branch yields may be null
    private @Nullable Object result() {
        return switch (group.shape()) {
            case PAIR -> new Pair<>(value(0), value(1));
            case TRIPLE -> new Triple<>(value(0), value(1), value(2));
            case LIST, ONE -> {
                var values = new ArrayList<@Nullable Object>();
                for (var end : ends) if (end != null && end.failure() == null) values.add(end.value());
                yield group.shape() == Group.Shape.LIST ? values : values.get(0);
            }
            case TRIED -> {
                var all = new ArrayList<Tried<Object>>();
                for (var end : ends)
                    all.add(
                            end != null
                                    ? end
                                    : new Tried<>(null, new CancelledException("the branch was no longer needed")));
                yield all;
            }
        };
    }

    private @Nullable Object value(int index) {
        var end = ends.get(index);
        return end == null ? null : end.value();
    }
}
