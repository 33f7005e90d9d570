package dev.perdure.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Where a program's choices come from: a seed, or a list written down before. Zero is always the simplest choice. */
final class Choices {
    private final @Nullable SplittableRandom random;
    private final List<Integer> given;
    private final List<Integer> made = new ArrayList<>();

    private Choices(@Nullable SplittableRandom random, List<Integer> given) {
        this.random = random;
        this.given = given;
    }

    static Choices of(long seed) {
        return new Choices(new SplittableRandom(seed), List.of());
    }

    /** Repeats a list of choices; what it does not say is the simplest. */
    static Choices repeat(List<Integer> given) {
        return new Choices(null, given);
    }

    int below(int bound) {
        int choice;
        if (random != null) choice = random.nextInt(bound);
        else choice = made.size() < given.size() ? Math.min(given.get(made.size()), bound - 1) : 0;
        made.add(choice);
        return choice;
    }

    boolean chance(int percent) {
        return below(100) >= 100 - percent;
    }

    <T> T oneOf(List<T> options) {
        return options.get(below(options.size()));
    }

    @SafeVarargs
    final <T> T oneOf(T... options) {
        return options[below(options.length)];
    }

    List<Integer> made() {
        return List.copyOf(made);
    }
}
