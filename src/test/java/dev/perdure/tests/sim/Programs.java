package dev.perdure.tests.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Makes programs. */
final class Programs {
    private static final int DEPTH = 3;

    private final RandomGenerator random;
    private final UnaryOperator<Op> kept;
    private int site;
    private int signals;
    private boolean news;

    private Programs(RandomGenerator random, UnaryOperator<Op> kept) {
        this.random = random;
        this.kept = kept;
    }

    /**
     * A program.
     *
     * @param ops what it does
     * @param signals how many signals it takes
     * @param news whether it waits for what is published
     */
    record Program(List<Op> ops, int signals, boolean news) {}

    /** A program each of whose parts is passed through this. */
    static Program program(RandomGenerator random, UnaryOperator<Op> kept) {
        var programs = new Programs(random, kept);
        var ops = programs.ops(0, true, random.nextInt(4) == 0);
        return new Program(ops, programs.signals, programs.news);
    }

    /** Some, of which only the last may fail, and only if it may. */
    private List<Op> ops(int depth, boolean mayReceive, boolean fails) {
        var ops = new ArrayList<Op>();
        var count = 1 + random.nextInt(depth == 0 ? 5 : 3);
        for (var i = 0; i < count; i++) ops.add(kept.apply(op(depth, mayReceive)));
        if (fails) ops.add(kept.apply(new Op.Fail(++site)));
        return ops;
    }

    private Op op(int depth, boolean mayReceive) {
        site++;
        return switch (random.nextInt(depth < DEPTH ? 28 : 21)) {
            case 0, 1, 2 -> new Op.Call(site, 0);
            case 3, 4 -> new Op.Call(site, 1 + random.nextInt(3));
            case 5, 6, 7 -> new Op.Undoable(site);
            case 8 -> new Op.Once(site);
            case 9 -> new Op.Stage(site, random.nextInt(3_000));
            case 10 -> new Op.Poll(site, random.nextInt(4));
            case 11, 12 -> new Op.Nap(random.nextInt(20_000) - 100);
            case 13, 14 -> receive(mayReceive);
            case 15 -> new Op.InVain(1 + random.nextInt(8_000));
            case 16 -> new Op.Limited(site, random.nextInt(4), 1 + random.nextInt(4));
            case 17 -> new Op.Refused(site);
            case 18 -> new Op.Slow(site, random.nextInt(3), 1 + random.nextInt(3_000));
            case 19 -> news();
            case 20 ->
                new Op.Callback(site, random.nextInt(3) == 0 ? 1 + random.nextInt(9_000) : 0, random.nextInt(4) == 0);
            default -> composed(depth, mayReceive);
        };
    }

    private Op composed(int depth, boolean mayReceive) {
        return switch (random.nextInt(7)) {
            case 0 -> new Op.Child(ops(depth + 1, false, false));
            case 1, 2 -> parallel(depth);
            case 3 -> new Op.Race(ops(depth + 1, false, false), 1 + random.nextInt(6_000));
            case 4 ->
                random.nextBoolean()
                        ? new Op.Either(ops(depth + 1, false, true), ops(depth + 1, false, false))
                        : new Op.Most(
                                ops(depth + 1, false, false),
                                ops(depth + 1, false, true),
                                ops(depth + 1, false, false));
            default -> new Op.Guarded(ops(depth + 1, mayReceive, random.nextBoolean()), site);
        };
    }

    private Op receive(boolean may) {
        if (!may) return new Op.Call(site, 0);
        signals++;
        return new Op.Receive();
    }

    private Op news() {
        news = true;
        return new Op.News();
    }

    private Op parallel(int depth) {
        var bodies = new ArrayList<List<Op>>();
        var count = 1 + random.nextInt(4);
        for (var i = 0; i < count; i++) bodies.add(ops(depth + 1, false, false));
        return new Op.Parallel(bodies, 1 + random.nextInt(3));
    }
}
