package dev.perdure;

import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The start of a child run: {@code spawn(Flow::method, arguments…)}. Yields the handle of the child, which is a value: it can be
 * kept in locals and lists, and awaited with {@code await(handle)} or not. Default: an id made from the parent's, and {@link
 * Close#WAIT}.
 *
 * @param <R> what the child's method returns
 */
public final class Spawn<R extends @Nullable Object> extends Await<Run<R>, RuntimeException> {
    Spawn(AwaitSpec<Run<R>> spec) {
        super(spec);
    }

    static <R extends @Nullable Object> Spawn<R> of(MethodRef method, @Nullable Object... arguments) {
        Objects.requireNonNull(method, "method");
        var list = Collections.unmodifiableList(Arrays.asList(arguments));
        return new Spawn<>(AwaitSpec.of(new Source.Child<>(method, list, null, Close.WAIT, StartOptions.NONE)));
    }

    @Override
    Spawn<R> with(AwaitSpec<Run<R>> changed) {
        return new Spawn<>(changed);
    }

    private Source.Child<R> child() {
        return (Source.Child<R>) spec().source();
    }

    /**
     * Gives the child an id of your own. If there is a run of this id with the same method and arguments, that is the child; with
     * others the parent is stuck.
     *
     * @throws InvalidArgument if the id is blank or longer than 255 characters
     */
    public Spawn<R> withId(String id) {
        Checks.name("id of the child", id);
        return with(id, child().close(), child().options());
    }

    /** What becomes of the child if its parent ends first; default {@link Close#WAIT}. */
    public Spawn<R> onClose(Close close) {
        Objects.requireNonNull(close, "close");
        return with(child().id(), close, child().options());
    }

    /**
     * Puts the child on a queue; default the one that its method's {@link Durable#queue} names.
     *
     * @throws InvalidArgument if no queue can have this name
     */
    public Spawn<R> onQueue(String queue) {
        return with(child().options().withQueue(queue));
    }

    /**
     * Of what waits in a queue, the highest priority goes first; default 0.
     *
     * @throws InvalidArgument if it is not between -1,000 and 1,000
     */
    public Spawn<R> withPriority(int priority) {
        return with(child().options().withPriority(priority));
    }

    /** Runs of one key share the queue's limit per key. */
    public Spawn<R> withKey(String key) {
        return with(child().options().withKey(key));
    }

    /** How long after its start the child may begin; default at once. */
    public Spawn<R> withDelay(Duration delay) {
        return with(child().options().withDelay(delay));
    }

    private Spawn<R> with(StartOptions options) {
        return with(child().id(), child().close(), options);
    }

    private Spawn<R> with(@Nullable String id, Close close, StartOptions options) {
        return with(spec().with(new Source.Child<>(child().method(), child().arguments(), id, close, options)));
    }

    @Override
    public Spawn<R> named(String name) {
        return (Spawn<R>) super.named(name);
    }
}
