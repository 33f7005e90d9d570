package dev.perdure;

import org.jspecify.annotations.Nullable;

/**
 * The ways to spawn a child run: {@code spawn(Flow::method, arguments…)}, by a reference to its method as in {@code
 * engine.start}. Part of {@link Perdure}.
 *
 * <pre>{@code
 * Run<Label> child = spawn(Shipping::label, parcel).get();
 * …
 * var label = await(child).get();
 * }</pre>
 *
 * <p>The child is started in the same write as the await is recorded in: every visit makes one child, also across crashes. Its
 * end reaches its parent once.
 */
@SuppressWarnings("overloads") // references to methods that are not overloaded are never ambiguous
public abstract class Spawns {
    Spawns() {}

    /** A child run of a method with 0 arguments. */
    public static <R extends @Nullable Object> Spawn<R> spawn(MethodRef.F0<R> method) {
        return Spawn.of(method);
    }

    /** A child run of a method with 0 arguments. */
    public static Spawn<@Nullable Void> spawn(MethodRef.P0 method) {
        return Spawn.of(method);
    }

    /** A child run of a method with 0 arguments, given by its class. */
    public static <A extends @Nullable Object, R extends @Nullable Object> Spawn<R> spawn(MethodRef.F1<A, R> method) {
        return Spawn.of(method);
    }

    /** A child run of a method with 0 arguments, given by its class. */
    public static <A extends @Nullable Object> Spawn<@Nullable Void> spawn(MethodRef.P1<A> method) {
        return Spawn.of(method);
    }

    /** A child run of a method with 1 argument. */
    public static <A extends @Nullable Object, R extends @Nullable Object> Spawn<R> spawn(
            MethodRef.F1<A, R> method, A a) {
        return Spawn.of(method, a);
    }

    /** A child run of a method with 1 argument. */
    public static <A extends @Nullable Object> Spawn<@Nullable Void> spawn(MethodRef.P1<A> method, A a) {
        return Spawn.of(method, a);
    }

    /** A child run of a method with 1 argument, given by its class. */
    public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Spawn<R> spawn(
            MethodRef.F2<A, B, R> method, B b) {
        return Spawn.of(method, b);
    }

    /** A child run of a method with 1 argument, given by its class. */
    public static <A extends @Nullable Object, B extends @Nullable Object> Spawn<@Nullable Void> spawn(
            MethodRef.P2<A, B> method, B b) {
        return Spawn.of(method, b);
    }

    /** A child run of a method with 2 arguments. */
    public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Spawn<R> spawn(
            MethodRef.F2<A, B, R> method, A a, B b) {
        return Spawn.of(method, a, b);
    }

    /** A child run of a method with 2 arguments. */
    public static <A extends @Nullable Object, B extends @Nullable Object> Spawn<@Nullable Void> spawn(
            MethodRef.P2<A, B> method, A a, B b) {
        return Spawn.of(method, a, b);
    }

    /** A child run of a method with 2 arguments, given by its class. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            Spawn<R> spawn(MethodRef.F3<A, B, C, R> method, B b, C c) {
        return Spawn.of(method, b, c);
    }

    /** A child run of a method with 2 arguments, given by its class. */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            Spawn<@Nullable Void> spawn(MethodRef.P3<A, B, C> method, B b, C c) {
        return Spawn.of(method, b, c);
    }

    /** A child run of a method with 3 arguments. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            Spawn<R> spawn(MethodRef.F3<A, B, C, R> method, A a, B b, C c) {
        return Spawn.of(method, a, b, c);
    }

    /** A child run of a method with 3 arguments. */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            Spawn<@Nullable Void> spawn(MethodRef.P3<A, B, C> method, A a, B b, C c) {
        return Spawn.of(method, a, b, c);
    }

