package dev.perdure.spi;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Several awaits at once: the branches of {@code all}, {@code any}, {@code race}, {@code quorum}. It succeeds as soon as
 * {@code needed} branches have, fails as soon as more than {@code tolerated} have failed, and ends when all have ended; branches
 * that are still under way then are cancelled.
 *
 * @param shape how the branches' results make the group's
 * @param size how many branches there are
 * @param branch the await of each branch, by its index; asked when the branch begins, and again after a crash
 * @param needed successes that are enough
 * @param tolerated failures that are not too many
 * @param concurrency how many branches may be under way at once
 */
public record Group<T extends @Nullable Object>(
        Shape shape, int size, IntFunction<? extends AwaitSpec<?>> branch, int needed, int tolerated, int concurrency)
        implements Source<T> {
    /** No limit on branches under way. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** How the branches' results make the group's. */
    public enum Shape {
        /** A {@link dev.perdure.Pair} of them. */
        PAIR,
        /** A {@link dev.perdure.Triple} of them. */
        TRIPLE,
        /** The list of the values, in the order of the branches. */
        LIST,
        /** A list of {@link dev.perdure.Tried}: values and failures, in the order of the branches. */
        TRIED,
        /** The value of the branch that was first. */
        ONE
    }

    /** The same with another limit on branches under way. */
    public Group<T> withConcurrency(int branches) {
        return new Group<>(shape, size, branch, needed, tolerated, branches);
    }

    /** The same with other rules. */
    public Group<T> with(int successes, int failures) {
        return new Group<>(shape, size, branch, successes, failures, concurrency);
    }

    /** The same branches, made into something else. */
    public <U extends @Nullable Object> Group<U> shaped(Shape other) {
        return new Group<>(other, size, branch, needed, tolerated, concurrency);
    }
}
