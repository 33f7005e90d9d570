package dev.perdure.tests.fuzz;

import org.jspecify.annotations.Nullable;

/** A sealed type for programs. */
public sealed interface Shape {
    /** Round. */
    record Circle(double radius) implements Shape {}

    /** Square, with a corner. */
    record Box(int width, @Nullable Point corner) implements Shape {}

    /** Of no size. */
    enum Dot implements Shape {
        /** The only one. */
        ONLY
    }
}
