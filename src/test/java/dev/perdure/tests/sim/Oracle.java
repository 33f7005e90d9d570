package dev.perdure.tests.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Knows what a program gives when nothing fails: what it must give, whatever fails. */
final class Oracle {
    static final long SEED = 17;
    static final long CAUGHT = -1;
    static final long IN_VAIN = -2;
    static final long NOTHING = 3;

    /**
     * What a run comes to: a value, or the site of the call whose failure ends it.
     *
     * @param undone what is undone on the way, in this order
     * @param done what is left to be undone, the first that was done in front
     */
    record Outcome(long value, @Nullable String broken, List<Undone> undone, List<Undone> done) {}

    private final UnaryOperator<Op> kept;
    private List<Undone> undone = new ArrayList<>();
    private final List<Undone> done = new ArrayList<>();
    private long signals;

    private Oracle(UnaryOperator<Op> kept) {
        this.kept = kept;
    }

    /** What a call gives. */
    static long value(int site) {
        return site * 7_919L + 11;
    }

    static long mix(long sum, long next) {
        return sum * 31 + next;
    }

    /** What a program gives to which the signals 1, 2, 3 … are sent; its parts are looked up here. */
    static Outcome of(List<Op> program, UnaryOperator<Op> kept) {
        var oracle = new Oracle(kept);
        try {
            return new Outcome(oracle.run(program, oracle.done), null, oracle.undone, oracle.done);
        } catch (Broken broken) {
            return new Outcome(0, broken.getMessage(), oracle.undone, oracle.done);
        }
    }

    /** What a method that leaves by an exception has done is undone, and nothing is left of it. */
    private long run(List<Op> ops, List<Undone> above) throws Broken {
        var mine = new ArrayList<Undone>();
        long sum = SEED;
        try {
            for (var op : ops) sum = mix(sum, perform(kept.apply(op), mine));
        } catch (Broken broken) {
            Collections.reverse(mine);
            undone.addAll(mine);
            throw broken;
        }
        above.addAll(mine);
        return sum;
    }

    private long perform(Op op, List<Undone> mine) throws Broken {
        if (op instanceof Op.Call call) return value(call.site());
        if (op instanceof Op.Fail fail) throw new Broken("s" + fail.site());
        if (op instanceof Op.Undoable undoable) {
            mine.add(new Undone.Site(undoable.site()));
            return value(undoable.site());
        }
        if (op instanceof Op.Refused) return CAUGHT;
        if (op instanceof Op.Stage stage) return value(stage.site());
        if (op instanceof Op.Slow slow) return value(slow.site());
        if (op instanceof Op.Poll poll) return value(poll.site());
        if (op instanceof Op.Nap nap) return nap.millis();
        if (op instanceof Op.Receive) return ++signals;
        if (op instanceof Op.InVain) return IN_VAIN;
        if (op instanceof Op.Callback callback)
            return callback.millis() > 0 ? NOTHING : callback.refused() ? CAUGHT : value(callback.site());
        return compose(op, mine);
    }

    private long compose(Op op, List<Undone> mine) throws Broken {
        if (op instanceof Op.Child child) return child(child.body());
        if (op instanceof Op.Parallel parallel) return together(parallel.bodies(), mine);
        if (op instanceof Op.Either either) return together(List.of(either.body()), mine);
        if (op instanceof Op.Most most) return together(List.of(most.one(), most.other()), mine);
        if (op instanceof Op.Guarded guarded) {
            try {
                return run(guarded.body(), mine);
            } catch (Broken broken) {
                return CAUGHT;
            }
        }
        return NOTHING;
    }

    /** A run of its own: what it undoes is no business of its parent's. */
    private long child(List<Op> body) throws Broken {
        var before = undone;
        undone = new ArrayList<>();
        long sum = run(body, new ArrayList<>());
        undone = before;
        return sum;
    }

    private long together(List<List<Op>> bodies, List<Undone> mine) throws Broken {
        var before = undone;
        var branches = new ArrayList<List<Undone>>();
        var undoing = new ArrayList<List<Undone>>();
        long sum = SEED;
        for (var body : bodies) {
            undone = new ArrayList<>();
            var branch = new ArrayList<Undone>();
            sum = mix(sum, run(body, branch));
            branches.add(branch);
            Collections.reverse(undone);
            undoing.add(undone);
        }
        undone = before;
        undone.add(new Undone.Together(undoing));
        mine.add(new Undone.Together(branches));
        return sum;
    }
}
