package dev.perdure;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a durable method, such as {@code OrderFlow::place}, {@code orders::place} or a static method's. It is never
 * called: the engine reads from its serialized form which method it names, once per call site. {@code F} with a number of
 * arguments returns a value, {@code P} returns none; the receiver of an unbound reference counts as the first argument.
 */
public interface MethodRef extends Serializable {
    /** A method of 0 arguments with a result. */
    @FunctionalInterface
    interface F0<R extends @Nullable Object> extends MethodRef {
        /** The method's shape. */
        R call() throws Throwable;
    }

    /** A method of 1 argument with a result. */
    @FunctionalInterface
    interface F1<A extends @Nullable Object, R extends @Nullable Object> extends MethodRef {
        /** The method's shape. */
        R call(A a) throws Throwable;
    }

    /** A method of 2 arguments with a result. */
    @FunctionalInterface
    interface F2<A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> extends MethodRef {
        /** The method's shape. */
        R call(A a, B b) throws Throwable;
    }

    /** A method of 3 arguments with a result. */
    @FunctionalInterface
    interface F3<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    R extends @Nullable Object>
            extends MethodRef {
        /** The method's shape. */
        R call(A a, B b, C c) throws Throwable;
    }

    /** A method of 4 arguments with a result. */
    @FunctionalInterface
    interface F4<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    R extends @Nullable Object>
            extends MethodRef {
        /** The method's shape. */
        R call(A a, B b, C c, D d) throws Throwable;
    }

    /** A method of 5 arguments with a result. */
    @FunctionalInterface
    interface F5<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    R extends @Nullable Object>
            extends MethodRef {
        /** The method's shape. */
        R call(A a, B b, C c, D d, E e) throws Throwable;
    }

    /** A method of 6 arguments with a result. */
    @FunctionalInterface
    interface F6<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    R extends @Nullable Object>
            extends MethodRef {
        /** The method's shape. */
        R call(A a, B b, C c, D d, E e, F f) throws Throwable;
    }

    /** A method of 7 arguments with a result. */
    @FunctionalInterface
    interface F7<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    R extends @Nullable Object>
            extends MethodRef {
        /** The method's shape. */
        R call(A a, B b, C c, D d, E e, F f, G g) throws Throwable;
    }

    /** A method of 8 arguments with a result. */
    @FunctionalInterface
    interface F8<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    R extends @Nullable Object>
            extends MethodRef {
        /** The method's shape. */
        R call(A a, B b, C c, D d, E e, F f, G g, H h) throws Throwable;
    }

    /** A method of 9 arguments with a result. */
    @FunctionalInterface
    interface F9<
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
            extends MethodRef {
        /** The method's shape. */
        R call(A a, B b, C c, D d, E e, F f, G g, H h, I i) throws Throwable;
    }

    /** A method of 0 arguments without a result. */
    @FunctionalInterface
    interface P0 extends MethodRef {
        /** The method's shape. */
        void call() throws Throwable;
    }

    /** A method of 1 argument without a result. */
    @FunctionalInterface
    interface P1<A extends @Nullable Object> extends MethodRef {
        /** The method's shape. */
        void call(A a) throws Throwable;
    }

    /** A method of 2 arguments without a result. */
    @FunctionalInterface
    interface P2<A extends @Nullable Object, B extends @Nullable Object> extends MethodRef {
        /** The method's shape. */
        void call(A a, B b) throws Throwable;
    }

    /** A method of 3 arguments without a result. */
    @FunctionalInterface
    interface P3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> extends MethodRef {
        /** The method's shape. */
        void call(A a, B b, C c) throws Throwable;
    }

    /** A method of 4 arguments without a result. */
    @FunctionalInterface
    interface P4<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            extends MethodRef {
        /** The method's shape. */
        void call(A a, B b, C c, D d) throws Throwable;
    }

    /** A method of 5 arguments without a result. */
    @FunctionalInterface
    interface P5<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object>
            extends MethodRef {
        /** The method's shape. */
        void call(A a, B b, C c, D d, E e) throws Throwable;
    }

    /** A method of 6 arguments without a result. */
    @FunctionalInterface
    interface P6<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object>
            extends MethodRef {
        /** The method's shape. */
        void call(A a, B b, C c, D d, E e, F f) throws Throwable;
    }

    /** A method of 7 arguments without a result. */
    @FunctionalInterface
    interface P7<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object>
            extends MethodRef {
        /** The method's shape. */
        void call(A a, B b, C c, D d, E e, F f, G g) throws Throwable;
    }

    /** A method of 8 arguments without a result. */
    @FunctionalInterface
    interface P8<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object>
            extends MethodRef {
        /** The method's shape. */
        void call(A a, B b, C c, D d, E e, F f, G g, H h) throws Throwable;
    }

    /** A method of 9 arguments without a result. */
    @FunctionalInterface
    interface P9<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    I extends @Nullable Object>
            extends MethodRef {
        /** The method's shape. */
        void call(A a, B b, C c, D d, E e, F f, G g, H h, I i) throws Throwable;
    }
}
