package dev.perdure.tests.fuzz;

import org.jspecify.annotations.Nullable;

/** A record for programs. */
public record Point(int x, @Nullable String name) {
    /** Another point. */
    public Point moved(int by) {
        return new Point(x + by, name);
    }
}