    /** A child run of a method with 3 arguments, given by its class. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    R extends @Nullable Object>
            Spawn<R> spawn(MethodRef.F4<A, B, C, D, R> method, B b, C c, D d) {
        return Spawn.of(method, b, c, d);
    }

    /** A child run of a method with 3 arguments, given by its class. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            Spawn<@Nullable Void> spawn(MethodRef.P4<A, B, C, D> method, B b, C c, D d) {
        return Spawn.of(method, b, c, d);
    }

    /** A child run of a method with 4 arguments. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    R extends @Nullable Object>
            Spawn<R> spawn(MethodRef.F4<A, B, C, D, R> method, A a, B b, C c, D d) {
        return Spawn.of(method, a, b, c, d);
    }

    /** A child run of a method with 4 arguments. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            Spawn<@Nullable Void> spawn(MethodRef.P4<A, B, C, D> method, A a, B b, C c, D d) {
        return Spawn.of(method, a, b, c, d);
    }

    /** A child run of a method with 4 arguments, given by its class. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    R extends @Nullable Object>
            Spawn<R> spawn(MethodRef.F5<A, B, C, D, E, R> method, B b, C c, D d, E e) {
        return Spawn.of(method, b, c, d, e);
    }

    /** A child run of a method with 4 arguments, given by its class. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object>
            Spawn<@Nullable Void> spawn(MethodRef.P5<A, B, C, D, E> method, B b, C c, D d, E e) {
        return Spawn.of(method, b, c, d, e);
    }

    /** A child run of a method with 5 arguments. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    R extends @Nullable Object>
            Spawn<R> spawn(MethodRef.F5<A, B, C, D, E, R> method, A a, B b, C c, D d, E e) {
        return Spawn.of(method, a, b, c, d, e);
    }

    /** A child run of a method with 5 arguments. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object>
            Spawn<@Nullable Void> spawn(MethodRef.P5<A, B, C, D, E> method, A a, B b, C c, D d, E e) {
        return Spawn.of(method, a, b, c, d, e);
    }

    /** A child run of a method with 5 arguments, given by its class. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    R extends @Nullable Object>
            Spawn<R> spawn(MethodRef.F6<A, B, C, D, E, F, R> method, B b, C c, D d, E e, F f) {
        return Spawn.of(method, b, c, d, e, f);
    }

    /** A child run of a method with 5 arguments, given by its class. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object>
            Spawn<@Nullable Void> spawn(MethodRef.P6<A, B, C, D, E, F> method, B b, C c, D d, E e, F f) {
        return Spawn.of(method, b, c, d, e, f);
    }

    /** A child run of a method with 6 arguments. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    R extends @Nullable Object>
            Spawn<R> spawn(MethodRef.F6<A, B, C, D, E, F, R> method, A a, B b, C c, D d, E e, F f) {
        return Spawn.of(method, a, b, c, d, e, f);
    }

    /** A child run of a method with 6 arguments. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object>
            Spawn<@Nullable Void> spawn(MethodRef.P6<A, B, C, D, E, F> method, A a, B b, C c, D d, E e, F f) {
        return Spawn.of(method, a, b, c, d, e, f);
    }

    /** A child run of a method with 6 arguments, given by its class. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    R extends @Nullable Object>
            Spawn<R> spawn(MethodRef.F7<A, B, C, D, E, F, G, R> method, B b, C c, D d, E e, F f, G g) {
        return Spawn.of(method, b, c, d, e, f, g);
    }

    /** A child run of a method with 6 arguments, given by its class. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object>
            Spawn<@Nullable Void> spawn(MethodRef.P7<A, B, C, D, E, F, G> method, B b, C c, D d, E e, F f, G g) {
        return Spawn.of(method, b, c, d, e, f, g);
    }

    /** A child run of a method with 7 arguments. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    R extends @Nullable Object>
            Spawn<R> spawn(MethodRef.F7<A, B, C, D, E, F, G, R> method, A a, B b, C c, D d, E e, F f, G g) {
        return Spawn.of(method, a, b, c, d, e, f, g);
    }

    /** A child run of a method with 7 arguments. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object>
            Spawn<@Nullable Void> spawn(MethodRef.P7<A, B, C, D, E, F, G> method, A a, B b, C c, D d, E e, F f, G g) {
        return Spawn.of(method, a, b, c, d, e, f, g);
    }

    /** A child run of a method with 7 arguments, given by its class. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    R extends @Nullable Object>
            Spawn<R> spawn(MethodRef.F8<A, B, C, D, E, F, G, H, R> method, B b, C c, D d, E e, F f, G g, H h) {
        return Spawn.of(method, b, c, d, e, f, g, h);
    }

    /** A child run of a method with 7 arguments, given by its class. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object>
            Spawn<@Nullable Void> spawn(
                    MethodRef.P8<A, B, C, D, E, F, G, H> method, B b, C c, D d, E e, F f, G g, H h) {
        return Spawn.of(method, b, c, d, e, f, g, h);
    }

    /** A child run of a method with 8 arguments. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    R extends @Nullable Object>
            Spawn<R> spawn(MethodRef.F8<A, B, C, D, E, F, G, H, R> method, A a, B b, C c, D d, E e, F f, G g, H h) {
        return Spawn.of(method, a, b, c, d, e, f, g, h);
    }

    /** A child run of a method with 8 arguments. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object>
            Spawn<@Nullable Void> spawn(
                    MethodRef.P8<A, B, C, D, E, F, G, H> method, A a, B b, C c, D d, E e, F f, G g, H h) {
        return Spawn.of(method, a, b, c, d, e, f, g, h);
    }

    /** A child run of a method with 8 arguments, given by its class. */
    public static <
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
            Spawn<R> spawn(MethodRef.F9<A, B, C, D, E, F, G, H, I, R> method, B b, C c, D d, E e, F f, G g, H h, I i) {
        return Spawn.of(method, b, c, d, e, f, g, h, i);
    }

    /** A child run of a method with 8 arguments, given by its class. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    I extends @Nullable Object>
            Spawn<@Nullable Void> spawn(
                    MethodRef.P9<A, B, C, D, E, F, G, H, I> method, B b, C c, D d, E e, F f, G g, H h, I i) {
        return Spawn.of(method, b, c, d, e, f, g, h, i);
    }
}
