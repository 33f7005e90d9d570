package dev.perdure.tests.fuzz;

/** Expressions of the primitive kinds. */
final class Numbers {
    private final Context context;
    private final Expressions expressions;

    Numbers(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    String of(Kind kind, int depth) {
        if (kind == Kind.BOOLEAN) return truth(depth);
        if (kind == Kind.INT && context.choices.chance(60)) return integer(depth);
        return new Menu<String>()
                .add(2, "number.cast", () -> "((" + kind.source + ") " + expressions.number(depth) + ")")
                .add(2, "number.arithmetic", () -> arithmetic(kind, depth))
                .addIf(writable(kind), 2, "number.increment", () -> increment(kind))
                .addIf(writable(kind), 2, "number.compound", () -> compound(kind, depth))
                .order(context);
    }

    private boolean writable(Kind kind) {
        return !context.writable(kind).isEmpty();
    }

    private String arithmetic(Kind kind, int depth) {
        var operator = context.choices.oneOf("+", "-", "*", "/", "%");
        var sum = "(" + expressions.of(kind, depth) + " " + operator + " " + expressions.of(kind, depth) + ")";
        return kind == Kind.SHORT || kind == Kind.BYTE || kind == Kind.CHAR
                ? "((" + kind.source + ") " + sum + ")"
                : sum;
    }

    String increment(Kind kind) {
        var local = context.choices.oneOf(context.writable(kind)).name();
        return switch (context.choices.below(4)) {
            case 0 -> local + "++";
            case 1 -> "++" + local;
            case 2 -> local + "--";
            default -> "--" + local;
        };
    }

    String compound(Kind kind, int depth) {
        var local = context.choices.oneOf(context.writable(kind)).name();
        var real = kind == Kind.FLOAT || kind == Kind.DOUBLE;
        var operator = real
                ? context.choices.oneOf("+=", "-=", "*=", "/=")
                : context.choices.oneOf("+=", "-=", "*=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=");
        var right = real || operator.equals("+=") ? expressions.number(depth) : expressions.of(Kind.INT, depth);
        return "(" + local + " " + operator + " " + right + ")";
    }

    private String integer(int depth) {
        return new Menu<String>()
                .add(2, "int.bits", () -> bits(depth))
                .add(
                        1,
                        "int.unary",
                        () -> context.choices.oneOf("(- ", "(~ ", "(+ ") + expressions.of(Kind.INT, depth) + ")")
                .add(
                        1,
                        "int.field",
                        () -> context.choices.oneOf(expressions.self() + ".field", "field", "CONSTANT", "table.length"))
                .add(1, "int.table", () -> "table[at(" + expressions.of(Kind.INT, depth) + ", 3)]")
                .add(
                        1,
                        "int.max",
                        () -> "Math.max(" + expressions.of(Kind.INT, depth) + ", " + expressions.of(Kind.INT, depth)
                                + ")")
                .add(1, "int.of object", () -> ofObject(depth))
                .addIf(writable(Kind.INT), 3, "int.contended", () -> contended(depth))
                .addIf(!context.readable(Kind.INTS).isEmpty(), 3, "int.element", () -> element(depth))
                .addIf(!context.readable(Kind.GRID).isEmpty(), 2, "int.cell", () -> cell(depth))
                .addIf(
                        !context.changeable(Kind.INTS).isEmpty() && !context.lambda,
                        3,
                        "int.element assigned",
                        () -> store(depth))
                .addIf(!context.readable(Kind.INT_LIST).isEmpty(), 2, "int.list element", () -> item(depth))
                .order(context);
    }

    private String bits(int depth) {
        var operator = context.choices.oneOf("&", "|", "^", "<<", ">>", ">>>");
        return "(" + expressions.of(Kind.INT, depth) + " " + operator + " " + expressions.of(Kind.INT, depth) + ")";
    }

    /** Operands that write what the next one reads. */
    private String contended(int depth) {
        var local = context.choices.oneOf(context.writable(Kind.INT)).name();
        return "mix(" + local + "++, " + local + " += 2, " + expressions.of(Kind.INT, depth) + ")";
    }

    private String ofObject(int depth) {
        return switch (context.choices.below(4)) {
            case 0 -> "(\"\" + " + expressions.of(Kind.STRING, depth) + ").length()";
            case 1 ->
                "new Point(" + expressions.of(Kind.INT, depth) + ", " + expressions.of(Kind.STRING, depth) + ").x()";
            case 2 -> "(" + expressions.of(Kind.COLOR, depth) + ").ordinal()";
            default -> "(" + expressions.of(Kind.INT_LIST, depth) + ").size()";
        };
    }

    private String element(int depth) {
        var array = context.choices.oneOf(context.readable(Kind.INTS)).name();
        if (context.choices.chance(15)) return array + "[" + expressions.of(Kind.INT, depth) + "]";
        return array + "[at(" + expressions.of(Kind.INT, depth) + ", " + array + ".length)]";
    }

    private String cell(int depth) {
        var grid = context.choices.oneOf(context.readable(Kind.GRID)).name();
        var cell = grid + "[at(" + expressions.of(Kind.INT, depth) + ", " + grid + ".length)][0]";
        if (context.lambda || context.choices.chance(50)) return cell;
        return "(" + cell + " " + context.choices.oneOf("=", "+=", "^=") + " " + expressions.of(Kind.INT, depth) + ")";
    }

    private String store(int depth) {
        var array = context.choices.oneOf(context.changeable(Kind.INTS)).name();
        var place = array + "[at(" + expressions.of(Kind.INT, depth) + ", " + array + ".length)]";
        if (context.choices.chance(20)) return place + context.choices.oneOf("++", "--");
        var operator = context.choices.oneOf("=", "+=", "-=", "*=", "/=");
        return "(" + place + " " + operator + " " + expressions.of(Kind.INT, depth) + ")";
    }

    private String item(int depth) {
        var list = context.choices.oneOf(context.readable(Kind.INT_LIST)).name();
        return list + ".get(at(" + expressions.of(Kind.INT, depth) + ", " + list + ".size()))";
    }

    private String truth(int depth) {
        return new Menu<String>()
                .add(4, "boolean.comparison", () -> comparison(depth))
                .add(3, "boolean.and", () -> both("&&", depth))
                .add(3, "boolean.or", () -> both("||", depth))
                .add(2, "boolean.not", () -> "!" + "(" + expressions.of(Kind.BOOLEAN, depth) + ")")
                .add(1, "boolean.bits", () -> both(context.choices.oneOf("&", "|", "^"), depth))
                .add(1, "boolean.equals", () -> equality(depth))
                .add(
                        1,
                        "boolean.instanceof",
                        () -> "(shape(" + expressions.of(Kind.SHAPE, depth) + ") instanceof Shape.Circle)")
                .addIf(writable(Kind.BOOLEAN), 1, "boolean.compound", () -> compoundTruth(depth))
                .order(context);
    }

    private String both(String operator, int depth) {
        return "(" + expressions.of(Kind.BOOLEAN, depth) + " " + operator + " " + expressions.of(Kind.BOOLEAN, depth)
                + ")";
    }

    private String comparison(int depth) {
        var operator = context.choices.oneOf("<", ">", "<=", ">=", "==", "!=");
        return "(" + expressions.number(depth) + " " + operator + " " + expressions.of(Kind.INT, depth) + ")";
    }

    private String equality(int depth) {
        var kind =
                context.choices.oneOf(Kind.STRING, Kind.POINT, Kind.DATE, Kind.INTEGER_BOX, Kind.INT_LIST, Kind.COLOR);
        return "java.util.Objects.equals(" + expressions.of(kind, depth) + ", " + expressions.of(kind, depth) + ")";
    }

    private String compoundTruth(int depth) {
        var local = context.choices.oneOf(context.writable(Kind.BOOLEAN)).name();
        return "(" + local + " " + context.choices.oneOf("&=", "|=", "^=") + " " + expressions.of(Kind.BOOLEAN, depth)
                + ")";
    }
}
