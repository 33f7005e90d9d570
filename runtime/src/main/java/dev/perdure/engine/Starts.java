package dev.perdure.engine;

import dev.perdure.MethodRef;
import dev.perdure.Run;
import dev.perdure.StartOptions;
import dev.perdure.engine.method.References;
import dev.perdure.machine.Layout;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ways to start a run: by a reference to its method and the arguments, 0 to 8 of them, with an id or without one. A
 * reference may be static, bound to an object ({@code orders::place}) or unbound ({@code OrderFlow::place}); its object is
 * never used: a run moves on the instance that was registered.
 *
 * <p>With an id: the same id with the same method and arguments is the same run; with others it is an {@link
 * dev.perdure.IdConflict}. Every method returns when the start is durable.
 */
@SuppressWarnings("overloads") // references to methods that are not overloaded are never ambiguous
public abstract class Starts {
    /** For engines, and what stands in for them in tests. */
    protected Starts() {}

    /**
     * Starts a run of a method given by its layout; all others come down to this.
     *
     * @param id the run's id, if it is named; otherwise ignored, and an id is made
     * @param arguments of the types that the method declares
     * @param options where and when
     */
    protected abstract <R extends @Nullable Object> Run<R> begin(
            @Nullable String id, boolean named, Layout layout, List<@Nullable Object> arguments, StartOptions options);

    private <R extends @Nullable Object> Run<R> begin(
            @Nullable String id, boolean named, Layout layout, List<@Nullable Object> arguments) {
        return begin(id, named, layout, arguments, options());
    }

    /** What was said of the next start. */
    StartOptions options() {
        return StartOptions.NONE;
    }

    /** Starts with these options: {@code engine.with(options).start(…)}. */
    public Placed with(StartOptions options) {
        return new Placed(this, Objects.requireNonNull(options, "options"));
    }

    /**
     * Starts on a queue: {@code engine.onQueue("gpu").start(…)}; default the one that the method's {@link dev.perdure.Durable#queue}
     * names. The run moves on a node that serves the queue and when the queue's limits allow.
     *
     * @throws dev.perdure.InvalidArgument if no queue can have this name
     */
    public final Placed onQueue(String queue) {
        return with(options().withQueue(queue));
    }

    /**
     * Starts with a priority: of what waits in a queue, the highest goes first; default 0.
     *
     * @throws dev.perdure.InvalidArgument if it is not between -1,000 and 1,000
     */
    public final Placed withPriority(int priority) {
        return with(options().withPriority(priority));
    }

    /** Starts with a key: runs of one key share the queue's limit per key. */
    public final Placed withKey(String key) {
        return with(options().withKey(key));
    }

    /** Starts after a while: the run is there at once, and begins when this time has passed by the store's clock. */
    public final Placed withDelay(Duration delay) {
        return with(options().withDelay(delay));
    }

    /**
     * Starts once: as long as a run with this mark on the queue has not ended, that run is given back and none is started. Once
     * it has ended, the mark is free.
     */
    public final Placed withDedup(String mark) {
        return with(options().withDedup(mark));
    }

    /** Starts a run of a method with 0 arguments. */
    public final <R extends @Nullable Object> Run<R> start(String id, MethodRef.F0<R> method) {
        return begin(id, true, References.resolve(method), List.of());
    }

    /** Starts a run of a method with 0 arguments. */
    public final Run<@Nullable Void> start(String id, MethodRef.P0 method) {
        return begin(id, true, References.resolve(method), List.of());
    }

    /** Starts a run of a method with 0 arguments, given by its class. */
    public final <A extends @Nullable Object, R extends @Nullable Object> Run<R> start(
            String id, MethodRef.F1<A, R> method) {
        return begin(id, true, References.resolve(method), List.of());
    }

    /** Starts a run of a method with 0 arguments, given by its class. */
    public final <A extends @Nullable Object> Run<@Nullable Void> start(String id, MethodRef.P1<A> method) {
        return begin(id, true, References.resolve(method), List.of());
    }

    /** Starts a run of a method with 1 argument. */
    public final <A extends @Nullable Object, R extends @Nullable Object> Run<R> start(
            String id, MethodRef.F1<A, R> method, A a) {
        return begin(id, true, References.resolve(method), Arguments.of(a));
    }

    /** Starts a run of a method with 1 argument. */
    public final <A extends @Nullable Object> Run<@Nullable Void> start(String id, MethodRef.P1<A> method, A a) {
        return begin(id, true, References.resolve(method), Arguments.of(a));
    }

    /** Starts a run of a method with 1 argument, given by its class. */
    public final <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Run<R> start(
            String id, MethodRef.F2<A, B, R> method, B b) {
        return begin(id, true, References.resolve(method), Arguments.of(b));
    }

