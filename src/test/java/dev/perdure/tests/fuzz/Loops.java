package dev.perdure.tests.fuzz;

/** Loops of every form; each ends by a counter that programs cannot write. */
final class Loops {
    private final Context context;
    private final Expressions expressions;
    private final Statements statements;

    Loops(Context context, Expressions expressions, Statements statements) {
        this.context = context;
        this.expressions = expressions;
        this.statements = statements;
    }

    Piece any(int depth) {
        var target = new Target(Target.Sort.LOOP, context.choices.chance(40) ? context.name("l") : "");
        var label = target.labelled() ? target.label + ":\n" : "";
        return context.scoped(() -> {
            var loop = new Menu<Piece>()
                    .add(2, "loop.while", () -> whiles(target, label, depth))
                    .add(2, "loop.do", () -> dos(target, label, depth))
                    .add(2, "loop.for", () -> fors(target, label, depth))
                    .add(2, "loop.for with several", () -> severals(target, label, depth))
                    .add(2, "loop.endless", () -> endless(target, label, depth))
                    .addIf(!context.enclosed, 1, "loop.without break", () -> unbroken(target, label, depth))
                    .addIf(!context.noTry, 1, "loop.retry", () -> retry(target, label, depth))
                    .add(4, "loop.for each", () -> each(target, label, depth))
                    .order(context);
            return loop;
        });
    }

    private Var counter() {
        return context.declare(new Var(context.name("i"), Kind.INT, false, false));
    }

    /** A block, at times with a copy of the counter in it that can be captured. */
    private Piece body(Target target, Var counter, int depth) {
        return context.within(
                target,
                () -> context.scoped(() -> {
                    var head = "";
                    if (context.choices.chance(60)) {
                        var copy = context.declare(Kind.INT, true);
                        head = "int " + copy.name() + " = " + counter.name() + ";\n";
                    }
                    var body = statements.some(3, depth);
                    return new Piece("{\n" + head + body.text() + "}\n", body.completes());
                }));
    }

    private Piece whiles(Target target, String label, int depth) {
        var i = counter();
        var condition = expressions.of(Kind.BOOLEAN, depth + 1);
        var test = context.choices.chance(50)
                ? i.name() + "++ < 3 && " + condition
                : condition + " && " + i.name() + "++ < 2";
        return Piece.of("int " + i.name() + " = 0;\n" + label + "while (" + test + ") "
                + body(target, i, depth).text());
    }

    private Piece dos(Target target, String label, int depth) {
        var i = counter();
        var body = body(target, i, depth);
        var condition = expressions.of(Kind.BOOLEAN, depth);
        var text = "int " + i.name() + " = 0;\n" + label + "do " + body.text().stripTrailing() + " while (++" + i.name()
                + " < 3 && " + condition + ");\n";
        return new Piece(text, body.completes() || target.continued || target.left);
    }

    private Piece fors(Target target, String label, int depth) {
        var start = expressions.of(Kind.INT, depth);
        var i = counter();
        var limit = context.choices.chance(30) ? " && " + expressions.of(Kind.BOOLEAN, depth) : "";
        var head = "for (int " + i.name() + " = at(" + start + ", 3); " + i.name() + " < 3" + limit + "; " + i.name()
                + "++) ";
        return Piece.of(label + head + body(target, i, depth).text());
    }

    private Piece severals(Target target, String label, int depth) {
        var start = expressions.of(Kind.INT, depth);
        var i = counter();
        var j = context.declare(Kind.INT, false);
        var step = expressions.of(Kind.INT, depth);
        var head = "for (int " + i.name() + " = 0, " + j.name() + " = " + start + "; " + i.name() + " < 2; " + j.name()
                + " += " + step + ", ++" + i.name() + ") ";
        return Piece.of(label + head + body(target, i, depth).text());
    }

    private Piece endless(Target target, String label, int depth) {
        var i = counter();
        var body = body(target, i, depth);
        var head = context.choices.oneOf("while (true) {\n", "for (;;) {\n", "for (;; same(\"u\")) {\n");
        return Piece.of("int " + i.name() + " = 0;\n" + label + head + "if (" + i.name() + "++ > 1) break;\n"
                + body.text() + "}\n");
    }

    private Piece unbroken(Target target, String label, int depth) {
        var i = counter();
        var body = body(target, i, depth);
        var value = expressions.of(context.result, depth);
        var text = "int " + i.name() + " = 0;\n" + label + "while (true) {\nif (" + i.name() + "++ > 1) return " + value
                + ";\n" + body.text() + "}\n";
        return new Piece(text, target.left);
    }

    private Piece retry(Target target, String label, int depth) {
        var i = counter();
        var body = body(target, i, depth);
        return Piece.of(
                label + "for (int " + i.name() + " = 0; " + i.name() + " < 3; " + i.name() + "++) {\ntry {\nfx.may();\n"
                        + body.text() + (body.completes() ? "break;\n" : "") + "} catch (Bad | Oops e" + i.name()
                        + ") {\nif (" + i.name() + " == 2) throw e" + i.name() + ";\n}\n}\n");
    }

    private Piece each(Target target, String label, int depth) {
        var kind = context.choices.oneOf(
                Kind.INTS, Kind.STRINGS, Kind.INT_LIST, Kind.STRING_LIST, Kind.POINT_LIST, Kind.STRING_SET, Kind.MAP);
        context.features.add("for each." + kind);
        var over = expressions.of(kind, depth);
        var element = switch (kind) {
            case INTS -> context.choices.oneOf(Kind.INT, Kind.LONG, Kind.INTEGER_BOX);
            case INT_LIST -> context.choices.oneOf(Kind.INT, Kind.INTEGER_BOX);
            case POINT_LIST -> Kind.POINT;
            default -> Kind.STRING;
        };
        var x = context.declare(element, context.choices.chance(60));
        var body = context.locking(kind, () -> context.within(target, () -> statements.block(depth)));
        var type = element.source.equals("int") && context.choices.chance(30) ? "var" : element.source;
        if (kind == Kind.MAP) over = "(" + over + ").keySet()";
        return Piece.of(label + "for (" + type + " " + x.name() + " : " + over + ") " + body.text());
    }
}
