package dev.perdure.tests.fuzz;

/** Expressions of the reference kinds. */
final class Objects {
    private final Context context;
    private final Expressions expressions;

    Objects(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    String of(Kind kind, int depth) {
        var number = expressions.of(Kind.INT, depth);
        return switch (kind) {
            case STRING -> string(number, depth);
            case INTEGER_BOX -> "Integer.valueOf(" + number + ")";
            case LONG_BOX -> "Long.valueOf(" + number + " + 0L)";
            case CHARACTER_BOX -> "Character.valueOf((char) (" + number + " + 70))";
            case BOOLEAN_BOX -> "Boolean.valueOf(" + expressions.of(Kind.BOOLEAN, depth) + ")";
            case DOUBLE_BOX -> "Double.valueOf(" + number + " / 4.0)";
            case DECIMAL -> expressions.receiver(kind) + ".add(new BigDecimal(" + number + "))";
            case ID -> "new UUID(" + number + ", " + expressions.of(Kind.LONG, depth) + ")";
            case DATE -> expressions.receiver(kind) + ".plusDays(" + number + ")";
            case MOMENT -> expressions.receiver(kind) + ".plusSeconds(" + number + ")";
            case TIME -> "Duration.ofMillis(" + number + ").plus(" + expressions.of(kind, depth) + ")";
            case COLOR -> "color(" + number + ")";
            case POINT -> point(number, depth);
            case SHAPE -> shape(number, depth);
            case OPTIONAL -> "Optional.ofNullable(" + expressions.of(Kind.STRING, depth) + ")";
            default -> container(kind, number, depth);
        };
    }

    private String string(String number, int depth) {
        return new Menu<String>()
                .add(6, "string.concatenation", () -> concatenation(number, depth))
                .add(2, "string.overload", () -> "over(" + plain(context.choices.oneOf(Kind.ALL), depth) + ")")
                .add(1, "string.call", () -> "(\"q\" + " + number + ").concat(" + expressions.shown(depth) + ")")
                .add(
                        1,
                        "string.varargs",
                        () -> "String.join(\"-\", " + expressions.shown(depth) + ", " + expressions.shown(depth) + ")")
                .add(
                        1,
                        "string.format",
                        () -> "String.format(\"%s/%s\", " + number + ", " + expressions.shown(depth) + ")")
                .addIf(!context.writable(Kind.STRING).isEmpty(), 2, "string.compound", () -> compound(depth))
                .addIf(
                        !context.changeable(Kind.STRINGS).isEmpty() && !context.lambda,
                        5,
                        "string.element",
                        () -> element(number, depth))
                .order(context);
    }

    /** One whose type does not depend on what it is an argument of. */
    private String plain(Kind kind, int depth) {
        return context.canAwait() ? expressions.awaits().of(kind, depth) : expressions.leaf(kind);
    }

    private String concatenation(String number, int depth) {
        var text = new StringBuilder("(\"\" + ").append(number);
        for (var i = context.choices.below(3); i >= 0; i--) {
            var kind =
                    context.choices.oneOf(Kind.STRING, Kind.INT, Kind.CHAR, Kind.DOUBLE, Kind.INTEGER_BOX, Kind.POINT);
            text.append(" + ").append(expressions.of(kind, depth));
        }
        return text.append(")").toString();
    }

    private String compound(int depth) {
        var local = context.choices.oneOf(context.writable(Kind.STRING)).name();
        return "(" + local + " += " + expressions.of(context.choices.oneOf(Kind.STRING, Kind.INT, Kind.CHAR), depth)
                + ")";
    }

    private String element(String number, int depth) {
        var array = context.choices.oneOf(context.changeable(Kind.STRINGS)).name();
        var place = array + "[at(" + number + ", " + array + ".length)]";
        return "(" + place + " " + context.choices.oneOf("=", "+=") + " " + expressions.of(Kind.STRING, depth) + ")";
    }

    private String point(String number, int depth) {
        if (context.choices.chance(30))
            return "new Point(1, " + expressions.of(Kind.STRING, depth) + ").moved(" + number + ")";
        return "new Point(" + number + ", " + expressions.of(Kind.STRING, depth) + ")";
    }

    private String shape(String number, int depth) {
        if (context.choices.chance(50))
            return "new Shape.Box(" + number + ", " + expressions.of(Kind.POINT, depth) + ")";
        return "new Shape.Circle(" + expressions.of(Kind.DOUBLE, depth) + ")";
    }

    private String container(Kind kind, String number, int depth) {
        var text = expressions.of(Kind.STRING, depth);
        return switch (kind) {
            case INTS ->
                context.choices.chance(50)
                        ? "new int[] {" + number + ", " + expressions.of(Kind.INT, depth) + "}"
                        : "new int[at(" + number + ", 4)]";
            case STRINGS -> "new String[] {" + text + ", " + expressions.of(Kind.STRING, depth) + "}";
            case GRID -> "new int[][] {{" + number + ", 1}, " + "{" + expressions.of(Kind.INT, depth) + "}}";
            case INT_LIST -> "new ArrayList<>(Arrays.asList(" + number + ", " + expressions.of(Kind.INT, depth) + "))";
            case STRING_LIST ->
                "new ArrayList<>(Arrays.asList(" + text + ", " + expressions.of(Kind.STRING, depth) + "))";
            case POINT_LIST -> "new ArrayList<>(Arrays.asList(" + expressions.of(Kind.POINT, depth) + "))";
            case STRING_SET -> "new LinkedHashSet<>(Arrays.asList(" + text + ", \"w\"))";
            case MAP -> "new LinkedHashMap<>(Map.of(\"m\" + " + text + ", " + number + "))";
            default -> throw new IllegalArgumentException(kind.name());
        };
    }
}
