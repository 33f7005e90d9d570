package dev.perdure.tests.fuzz;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A kind that the compiler knows the type of. The constants are named like the kinds. */
@SuppressWarnings("UnusedTypeParameter") // it tells the compiler what comes back
public record Of<T>(String name) {
    public static final Of<Integer> INT = new Of<>("INT");
    public static final Of<String> STRING = new Of<>("STRING");
    public static final Of<Boolean> BOOLEAN = new Of<>("BOOLEAN");
    public static final Of<Long> LONG = new Of<>("LONG");
    public static final Of<Short> SHORT = new Of<>("SHORT");
    public static final Of<Byte> BYTE = new Of<>("BYTE");
    public static final Of<Character> CHAR = new Of<>("CHAR");
    public static final Of<Float> FLOAT = new Of<>("FLOAT");
    public static final Of<Double> DOUBLE = new Of<>("DOUBLE");
    public static final Of<Integer> INTEGER_BOX = new Of<>("INTEGER_BOX");
    public static final Of<Long> LONG_BOX = new Of<>("LONG_BOX");
    public static final Of<Character> CHARACTER_BOX = new Of<>("CHARACTER_BOX");
    public static final Of<Boolean> BOOLEAN_BOX = new Of<>("BOOLEAN_BOX");
    public static final Of<Double> DOUBLE_BOX = new Of<>("DOUBLE_BOX");
    public static final Of<BigDecimal> DECIMAL = new Of<>("DECIMAL");
    public static final Of<UUID> ID = new Of<>("ID");
    public static final Of<LocalDate> DATE = new Of<>("DATE");
    public static final Of<Instant> MOMENT = new Of<>("MOMENT");
    public static final Of<Duration> TIME = new Of<>("TIME");
    public static final Of<Color> COLOR = new Of<>("COLOR");
    public static final Of<Point> POINT = new Of<>("POINT");
    public static final Of<Shape> SHAPE = new Of<>("SHAPE");
    public static final Of<Optional<String>> OPTIONAL = new Of<>("OPTIONAL");
    public static final Of<int[]> INTS = new Of<>("INTS");
    public static final Of<String[]> STRINGS = new Of<>("STRINGS");
    public static final Of<int[][]> GRID = new Of<>("GRID");
    public static final Of<List<Integer>> INT_LIST = new Of<>("INT_LIST");
    public static final Of<List<String>> STRING_LIST = new Of<>("STRING_LIST");
    public static final Of<List<Point>> POINT_LIST = new Of<>("POINT_LIST");
    public static final Of<Set<String>> STRING_SET = new Of<>("STRING_SET");
    public static final Of<Map<String, Integer>> MAP = new Of<>("MAP");

    Kind kind() {
        return Kind.valueOf(name);
    }
}
