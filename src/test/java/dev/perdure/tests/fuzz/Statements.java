package dev.perdure.tests.fuzz;

import java.util.List;

/** Statements: which there are, and how they follow one another. */
final class Statements {
    private final Context context;
    private final Expressions expressions;
    private final Simple simple;
    private final Loops loops;
    private final Tries tries;
    private final Jumps jumps;
    private final Patterns patterns;

    Statements(Context context) {
        this.context = context;
        expressions = new Expressions(context, this);
        simple = new Simple(context, expressions);
        loops = new Loops(context, expressions, this);
        tries = new Tries(context, expressions, this);
        jumps = new Jumps(context, expressions);
        patterns = new Patterns(context, expressions, this);
    }

    Expressions expressions() {
        return expressions;
    }

    /** Up to so many statements, in the current scope. */
    Piece some(int most, int depth) {
        var text = new StringBuilder();
        for (var i = context.choices.below(most + 1); i >= 0; i--) {
            var piece = one(depth);
            text.append(piece.text());
            if (!piece.completes()) return Piece.jump(text.toString());
        }
        return Piece.of(text.toString());
    }

    /** Some locals to begin with. */
    String locals(int count) {
        var text = new StringBuilder();
        for (var kind : context.choices.chance(70) ? List.of(Kind.INT, Kind.STRING) : List.of(Kind.INT))
            text.append(simple.local(kind, false));
        for (var i = context.choices.below(count + 1); i > 0; i--)
            text.append(simple.local(1).text());
        return text.toString();
    }

    /** A block in braces, with a scope of its own. */
    Piece block(int depth) {
        var body = context.scoped(() -> some(3, depth));
        return new Piece("{\n" + body.text() + "}\n", body.completes());
    }

    private Piece one(int depth) {
        context.fuel--;
        var compound = depth > 0 && context.fuel > 0;
        return new Menu<Piece>()
                .add(6, "statement.local", () -> simple.local(depth))
                .addIf(
                        context.canAwait(),
                        5,
                        "statement.await",
                        () -> Piece.of(expressions.awaits().nothing(depth) + "\n"))
                .add(5, "statement.assignment", () -> simple.assignment(depth))
                .add(4, "statement.change", () -> simple.change(depth))
                .addIf(compound, 1, "statement.late local", () -> simple.late(depth))
                .add(1, "statement.alias", () -> simple.alias(depth))
                .addIf(context.canAwait(), 1, "statement.shared", () -> simple.shared(Math.min(depth, 2)))
                .addIf(context.canAwait() && compound, 1, "statement.pattern", () -> patterns.branch(depth - 1))
                .addIf(compound, 1, "statement.capture", () -> simple.capture(depth))
                .addIf(compound, 1, "statement.cells", () -> simple.cells(depth))
                .addIf(compound, 1, "statement.anonymous class", () -> simple.anonymous(depth))
                .addIf(
                        context.canAwait(),
                        1,
                        "statement.sleep",
                        () -> Piece.of("sleep(" + expressions.of(Kind.TIME, 1) + ");\n"))
                .addIf(
                        context.canAwait() && !context.callees.isEmpty(),
                        2,
                        "statement.durable call",
                        () -> simple.call(depth))
                .addIf(compound, 5, "statement.if", () -> branch(depth - 1))
                .addIf(compound, 5, "statement.loop", () -> loops.any(depth - 1))
                .addIf(compound && !context.noTry, 5, "statement.try", () -> tries.any(depth - 1))
                .addIf(
                        compound,
                        3,
                        "statement.switch",
                        () -> expressions.switches().statement(depth - 1))
                .addIf(compound, 1, "statement.block", () -> block(depth - 1))
                .addIf(compound, 1, "statement.labelled", () -> labelled(depth - 1))
                .addIf(compound && !context.quiet && !context.noTry, 1, "statement.verbatim", () -> verbatim(depth - 1))
                .add(3, "statement.jump in if", () -> jumps.conditional(depth))
                .add(1, "statement.jump", () -> jumps.plain(depth))
                .order(context);
    }

    private Piece branch(int depth) {
        var condition = expressions.of(Kind.BOOLEAN, depth + 1);
        var then = context.choices.chance(25) ? unbraced(depth) : block(depth);
        var text = "if (" + condition + ") " + then.text();
        if (!context.choices.chance(60)) return Piece.of(text);
        context.features.add("if.else");
        var other = context.choices.chance(25)
                ? unbraced(depth)
                : context.choices.chance(30) ? branch(depth - 1) : block(depth);
        return new Piece(text + "else " + other.text(), then.completes() || other.completes());
    }

    private Piece unbraced(int depth) {
        context.features.add("if.unbraced");
        if (context.canAwait() && context.choices.chance(50))
            return Piece.of(expressions.awaits().nothing(depth) + "\n");
        return simple.assignment(depth);
    }

    private Piece labelled(int depth) {
        var target = new Target(Target.Sort.BLOCK, context.name("l"));
        var body = context.within(target, () -> block(depth));
        return new Piece(target.label + ": " + body.text(), body.completes() || target.left);
    }

    /** A part that can stay as it is: no await in it, but jumps out of it. */
    private Piece verbatim(int depth) {
        return context.quietly(() -> {
            var body = block(depth);
            return switch (context.choices.below(3)) {
                case 0 -> body;
                case 1 -> new Piece("synchronized (this) " + body.text(), body.completes());
                default -> new Piece("try (var r = new java.io.StringReader(\"r\")) " + body.text(), body.completes());
            };
        });
    }
}
