package dev.perdure.tests.fuzz;

/** Try statements, with jumps of every sort through them. */
final class Tries {
    private final Context context;
    private final Expressions expressions;
    private final Statements statements;

    Tries(Context context, Expressions expressions, Statements statements) {
        this.context = context;
        this.expressions = expressions;
        this.statements = statements;
    }

    Piece any(int depth) {
        return new Menu<Piece>()
                .add(4, "try.catch", () -> caught(depth))
                .add(3, "try.finally", () -> atLast(statements.block(depth), "", depth))
                .add(3, "try.catch finally", () -> both(depth))
                .add(1, "try.two catches", () -> twice(depth))
                .add(2, "try.resource", () -> resource(depth))
                .order(context);
    }

    private Piece guarded(int depth) {
        var body = context.scoped(() -> statements.some(3, depth));
        return new Piece("{\nfx.may();\n" + body.text() + "}\n", body.completes());
    }

    private Piece caught(int depth) {
        var body = guarded(depth);
        var handler = handler(depth, types());
        return new Piece("try " + body.text() + handler.text(), body.completes() || handler.completes());
    }

    private Piece both(int depth) {
        var body = guarded(depth);
        var handler = handler(depth, types());
        return atLast(new Piece(body.text(), body.completes() || handler.completes()), handler.text(), depth);
    }

    private Piece twice(int depth) {
        var body = guarded(depth);
        var one = handler(depth, context.choices.oneOf("Bad", "Oops"));
        var other = handler(
                depth,
                context.choices
                        .oneOf("Exception", "RuntimeException | Bad", "IllegalStateException | NullPointerException")
                        .replace(" | Bad", one.text().startsWith("catch (Bad") ? "" : " | Bad"));
        return new Piece(
                "try " + body.text() + one.text() + other.text(),
                body.completes() || one.completes() || other.completes());
    }

    private Piece atLast(Piece body, String handlers, int depth) {
        var last = statements.block(depth);
        return new Piece(
                "try " + body.text() + handlers + "finally " + last.text(), body.completes() && last.completes());
    }

    /** What is opened may be awaited; what is open may not see an await. */
    private Piece resource(int depth) {
        var opened = context.canAwait() ? expressions.awaits().of(Kind.INT, depth) : expressions.of(Kind.INT, depth);
        var name = context.name("r");
        var body = context.quietly(() -> context.scoped(() -> {
            var number = context.declare(Kind.INT, true);
            var some = statements.some(2, depth);
            return new Piece("int " + number.name() + " = " + name + ".number();\n" + some.text(), some.completes());
        }));
        return new Piece(
                "try (var " + name + " = new Held(" + opened + ")) {\n" + body.text() + "}\n", body.completes());
    }

    private String types() {
        return context.choices.oneOf(
                "Exception",
                "RuntimeException",
                "Bad",
                "Oops",
                "Oops | IllegalStateException",
                "Bad | RuntimeException");
    }

    private Piece handler(int depth, String types) {
        return context.scoped(() -> {
            var name = context.name("e");
            var text = new StringBuilder("catch (" + types + " " + name + ") {\n");
            var first = context.canAwait() && context.choices.chance(50)
                    ? expressions.awaits().nothing(1) + "\n"
                    : "";
            text.append(first);
            var said = context.declare(Kind.STRING, true);
            text.append("String ")
                    .append(said.name())
                    .append(" = said(")
                    .append(name)
                    .append(");\n");
            if (context.canAwait()) text.append("fx.sVoid(" + context.site() + ", " + said.name() + ");\n");
            var body = statements.some(2, depth);
            text.append(body.text());
            if (body.completes() && context.choices.chance(25)) {
                context.features.add("catch.rethrow");
                text.append("throw ").append(name).append(";\n}\n");
                return Piece.jump(text.toString());
            }
            return new Piece(text.append("}\n").toString(), body.completes());
        });
    }
}
