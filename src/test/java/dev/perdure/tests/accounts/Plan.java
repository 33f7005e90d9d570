package dev.perdure.tests.accounts;

import java.util.Map;
import java.util.Random;

/** What a program does at each of its steps: it follows from the program's number alone, so the tracker knows it too. */
final class Plan {
    static final int STEPS = 7;
    /** Programs nest so deep. */
    static final int DEPTH = 2;

    private static final int KEYS = 11;

    private Plan() {}

    /** What is done at a step. */
    enum Deed {
        /** Adds in a transaction of the store: exactly once. */
        TRANSACTION,
        /** Has something outside add, which knows requests that it had before. */
        CALL,
        /** Adds two amounts side by side, in transactions. */
        BRANCHES,
        /** Has another program do its steps. */
        CHILD,
        /** Sleeps. */
        SLEEP
    }

    private static Random random(long program, int step) {
        return new Random(program * 1_000_003 + step * 7_919L);
    }

    static Deed deed(long program, int step, int depth) {
        int choice = random(program, step).nextInt(10);
        if (choice < 4) return Deed.TRANSACTION;
        if (choice < 7) return Deed.CALL;
        if (choice == 7) return Deed.BRANCHES;
        return choice == 8 && depth > 0 ? Deed.CHILD : Deed.SLEEP;
    }

    static String key(long program, int step) {
        return "k" + random(program, ~step).nextInt(KEYS);
    }

    static int amount(long program, int step) {
        return 1 + random(program, step + 1_000).nextInt(100);
    }

    static long child(long program, int step) {
        return program * 31 + step + 1_000_000;
    }

    /** Adds to these what a program adds: by transactions to the first, by calls to the second. */
    static void track(long program, int depth, Map<String, Integer> transactions, Map<String, Integer> calls) {
        for (int step = 0; step < STEPS; step++) {
            var key = key(program, step);
            int amount = amount(program, step);
            switch (deed(program, step, depth)) {
                case TRANSACTION -> transactions.merge(key, amount, Integer::sum);
                case CALL -> calls.merge(key, amount, Integer::sum);
                case BRANCHES -> transactions.merge(key, 2 * amount, Integer::sum);
                case CHILD -> track(child(program, step), depth - 1, transactions, calls);
                case SLEEP -> {}
            }
        }
    }
}
