package dev.perdure.tests.fuzz;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of every kind, made from a number; collections are fresh and can be changed. */
final class Samples {
    private Samples() {}

    static @Nullable Object of(Kind kind, long hash) {
        var small = (int) Math.floorMod(hash >>> 8, 14L) - 3;
        if (!kind.primitive() && !kind.mutable() && Math.floorMod(hash, 29L) == 0) return null;
        return switch (kind) {
            case INT, INTEGER_BOX -> small == 6 ? 70_006 : small;
            case STRING -> string(small);
            case BOOLEAN, BOOLEAN_BOX -> small % 2 == 0;
            case LONG, LONG_BOX -> small == 3 ? hash : (long) small;
            case SHORT -> (short) (small * 4_000);
            case BYTE -> (byte) (small * 20);
            case CHAR, CHARACTER_BOX -> (char) ('d' + small);
            case FLOAT -> small / 4f;
            case DOUBLE, DOUBLE_BOX -> small == 5 ? Double.NaN : small / 8.0;
            default -> object(kind, small);
        };
    }

    private static String string(int small) {
        return small < 0 ? "" : "s" + small;
    }

    private static Object object(Kind kind, int small) {
        return switch (kind) {
            case DECIMAL -> new BigDecimal(small).setScale(Math.floorMod(small, 3));
            case ID -> new UUID(small, 7);
            case DATE -> LocalDate.of(2024, 2, 27).plusDays(small);
            case MOMENT -> Instant.ofEpochSecond(small, 5);
            case TIME -> Duration.ofMillis(small * 100L);
            case COLOR -> List.of(Color.values()).get(Math.floorMod(small, 3));
            case POINT -> new Point(small, string(small));
            case SHAPE ->
                small < 0
                        ? Shape.Dot.ONLY
                        : small < 5 ? new Shape.Circle(small) : new Shape.Box(small, new Point(1, null));
            case OPTIONAL -> small < 3 ? Optional.empty() : Optional.of(string(small));
            default -> container(kind, small);
        };
    }

    private static Object container(Kind kind, int small) {
        return switch (kind) {
            case INTS -> new int[] {small, 2, small + 1};
            case STRINGS -> new String[] {string(small), "t", null};
            case GRID -> new int[][] {{small, 1}, {2, 3}};
            case INT_LIST -> new ArrayList<>(List.of(small, 4));
            case STRING_LIST -> new ArrayList<>(List.of(string(small), "u"));
            case POINT_LIST -> new ArrayList<>(List.of(new Point(small, "v")));
            case STRING_SET -> new LinkedHashSet<>(Set.of(string(small)));
            case MAP -> new LinkedHashMap<>(Map.of(string(small), small));
            default -> throw new IllegalArgumentException(kind.name());
        };
    }
}
