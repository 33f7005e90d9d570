package dev.perdure.tests.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes programs. */
final class Programs {
    private static final int DEPTH = 3;

    private final RandomGenerator random;
    private int site;
    private int signals;

    private Programs(RandomGenerator random) {
        this.random = random;
    }

    /**
     * A program.
     *
     * @param ops what it does
     * @param signals how many signals it takes
     */
    record Program(List<Op> ops, int signals) {}

    static Program program(RandomGenerator random) {
        var programs = new Programs(random);
        var ops = programs.ops(0, true, random.nextInt(4) == 0);
        return new Program(ops, programs.signals);
    }

    /** Some, of which only the last may fail, and only if it may. */
    private List<Op> ops(int depth, boolean mayReceive, boolean fails) {
        var ops = new ArrayList<Op>();
        var count = 1 + random.nextInt(depth == 0 ? 5 : 3);
        for (var i = 0; i < count; i++) ops.add(op(depth, mayReceive));
        if (fails) ops.add(new Op.Fail(++site));
        return ops;
    }

    private Op op(int depth, boolean mayReceive) {
        site++;
        return switch (random.nextInt(depth < DEPTH ? 18 : 13)) {
            case 0, 1, 2, 3 -> new Op.Call(site, 0);
            case 4, 5 -> new Op.Call(site, 1 + random.nextInt(3));
            case 6 -> new Op.Undoable(site);
            case 7 -> new Op.Once(site);
            case 8 -> new Op.Stage(site, random.nextInt(3_000));
            case 9 -> new Op.Poll(site, random.nextInt(4));
            case 10 -> new Op.Nap(random.nextInt(20_000) - 100);
            case 11 -> receive(mayReceive);
            case 12 -> new Op.InVain(1 + random.nextInt(8_000));
            case 13 -> new Op.Child(ops(depth + 1, false, false));
            case 14 -> parallel(depth);
            case 15 -> new Op.Race(ops(depth + 1, false, false), 1 + random.nextInt(6_000));
            default -> new Op.Guarded(ops(depth + 1, mayReceive, random.nextBoolean()), site);
        };
    }

    private Op receive(boolean may) {
        if (!may) return new Op.Call(site, 0);
        signals++;
        return new Op.Receive();
    }

    private Op parallel(int depth) {
        var bodies = new ArrayList<List<Op>>();
        var count = 1 + random.nextInt(4);
        for (var i = 0; i < count; i++) bodies.add(ops(depth + 1, false, false));
        return new Op.Parallel(bodies, 1 + random.nextInt(3));
    }
}
