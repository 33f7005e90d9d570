package dev.perdure.tests.library;

import dev.perdure.Step;
import dev.perdure.tests.harness.Effects;
import org.jspecify.annotations.Nullable;

/** The step that is put round expressions: logs the value and gives it back. */
public final class Same {
    private Same() {}

    /** Logs what is awaited in an execution; what a method does between its awaits may be done again. */
    private static void log(@Nullable Object value) {
        if (Effects.running() && Chain.isAwaited()) Effects.now().record("same", value);
    }

    /** Any object. */
    @Step
    public static <T extends @Nullable Object> T same(T value) {
        log(value);
        return value;
    }

    /** A primitive. */
    @Step
    public static boolean same(boolean value) {
        log(value);
        return value;
    }

    /** A primitive. */
    @Step
    public static byte same(byte value) {
        log(value);
        return value;
    }

    /** A primitive. */
    @Step
    public static short same(short value) {
        log(value);
        return value;
    }

    /** A primitive. */
    @Step
    public static char same(char value) {
        log(value);
        return value;
    }

    /** A primitive. */
    @Step
    public static int same(int value) {
        log(value);
        return value;
    }

    /** A primitive. */
    @Step
    public static long same(long value) {
        log(value);
        return value;
    }

    /** A primitive. */
    @Step
    public static float same(float value) {
        log(value);
        return value;
    }

    /** A primitive. */
    @Step
    public static double same(double value) {
        log(value);
        return value;
    }
}
