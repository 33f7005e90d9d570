package dev.perdure.tests.sim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows what a program gives when nothing fails: what it must give, whatever fails. */
final class Oracle {
    static final long SEED = 17;
    static final long CAUGHT = -1;
    static final long IN_VAIN = -2;
    static final long NOTHING = 3;

    /** What a run comes to: a value, or the site of the call whose failure ends it. */
    record Outcome(long value, @Nullable String broken) {}

    private long signals;

    private Oracle() {}

    /** What a call gives. */
    static long value(int site) {
        return site * 7_919L + 11;
    }

    static long mix(long sum, long next) {
        return sum * 31 + next;
    }

    /** What a program gives to which the signals 1, 2, 3 … are sent. */
    static Outcome of(List<Op> program) {
        try {
            return new Outcome(new Oracle().run(program), null);
        } catch (Broken broken) {
            return new Outcome(0, broken.getMessage());
        }
    }

    private long run(List<Op> ops) throws Broken {
        long sum = SEED;
        for (var op : ops) sum = mix(sum, perform(op));
        return sum;
    }

    private long perform(Op op) throws Broken {
        if (op instanceof Op.Call call) return value(call.site());
        if (op instanceof Op.Fail fail) throw new Broken("s" + fail.site());
        if (op instanceof Op.Undoable undone) return value(undone.site());
        if (op instanceof Op.Stage stage) return value(stage.site());
        if (op instanceof Op.Poll poll) return value(poll.site());
        if (op instanceof Op.Nap nap) return nap.millis();
        if (op instanceof Op.Receive) return ++signals;
        if (op instanceof Op.InVain) return IN_VAIN;
        if (op instanceof Op.Child child) return run(child.body());
        if (op instanceof Op.Parallel parallel) {
            long sum = SEED;
            for (var body : parallel.bodies()) sum = mix(sum, run(body));
            return sum;
        }
        if (op instanceof Op.Guarded guarded) {
            try {
                return run(guarded.body());
            } catch (Broken broken) {
                return CAUGHT;
            }
        }
        return NOTHING;
    }
}
