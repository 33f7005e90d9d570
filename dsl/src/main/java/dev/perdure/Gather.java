package dev.perdure;

import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The await of what came of every branch: {@code all(items, item -> await(…)).collect()}. Default: waits for all, whatever
 * fails.
 *
 * @param <R> what each branch yields
 */
public final class Gather<R extends @Nullable Object> extends Await<List<Tried<R>>, RuntimeException> {
    Gather(AwaitSpec<List<Tried<R>>> spec) {
        super(spec);
    }

    @Override
    Gather<R> with(AwaitSpec<List<Tried<R>>> changed) {
        return new Gather<>(changed);
    }

    private Group<List<Tried<R>>> group() {
        return (Group<List<Tried<R>>>) spec().source();
    }

    /**
     * Is over as soon as this many branches have succeeded; the others are cancelled.
     *
     * @throws InvalidArgument if it is less than 1 or more than there are branches
     */
    public Gather<R> withMinimum(int successes) {
        if (successes < 1 || successes > group().size())
            throw Checks.bad("minimum of successes", successes, "between 1 and " + group().size());
        return with(spec().with(group().with(successes, group().tolerated())));
    }

    /**
     * Fails with {@link TooFewSucceeded} as soon as more branches than this have failed; the others are cancelled.
     *
     * @throws InvalidArgument if it is negative
     */
    public Gather<R> withTolerated(int failures) {
        if (failures < 0) throw Checks.bad("tolerated failures", failures, "0 or more");
        return with(spec().with(group().with(group().needed(), failures)));
    }
}
