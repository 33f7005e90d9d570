package dev.perdure.tests.fuzz;

/** What makes control go elsewhere. */
final class Jumps {
    private final Context context;
    private final Expressions expressions;

    Jumps(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    /** A jump in an if: control can go on. */
    Piece conditional(int depth) {
        var condition = expressions.of(Kind.BOOLEAN, depth);
        return Piece.of("if (" + condition + ") " + plain(Math.min(depth, 2)).text());
    }

    Piece plain(int depth) {
        return new Menu<Piece>()
                .add(1, "jump.throw", () -> throwing(depth))
                .addIf(
                        !context.enclosed,
                        3,
                        "jump.return",
                        () -> Piece.jump("return " + expressions.of(context.result, depth) + ";\n"))
                .addIf(
                        context.enclosed,
                        3,
                        "jump.yield",
                        () -> Piece.jump(expressions.switches().yieldOf(context.yielding, depth)))
                .addIf(!context.breakable().isEmpty(), 5, "jump.break", this::leave)
                .addIf(!context.continuable().isEmpty(), 5, "jump.continue", this::goOn)
                .order(context);
    }

    private Piece throwing(int depth) {
        var text = expressions.of(Kind.STRING, depth);
        return Piece.jump(
                switch (context.choices.below(3)) {
                    case 0 -> "throw new Oops(\"thrown\" + " + text + ");\n";
                    case 1 -> "throw new Bad(\"checked\" + " + text + ");\n";
                    default -> "throw new Oops(\"outer\", new IllegalStateException(" + text + "));\n";
                });
    }

    private Piece leave() {
        var target = context.choices.oneOf(context.breakable());
        target.left = true;
        if (!target.labelled() || (context.innermostBreak() == target && context.choices.chance(30)))
            return Piece.jump("break;\n");
        context.features.add("jump.labelled break");
        return Piece.jump("break " + target.label + ";\n");
    }

    private Piece goOn() {
        var target = context.choices.oneOf(context.continuable());
        target.continued = true;
        if (!target.labelled() || (context.innermostLoop() == target && context.choices.chance(30)))
            return Piece.jump("continue;\n");
        context.features.add("jump.labelled continue");
        return Piece.jump("continue " + target.label + ";\n");
    }
}
