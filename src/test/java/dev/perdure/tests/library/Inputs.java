package dev.perdure.tests.library;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Arguments for methods of any signature of these types: edges, small numbers, and chance. */
final class Inputs {
    private static final int[] INTS = {0, 1, 2, 3, 4, 5, 7, 10, 13, 16, 31, 32, 64, 97, 127, 255, -1, -2, -7, -128};
    private static final long[] LONGS = {0, 1, 2, 3, 5, 10, 12, 60, 1000, 65_537, -1, -5};
    private static final long[] EDGES = {Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE, 1L << 40};
    private static final double[] DOUBLES = {0, -0.0, 1, -1, 0.5, 2, 3.25, 10, 1e-9, 1e12, Math.PI, Double.NaN, -1e300};
    private static final String CHARS = "aAbzZ019 ,.-_\t\n\\'\"/:é߀";
    private static final String[] TEXTS = {
        "",
        " ",
        "a",
        "abc",
        "Abc",
        "aBC dEf",
        "hello world",
        "  trim me  ",
        "a,b,,c",
        "12",
        "-3.50",
        "0x1F",
        "1e5",
        "true",
        "no",
        "\u00e9t\u00e9",
        "\ud83d\ude00x",
        "aaa",
        "abcabc",
        "x.y.z",
        "${name}",
        "Schmidt",
        "Washington",
        "\t\n",
        "I"
    };

    private static final Map<Class<?>, Function<Random, Object>> MAKERS = Map.ofEntries(
            Map.entry(boolean.class, Random::nextBoolean),
            Map.entry(byte.class, random -> (byte) INTS[random.nextInt(INTS.length)]),
            Map.entry(short.class, random -> (short) INTS[random.nextInt(INTS.length)]),
            Map.entry(char.class, random -> CHARS.charAt(random.nextInt(CHARS.length()))),
            Map.entry(int.class, random -> INTS[random.nextInt(INTS.length)]),
            Map.entry(long.class, random -> LONGS[random.nextInt(LONGS.length)]),
            Map.entry(float.class, random -> (float) DOUBLES[random.nextInt(DOUBLES.length)]),
            Map.entry(double.class, random -> DOUBLES[random.nextInt(DOUBLES.length)]),
            Map.entry(
                    BigDecimal.class,
                    random -> BigDecimal.valueOf(LONGS[random.nextInt(LONGS.length)], random.nextInt(4))),
            Map.entry(BigInteger.class, random -> BigInteger.valueOf(LONGS[random.nextInt(LONGS.length)])),
            Map.entry(String.class, random -> TEXTS[random.nextInt(TEXTS.length)]));
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            Boolean.class, boolean.class,
            Byte.class, byte.class,
            Short.class, short.class,
            Character.class, char.class,
            Integer.class, int.class,
            Long.class, long.class,
            Float.class, float.class,
            Double.class, double.class,
            CharSequence.class, String.class);
    private static final int NULLS = 12;
    private static final int LENGTH = 6;

    private Inputs() {}

    /** Whether arguments of these types can be made. */
    static boolean known(Class<?>[] types) {
        return Arrays.stream(types).allMatch(Inputs::known);
    }

    private static boolean known(Class<?> type) {
        if (type.isArray()) return known(type.getComponentType());
        return MAKERS.containsKey(type) || BOXES.containsKey(type) || type.isEnum();
    }

    /** Arguments of these types; the same seed makes equal ones. */
    @SuppressWarnings("NullAway") // arguments may be null
    static Object[] of(Class<?>[] types, long seed) {
        var random = new Random(seed);
        var arguments = new Object[types.length];
        // a big number may mean that many digits or elements
        var edges = Arrays.stream(types).allMatch(Class::isPrimitive) && random.nextInt(3) == 0;
        for (var i = 0; i < types.length; i++)
            arguments[i] = edges && types[i] == long.class ? EDGES[random.nextInt(EDGES.length)] : of(types[i], random);
        return arguments;
    }

    private static @Nullable Object of(Class<?> type, Random random) {
        if (!type.isPrimitive() && random.nextInt(NULLS) == 0) return null;
        if (type.isEnum()) return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        if (type.isArray()) return array(type.getComponentType(), random);
        var maker = MAKERS.get(BOXES.getOrDefault(type, type));
        if (maker == null) throw new IllegalArgumentException("no arguments of " + type);
        return maker.apply(random);
    }

    private static Object array(Class<?> component, Random random) {
        var array = Array.newInstance(component, random.nextInt(LENGTH));
        for (var i = 0; i < Array.getLength(array); i++) Array.set(array, i, of(component, random));
        return array;
    }
}
