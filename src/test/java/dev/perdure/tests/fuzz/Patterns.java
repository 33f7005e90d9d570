package dev.perdure.tests.fuzz;

/** Patterns: those of every JDK, and those of newer ones. */
final class Patterns {
    private static final int RECORD_PATTERNS = 21;

    private final Context context;
    private final Expressions expressions;
    private final Statements statements;

    Patterns(Context context, Expressions expressions, Statements statements) {
        this.context = context;
        this.expressions = expressions;
        this.statements = statements;
    }

    Piece branch(int depth) {
        var newer = Runtime.version().feature() >= RECORD_PATTERNS;
        return new Menu<Piece>()
                .add(2, "pattern.instanceof", () -> tested(depth))
                .addIf(newer, 2, "pattern.switch", () -> chosen(depth))
                .order(context);
    }

    private String shape(int depth) {
        return "shape(" + expressions.of(Kind.SHAPE, depth) + ")";
    }

    /** A binding with a condition behind it. */
    private Piece tested(int depth) {
        var name = context.name("b");
        var shape = shape(depth);
        var body = context.scoped(() -> {
            var width = context.declare(Kind.INT, true);
            var some = statements.some(2, depth);
            return new Piece("int " + width.name() + " = " + name + ".width();\n" + some.text(), some.completes());
        });
        var condition = context.quietly(() -> expressions.of(Kind.BOOLEAN, 1));
        return Piece.of("if (" + shape + " instanceof Shape.Box " + name + " && (" + name + ".width() > 4 || "
                + condition + ")) {\n" + body.text() + "}\n");
    }

    /** Record patterns in one another, a guard, null. */
    private Piece chosen(int depth) {
        var text = new StringBuilder("switch (" + shape(depth) + ") {\ncase null -> ").append(arm(depth));
        var x = context.name("x");
        var name = context.name("n");
        var radius = context.name("r");
        text.append("case Shape.Circle(double " + radius + ") when " + radius + " > 1 -> ");
        if (context.choices.chance(40)) {
            context.features.add("pattern.guard only");
            text.append(arm(depth));
        } else text.append(bound(Kind.DOUBLE, radius, depth));
        text.append("case Shape.Circle " + context.name("c") + " -> ").append(arm(depth));
        text.append("case Shape.Box(int w, Point(int " + x + ", String " + name + ")) when " + x + " != 3 -> ");
        text.append(bound(Kind.INT, "w + " + x, depth));
        return Piece.of(
                text.append("default -> ").append(arm(depth)).append("}\n").toString());
    }

    /** What is bound, in a local of the arm. */
    private String bound(Kind kind, String value, int depth) {
        return context.scoped(() -> {
            var local = context.declare(kind, true).name();
            var some = statements.some(2, depth);
            return "{\n" + kind.source + " " + local + " = " + value + ";\n" + some.text() + "}\n";
        });
    }

    private String arm(int depth) {
        return "{\n" + context.scoped(() -> statements.some(1, depth)).text() + "}\n";
    }
}
