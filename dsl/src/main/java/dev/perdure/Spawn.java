package dev.perdure;

import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
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
        return new Spawn<>(AwaitSpec.of(new Source.Child<>(method, list, null, Close.WAIT)));
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
        return with(spec().with(new Source.Child<>(child().method(), child().arguments(), id, child().close())));
    }

    /** What becomes of the child if its parent ends first; default {@link Close#WAIT}. */
    public Spawn<R> onClose(Close close) {
        Objects.requireNonNull(close, "close");
        return with(spec().with(new Source.Child<>(child().method(), child().arguments(), child().id(), close)));
    }

    @Override
    public Spawn<R> named(String name) {
        return (Spawn<R>) super.named(name);
    }
}
