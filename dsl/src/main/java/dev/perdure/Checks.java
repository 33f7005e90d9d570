package dev.perdure;

import java.time.Duration;
import java.util.Objects;

/** Argument checks whose messages show the bad value and what would be right. */
final class Checks {
    /** The longest name of an await, a signal or a run, in characters. */
    static final int MAX_NAME = 255;

    private Checks() {}

    static InvalidArgument bad(String what, Object value, String expected) {
        return new InvalidArgument(what + " is " + value + "; it must be " + expected);
    }

    static Duration notNegative(String what, Duration value) {
        if (Objects.requireNonNull(value, what).isNegative()) throw bad(what, value, "zero or more");
        return value;
    }

    static Duration positive(String what, Duration value) {
        if (notNegative(what, value).isZero()) throw bad(what, value, "more than zero");
        return value;
    }

    static String name(String what, String value) {
        if (Objects.requireNonNull(value, what).isBlank()) throw bad(what, "blank", "a name");
        if (value.length() > MAX_NAME)
            throw bad(what, value.length() + " characters long", "at most " + MAX_NAME + " characters");
        return value;
    }
}
