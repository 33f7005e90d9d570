package dev.perdure.tests.fuzz;

/** Statements without statements in them. */
final class Simple {
    private final Context context;
    private final Expressions expressions;

    Simple(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    private Kind anyKind() {
        return context.choices.oneOf(Kind.ALL);
    }

    Piece local(int depth) {
        var kind = anyKind();
        var roomy = depth > 1 && context.choices.chance(10);
        var value = roomy ? expressions.switches().roomy(kind, depth - 1) : expressions.of(kind, depth);
        var fixed = context.choices.chance(50);
        var local = context.declare(kind, fixed);
        // javac 17 cannot infer the type of some switch expressions with lambdas in them
        var inferred = fixed && !value.contains("switch (") && context.choices.chance(40);
        if (inferred) context.features.add("local.var");
        var type = inferred ? context.choices.oneOf("var", "final var") : kind.source;
        return Piece.of(type + " " + local.name() + " = " + value + ";\n");
    }

    /** A plain local. */
    String local(Kind kind, boolean fixed) {
        var value = expressions.leaf(kind);
        return kind.source + " " + context.declare(kind, fixed).name() + " = " + value + ";\n";
    }

    Piece assignment(int depth) {
        var kind = anyKind();
        var locals = context.writable(kind);
        if (locals.isEmpty()) {
            kind = Kind.INT;
            locals = context.writable(kind);
        }
        if (locals.isEmpty()) return Piece.of("same(" + expressions.of(Kind.STRING, depth) + ");\n");
        var local = context.choices.oneOf(locals).name();
        var compound = kind == Kind.INT || kind == Kind.STRING || kind == Kind.LONG || kind == Kind.DOUBLE;
        var operator = compound && context.choices.chance(50) ? context.choices.oneOf("+=", "+=") : "=";
        if (kind == Kind.INT && context.choices.chance(15)) return Piece.of(local + "++;\n");
        return Piece.of(local + " " + operator + " " + expressions.of(kind, depth) + ";\n");
    }

    /** Changes an object that a local names. */
    Piece change(int depth) {
        var kind = context.choices.oneOf(
                Kind.INTS,
                Kind.STRINGS,
                Kind.GRID,
                Kind.INT_LIST,
                Kind.STRING_LIST,
                Kind.POINT_LIST,
                Kind.STRING_SET,
                Kind.MAP);
        var locals = context.changeable(kind);
        if (locals.isEmpty()) return local(depth);
        context.features.add("change." + kind);
        return Piece.of(changed(kind, context.choices.oneOf(locals).name(), depth));
    }

    private String changed(Kind kind, String name, int depth) {
        var number = expressions.of(Kind.INT, depth);
        return switch (kind) {
                    case INTS ->
                        name + "[at(" + number + ", " + name + ".length)] = " + expressions.of(Kind.INT, depth);
                    case STRINGS ->
                        name + "[at(" + number + ", " + name + ".length)] = " + expressions.of(Kind.STRING, depth);
                    case GRID ->
                        name + "[at(" + number + ", " + name + ".length)][0] += " + expressions.of(Kind.INT, depth);
                    case INT_LIST -> name + ".add(" + number + ")";
                    case STRING_LIST -> name + ".add(" + expressions.of(Kind.STRING, depth) + ")";
                    case POINT_LIST -> name + ".set(0, " + expressions.of(Kind.POINT, depth) + ")";
                    case STRING_SET -> name + ".add(\"z\" + " + number + ")";
                    default -> name + ".merge(\"k\", " + number + ", (a, b) -> a + b)";
                }
                + ";\n";
    }

    /** A local that is assigned on two ways. */
    Piece late(int depth) {
        var kind = anyKind();
        var name = context.name("v");
        var condition = expressions.of(Kind.BOOLEAN, depth);
        var one = expressions.of(kind, depth);
        var other = expressions.of(kind, depth);
        context.declare(new Var(name, kind, true, false));
        return Piece.of(context.choices.oneOf("", "final ") + kind.source + " " + name + ";\nif (" + condition + ") "
                + name + " = " + one + ";\nelse {\n" + name + " = " + other + ";\n}\n");
    }

    /** An array of a type that arithmetic widens, its elements assigned in place. */
    Piece cells(int depth) {
        var type = context.choices.oneOf("byte", "short", "char", "long", "float", "double");
        var array = context.name("a");
        var text = new StringBuilder(type + "[] " + array + " = {(" + type + ") (0 + " + expressions.of(Kind.INT, depth)
                + "), (" + type + ") 7};\n");
        for (var i = context.choices.below(2); i >= 0; i--) {
            var place = array + "[at(" + expressions.of(Kind.INT, depth) + ", 2)]";
            var operator = context.choices.oneOf("+=", "-=", "*=");
            var value = expressions.of(context.choices.oneOf(Kind.INT, Kind.LONG, Kind.DOUBLE, Kind.CHAR), depth);
            text.append(context.choices.chance(20) ? place + "++" : place + " " + operator + " " + value)
                    .append(";\n");
        }
        var sum = context.declare(Kind.INT, true).name();
        return Piece.of(text + "int " + sum + " = (int) " + array + "[0] + (int) " + array + "[1];\n");
    }

    /** A second name for an object. */
    Piece alias(int depth) {
        var kind = context.choices.oneOf(
                Kind.INTS, Kind.INT_LIST, Kind.STRING_LIST, Kind.STRING_SET, Kind.MAP, Kind.STRINGS);
        var locals = context.readable(kind);
        if (locals.isEmpty()) return Piece.of(local(kind, true) + alias(kind));
        return Piece.of(alias(kind));
    }

    private String alias(Kind kind) {
        var locals = context.readable(kind);
        var name = context.choices.oneOf(locals).name();
        var alias = context.declare(kind, context.choices.chance(50));
        return kind.source + " " + alias.name() + " = " + name + ";\n";
    }

    /** One object under two names, changed by one behind an await, and read by both. */
    Piece shared(int depth) {
        var kind = context.choices.oneOf(Kind.INTS, Kind.INT_LIST, Kind.STRING_LIST, Kind.STRING_SET, Kind.MAP);
        var first = context.readable(kind).isEmpty() ? local(kind, true) : "";
        var one = context.choices.oneOf(context.readable(kind)).name();
        var other = context.declare(kind, true).name();
        var wait = expressions.awaits().nothing(1);
        if (context.changeable(kind).isEmpty())
            return Piece.of(first + kind.source + " " + other + " = " + one + ";\n" + wait + "\n");
        return Piece.of(first + kind.source + " " + other + " = " + one + ";\n" + wait + "\n"
                + changed(kind, context.choices.oneOf(one, other), depth) + "fx.sVoid(" + context.site() + ", Show.of("
                + one + "), Show.of(" + other + "));\n");
    }

    /** A lambda in a local that is called before the next await. */
    Piece capture(int depth) {
        var kind = anyKind();
        var body = context.capturing(() -> expressions.of(kind, depth));
        var value = context.declare(kind, true);
        var supplier = context.name("f");
        return Piece.of("Supplier<" + kind.boxed + "> " + supplier + " = () -> " + body + ";\n" + kind.source + " "
                + value.name() + " = " + supplier + ".get();\n");
    }

    /** An object with a state of its own, gone before the next await. */
    Piece anonymous(int depth) {
        var body = context.capturing(() -> expressions.of(Kind.INT, depth));
        var value = context.declare(Kind.INT, true);
        return Piece.of("int " + value.name() + " = new Object() {\nint count = " + body
                + ";\nint next() {\nint state = count++;\nreturn state + this.count + table[0];\n}\n}.next();\n");
    }

    Piece call(int depth) {
        var callee = context.choices.oneOf(context.callees);
        return Piece.of(expressions.call(callee, depth) + ";\n");
    }
}