    /** Starts a run of a method with 1 argument, given by its class. */
    public final <A extends @Nullable Object, B extends @Nullable Object> Run<@Nullable Void> start(
            String id, MethodRef.P2<A, B> method, B b) {
        return begin(id, true, References.resolve(method), Arguments.of(b));
    }

    /** Starts a run of a method with 2 arguments. */
    public final <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Run<R> start(
            String id, MethodRef.F2<A, B, R> method, A a, B b) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b));
    }

    /** Starts a run of a method with 2 arguments. */
    public final <A extends @Nullable Object, B extends @Nullable Object> Run<@Nullable Void> start(
            String id, MethodRef.P2<A, B> method, A a, B b) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b));
    }

    /** Starts a run of a method with 2 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(String id, MethodRef.F3<A, B, C, R> method, B b, C c) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c));
    }

    /** Starts a run of a method with 2 arguments, given by its class. */
    public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            Run<@Nullable Void> start(String id, MethodRef.P3<A, B, C> method, B b, C c) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c));
    }

    /** Starts a run of a method with 3 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(String id, MethodRef.F3<A, B, C, R> method, A a, B b, C c) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b, c));
    }

    /** Starts a run of a method with 3 arguments. */
    public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            Run<@Nullable Void> start(String id, MethodRef.P3<A, B, C> method, A a, B b, C c) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b, c));
    }

    /** Starts a run of a method with 3 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(String id, MethodRef.F4<A, B, C, D, R> method, B b, C c, D d) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c, d));
    }

    /** Starts a run of a method with 3 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            Run<@Nullable Void> start(String id, MethodRef.P4<A, B, C, D> method, B b, C c, D d) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c, d));
    }

    /** Starts a run of a method with 4 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(String id, MethodRef.F4<A, B, C, D, R> method, A a, B b, C c, D d) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b, c, d));
    }

    /** Starts a run of a method with 4 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            Run<@Nullable Void> start(String id, MethodRef.P4<A, B, C, D> method, A a, B b, C c, D d) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b, c, d));
    }

    /** Starts a run of a method with 4 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(String id, MethodRef.F5<A, B, C, D, E, R> method, B b, C c, D d, E e) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c, d, e));
    }

    /** Starts a run of a method with 4 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object>
            Run<@Nullable Void> start(String id, MethodRef.P5<A, B, C, D, E> method, B b, C c, D d, E e) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c, d, e));
    }

    /** Starts a run of a method with 5 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(String id, MethodRef.F5<A, B, C, D, E, R> method, A a, B b, C c, D d, E e) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b, c, d, e));
    }

    /** Starts a run of a method with 5 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object>
            Run<@Nullable Void> start(String id, MethodRef.P5<A, B, C, D, E> method, A a, B b, C c, D d, E e) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b, c, d, e));
    }

    /** Starts a run of a method with 5 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(String id, MethodRef.F6<A, B, C, D, E, F, R> method, B b, C c, D d, E e, F f) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c, d, e, f));
    }

    /** Starts a run of a method with 5 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object>
            Run<@Nullable Void> start(String id, MethodRef.P6<A, B, C, D, E, F> method, B b, C c, D d, E e, F f) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c, d, e, f));
    }

    /** Starts a run of a method with 6 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(String id, MethodRef.F6<A, B, C, D, E, F, R> method, A a, B b, C c, D d, E e, F f) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b, c, d, e, f));
    }

    /** Starts a run of a method with 6 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object>
            Run<@Nullable Void> start(String id, MethodRef.P6<A, B, C, D, E, F> method, A a, B b, C c, D d, E e, F f) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b, c, d, e, f));
    }

    /** Starts a run of a method with 6 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(String id, MethodRef.F7<A, B, C, D, E, F, G, R> method, B b, C c, D d, E e, F f, G g) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c, d, e, f, g));
    }

    /** Starts a run of a method with 6 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object>
            Run<@Nullable Void> start(
                    String id, MethodRef.P7<A, B, C, D, E, F, G> method, B b, C c, D d, E e, F f, G g) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c, d, e, f, g));
    }

    /** Starts a run of a method with 7 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(String id, MethodRef.F7<A, B, C, D, E, F, G, R> method, A a, B b, C c, D d, E e, F f, G g) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b, c, d, e, f, g));
    }

    /** Starts a run of a method with 7 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object>
            Run<@Nullable Void> start(
                    String id, MethodRef.P7<A, B, C, D, E, F, G> method, A a, B b, C c, D d, E e, F f, G g) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b, c, d, e, f, g));
    }

    /** Starts a run of a method with 7 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(String id, MethodRef.F8<A, B, C, D, E, F, G, H, R> method, B b, C c, D d, E e, F f, G g, H h) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c, d, e, f, g, h));
    }

    /** Starts a run of a method with 7 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object>
            Run<@Nullable Void> start(
                    String id, MethodRef.P8<A, B, C, D, E, F, G, H> method, B b, C c, D d, E e, F f, G g, H h) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c, d, e, f, g, h));
    }

    /** Starts a run of a method with 8 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(
                    String id, MethodRef.F8<A, B, C, D, E, F, G, H, R> method, A a, B b, C c, D d, E e, F f, G g, H h) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b, c, d, e, f, g, h));
    }

    /** Starts a run of a method with 8 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object>
            Run<@Nullable Void> start(
                    String id, MethodRef.P8<A, B, C, D, E, F, G, H> method, A a, B b, C c, D d, E e, F f, G g, H h) {
        return begin(id, true, References.resolve(method), Arguments.of(a, b, c, d, e, f, g, h));
    }

    /** Starts a run of a method with 8 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    I extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(
                    String id,
                    MethodRef.F9<A, B, C, D, E, F, G, H, I, R> method,
                    B b,
                    C c,
                    D d,
                    E e,
                    F f,
                    G g,
                    H h,
                    I i) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c, d, e, f, g, h, i));
    }

    /** Starts a run of a method with 8 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    I extends @Nullable Object>
            Run<@Nullable Void> start(
                    String id, MethodRef.P9<A, B, C, D, E, F, G, H, I> method, B b, C c, D d, E e, F f, G g, H h, I i) {
        return begin(id, true, References.resolve(method), Arguments.of(b, c, d, e, f, g, h, i));
    }

    /** Starts a run, under a new id, of a method with 0 arguments. */
    public final <R extends @Nullable Object> Run<R> start(MethodRef.F0<R> method) {
        return begin(null, false, References.resolve(method), List.of());
    }

    /** Starts a run, under a new id, of a method with 0 arguments. */
    public final Run<@Nullable Void> start(MethodRef.P0 method) {
        return begin(null, false, References.resolve(method), List.of());
    }

    /** Starts a run, under a new id, of a method with 0 arguments, given by its class. */
    public final <A extends @Nullable Object, R extends @Nullable Object> Run<R> start(MethodRef.F1<A, R> method) {
        return begin(null, false, References.resolve(method), List.of());
    }

    /** Starts a run, under a new id, of a method with 0 arguments, given by its class. */
    public final <A extends @Nullable Object> Run<@Nullable Void> start(MethodRef.P1<A> method) {
        return begin(null, false, References.resolve(method), List.of());
    }

    /** Starts a run, under a new id, of a method with 1 argument. */
    public final <A extends @Nullable Object, R extends @Nullable Object> Run<R> start(MethodRef.F1<A, R> method, A a) {
        return begin(null, false, References.resolve(method), Arguments.of(a));
    }

    /** Starts a run, under a new id, of a method with 1 argument. */
    public final <A extends @Nullable Object> Run<@Nullable Void> start(MethodRef.P1<A> method, A a) {
        return begin(null, false, References.resolve(method), Arguments.of(a));
    }

    /** Starts a run, under a new id, of a method with 1 argument, given by its class. */
    public final <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Run<R> start(
            MethodRef.F2<A, B, R> method, B b) {
        return begin(null, false, References.resolve(method), Arguments.of(b));
    }

    /** Starts a run, under a new id, of a method with 1 argument, given by its class. */
    public final <A extends @Nullable Object, B extends @Nullable Object> Run<@Nullable Void> start(
            MethodRef.P2<A, B> method, B b) {
        return begin(null, false, References.resolve(method), Arguments.of(b));
    }

    /** Starts a run, under a new id, of a method with 2 arguments. */
    public final <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Run<R> start(
            MethodRef.F2<A, B, R> method, A a, B b) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b));
    }

    /** Starts a run, under a new id, of a method with 2 arguments. */
    public final <A extends @Nullable Object, B extends @Nullable Object> Run<@Nullable Void> start(
            MethodRef.P2<A, B> method, A a, B b) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b));
    }

    /** Starts a run, under a new id, of a method with 2 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F3<A, B, C, R> method, B b, C c) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c));
    }

    /** Starts a run, under a new id, of a method with 2 arguments, given by its class. */
    public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            Run<@Nullable Void> start(MethodRef.P3<A, B, C> method, B b, C c) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c));
    }

    /** Starts a run, under a new id, of a method with 3 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F3<A, B, C, R> method, A a, B b, C c) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b, c));
    }

    /** Starts a run, under a new id, of a method with 3 arguments. */
    public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            Run<@Nullable Void> start(MethodRef.P3<A, B, C> method, A a, B b, C c) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b, c));
    }

    /** Starts a run, under a new id, of a method with 3 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F4<A, B, C, D, R> method, B b, C c, D d) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c, d));
    }

    /** Starts a run, under a new id, of a method with 3 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            Run<@Nullable Void> start(MethodRef.P4<A, B, C, D> method, B b, C c, D d) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c, d));
    }

    /** Starts a run, under a new id, of a method with 4 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F4<A, B, C, D, R> method, A a, B b, C c, D d) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b, c, d));
    }

    /** Starts a run, under a new id, of a method with 4 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            Run<@Nullable Void> start(MethodRef.P4<A, B, C, D> method, A a, B b, C c, D d) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b, c, d));
    }

    /** Starts a run, under a new id, of a method with 4 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F5<A, B, C, D, E, R> method, B b, C c, D d, E e) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c, d, e));
    }

    /** Starts a run, under a new id, of a method with 4 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object>
            Run<@Nullable Void> start(MethodRef.P5<A, B, C, D, E> method, B b, C c, D d, E e) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c, d, e));
    }

    /** Starts a run, under a new id, of a method with 5 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F5<A, B, C, D, E, R> method, A a, B b, C c, D d, E e) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b, c, d, e));
    }

    /** Starts a run, under a new id, of a method with 5 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object>
            Run<@Nullable Void> start(MethodRef.P5<A, B, C, D, E> method, A a, B b, C c, D d, E e) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b, c, d, e));
    }

    /** Starts a run, under a new id, of a method with 5 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F6<A, B, C, D, E, F, R> method, B b, C c, D d, E e, F f) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c, d, e, f));
    }

    /** Starts a run, under a new id, of a method with 5 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object>
            Run<@Nullable Void> start(MethodRef.P6<A, B, C, D, E, F> method, B b, C c, D d, E e, F f) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c, d, e, f));
    }

    /** Starts a run, under a new id, of a method with 6 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F6<A, B, C, D, E, F, R> method, A a, B b, C c, D d, E e, F f) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b, c, d, e, f));
    }

    /** Starts a run, under a new id, of a method with 6 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object>
            Run<@Nullable Void> start(MethodRef.P6<A, B, C, D, E, F> method, A a, B b, C c, D d, E e, F f) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b, c, d, e, f));
    }

    /** Starts a run, under a new id, of a method with 6 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F7<A, B, C, D, E, F, G, R> method, B b, C c, D d, E e, F f, G g) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c, d, e, f, g));
    }

    /** Starts a run, under a new id, of a method with 6 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object>
            Run<@Nullable Void> start(MethodRef.P7<A, B, C, D, E, F, G> method, B b, C c, D d, E e, F f, G g) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c, d, e, f, g));
    }

    /** Starts a run, under a new id, of a method with 7 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F7<A, B, C, D, E, F, G, R> method, A a, B b, C c, D d, E e, F f, G g) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b, c, d, e, f, g));
    }

    /** Starts a run, under a new id, of a method with 7 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object>
            Run<@Nullable Void> start(MethodRef.P7<A, B, C, D, E, F, G> method, A a, B b, C c, D d, E e, F f, G g) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b, c, d, e, f, g));
    }

    /** Starts a run, under a new id, of a method with 7 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F8<A, B, C, D, E, F, G, H, R> method, B b, C c, D d, E e, F f, G g, H h) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c, d, e, f, g, h));
    }

    /** Starts a run, under a new id, of a method with 7 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object>
            Run<@Nullable Void> start(MethodRef.P8<A, B, C, D, E, F, G, H> method, B b, C c, D d, E e, F f, G g, H h) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c, d, e, f, g, h));
    }

    /** Starts a run, under a new id, of a method with 8 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F8<A, B, C, D, E, F, G, H, R> method, A a, B b, C c, D d, E e, F f, G g, H h) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b, c, d, e, f, g, h));
    }

    /** Starts a run, under a new id, of a method with 8 arguments. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object>
            Run<@Nullable Void> start(
                    MethodRef.P8<A, B, C, D, E, F, G, H> method, A a, B b, C c, D d, E e, F f, G g, H h) {
        return begin(null, false, References.resolve(method), Arguments.of(a, b, c, d, e, f, g, h));
    }

    /** Starts a run, under a new id, of a method with 8 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    I extends @Nullable Object,
                    R extends @Nullable Object>
            Run<R> start(MethodRef.F9<A, B, C, D, E, F, G, H, I, R> method, B b, C c, D d, E e, F f, G g, H h, I i) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c, d, e, f, g, h, i));
    }

    /** Starts a run, under a new id, of a method with 8 arguments, given by its class. */
    public final <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    I extends @Nullable Object>
            Run<@Nullable Void> start(
                    MethodRef.P9<A, B, C, D, E, F, G, H, I> method, B b, C c, D d, E e, F f, G g, H h, I i) {
        return begin(null, false, References.resolve(method), Arguments.of(b, c, d, e, f, g, h, i));
    }
}
