package dev.perdure.tests.fuzz;

import dev.perdure.tests.harness.Bad;
import dev.perdure.tests.harness.Oops;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs inherit: members of every sort to meet in an expression. */
public abstract class Programs {
    /** A constant. */
    protected static final int CONSTANT = 3;

    /** A field that no program writes. */
    protected final int field = 5;

    /** An array that no program writes. */
    public final int[] table = {1, 2, 3};

    /** The same. */
    public <T extends @Nullable Object> T same(T value) {
        return value;
    }

    /** The first. */
    protected static <T extends @Nullable Object> T first(T first, @Nullable Object... rest) {
        return first;
    }

    /** The last. */
    public static <T extends @Nullable Object> T last(@Nullable Object first, T last) {
        return last;
    }

    /** The same, known only as one of several. */
    public static @Nullable Shape shape(@Nullable Shape shape) {
        return shape;
    }

    /** A number that tells the order of three. */
    public static int mix(int a, int b, int c) {
        return a * 31 + b * 7 + c;
    }

    /** A color. */
    protected static Color color(int number) {
        return List.of(Color.values()).get(at(number, 3));
    }

    /** An overload. */
    protected static String over(int value) {
        return "int" + value;
    }

    /** An overload. */
    protected static String over(long value) {
        return "long" + value;
    }

    /** An overload. */
    protected static String over(@Nullable Object value) {
        return "object" + (value instanceof Object[] array ? Arrays.deepToString(array) : "");
    }

    /** An index into something of this length. */
    public static int at(int index, int length) {
        return length == 0 ? 0 : Math.floorMod(index, length);
    }

    /** What a caught exception says, without what depends on names of locals. */
    public static String said(Throwable failure) {
        var ours = failure instanceof Oops || failure instanceof Bad || failure instanceof IllegalStateException;
        return failure.getClass().getSimpleName() + (ours ? failure.getMessage() : "");
    }
}
