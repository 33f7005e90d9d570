package dev.perdure;

import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The await of one branch per item: {@code all(items, item -> await(…))}. Yields the results in the order of the items; the
 * first failure cancels the others and is thrown: a checked one as the cause of a {@link BranchFailed}. Default: all branches at once.
 *
 * @param <R> what each branch yields
 */
public final class FanOut<R extends @Nullable Object> extends Await<List<R>, RuntimeException> {
    FanOut(AwaitSpec<List<R>> spec) {
        super(spec);
    }

    @Override
    FanOut<R> with(AwaitSpec<List<R>> changed) {
        return new FanOut<>(changed);
    }

    /**
     * Lets at most this many branches be under way at once.
     *
     * @throws InvalidArgument if it is less than 1
     */
    public FanOut<R> withConcurrency(int branches) {
        if (branches < 1) throw Checks.bad("concurrency", branches, "1 or more");
        return with(spec().with(((Group<List<R>>) spec().source()).withConcurrency(branches)));
    }

    /** Waits for all branches and yields values and failures, in the order of the items, instead of failing with the first. */
    @SuppressWarnings("unchecked") // a group of the same branches
    public Gather<R> collect() {
        var group = (Group<List<R>>) spec().source();
        var gathered = group.<List<Tried<R>>>shaped(Group.Shape.TRIED).with(group.size(), group.size());
        return new Gather<>(new AwaitSpec<>(
                gathered, spec().name(), null, spec().timeout(), spec().deadline(), null, spec().options()));
    }
}
