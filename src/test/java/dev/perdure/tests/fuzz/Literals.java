package dev.perdure.tests.fuzz;

import java.util.List;

/** The simplest expressions of every kind; those of containers are fresh objects. */
final class Literals {
    private final Context context;

    Literals(Context context) {
        this.context = context;
    }

    String of(Kind kind) {
        var n = context.choices.below(7);
        return switch (kind) {
            case INT -> n == 6 ? "CONSTANT" : Integer.toString(n);
            case STRING -> n == 6 ? "(String) null" : "\"t" + n + "\"";
            case BOOLEAN -> n % 2 == 0 ? "true" : "false";
            case LONG -> n == 6 ? "5_000_000_000L" : n + "L";
            case SHORT -> "(short) " + n * 5_000;
            case BYTE -> "(byte) " + n * 21;
            case CHAR -> "'" + (char) ('p' + n) + "'";
            case FLOAT -> n + ".5f";
            case DOUBLE -> n == 6 ? "1e300" : n + ".25";
            case INTEGER_BOX -> n == 6 ? "(Integer) null" : "Integer.valueOf(" + n * 100 + ")";
            case LONG_BOX -> n == 6 ? "(Long) null" : "Long.valueOf(" + n + ")";
            case CHARACTER_BOX -> n == 6 ? "(Character) null" : "Character.valueOf('x')";
            case BOOLEAN_BOX -> n == 6 ? "(Boolean) null" : "Boolean." + (n % 2 == 0 ? "TRUE" : "FALSE");
            case DOUBLE_BOX -> n == 6 ? "(Double) null" : "Double.valueOf(" + n + ")";
            default -> object(kind, n);
        };
    }

    private static String object(Kind kind, int n) {
        return switch (kind) {
            case DECIMAL -> "new BigDecimal(\"" + n + ".50\")";
            case ID -> "new UUID(" + n + ", 1)";
            case DATE -> "LocalDate.of(2024, 2, " + (n + 20) + ")";
            case MOMENT -> "Instant.ofEpochSecond(" + n + ")";
            case TIME -> "Duration.ofSeconds(" + n + ")";
            case COLOR -> "Color." + List.of(Color.values()).get(n % 3);
            case POINT -> n == 6 ? "(Point) null" : "new Point(" + n + ", \"p\")";
            case SHAPE -> n == 0 ? "Shape.Dot.ONLY" : "new Shape.Circle(" + n + ")";
            case OPTIONAL -> n % 2 == 0 ? "Optional.of(\"o" + n + "\")" : "Optional.<String>empty()";
            default -> container(kind, n);
        };
    }

    private static String container(Kind kind, int n) {
        return switch (kind) {
            case INTS -> n == 6 ? "new int[0]" : "new int[] {" + n + ", 1}";
            case STRINGS -> "new String[] {\"a\", null, \"b" + n + "\"}";
            case GRID -> "new int[][] {{" + n + "}, {1, 2}}";
            case INT_LIST -> n == 6 ? "new ArrayList<Integer>()" : "new ArrayList<>(List.of(" + n + ", 8))";
            case STRING_LIST -> "new ArrayList<>(List.of(\"l" + n + "\"))";
            case POINT_LIST -> "new ArrayList<>(List.of(new Point(" + n + ", null)))";
            case STRING_SET -> "new LinkedHashSet<>(List.of(\"x" + n + "\", \"y\"))";
            case MAP -> "new LinkedHashMap<>(Map.of(\"k\", " + n + "))";
            default -> throw new IllegalArgumentException(kind.name());
        };
    }
}
