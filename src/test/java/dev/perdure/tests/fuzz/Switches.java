package dev.perdure.tests.fuzz;

import java.util.List;

/** Switches, old and new, as expressions and as statements. */
final class Switches {
    private final Context context;
    private final Expressions expressions;
    private final Statements statements;

    Switches(Context context, Expressions expressions, Statements statements) {
        this.context = context;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** What is switched over, and labels of that type. */
    private record Selector(String text, List<String> labels) {
        Selector(String text, String... labels) {
            this(text, List.of(labels));
        }
    }

    private Selector selector(int depth) {
        return switch (context.choices.below(4)) {
            case 0 -> new Selector("at(" + expressions.of(Kind.INT, depth) + ", 5)", "0", "1", "CONSTANT", "2");
            case 1 ->
                new Selector(
                        "\"k\" + at(" + expressions.of(Kind.INT, depth) + ", 4)",
                        "\"k1\"",
                        "(\"k\" + CONSTANT)",
                        "\"k2\"",
                        "\"k0\"");
            case 2 ->
                new Selector(
                        "(char) ('a' + at(" + expressions.of(Kind.INT, depth) + ", 4))", "'a'", "'b'", "'c'", "'d'");
            default ->
                new Selector(
                        "java.util.Objects.requireNonNullElse(" + expressions.of(Kind.COLOR, depth) + ", Color.RED)",
                        "RED",
                        "GREEN");
        };
    }

    // ---- expressions

    /** One that is a whole statement's value: only there does javac 17 make right code of a try in it. */
    String roomy(Kind kind, int depth) {
        context.features.add("switch.try in it");
        return expression(kind, depth, true);
    }

    String expression(Kind kind, int depth) {
        return expression(kind, depth, false);
    }

    private String expression(Kind kind, int depth, boolean tries) {
        var selector = selector(depth);
        return context.enclosing(
                kind,
                tries,
                () -> context.choices.chance(30) ? old(selector, kind, depth) : arrows(selector, kind, depth));
    }

    private String arrows(Selector selector, Kind kind, int depth) {
        var text = new StringBuilder("(switch (" + selector.text + ") {\n");
        text.append("case ")
                .append(selector.labels.get(0))
                .append(" -> ")
                .append(expressions.of(kind, depth))
                .append(";\n");
        if (context.choices.chance(60)) {
            context.features.add("switch.yield");
            text.append("case ")
                    .append(selector.labels.get(1))
                    .append(" -> {\n")
                    .append(yielding(kind, depth))
                    .append("}\n");
        }
        if (selector.labels.size() > 3 && context.choices.chance(40))
            text.append("case ")
                    .append(selector.labels.get(2))
                    .append(", ")
                    .append(selector.labels.get(3))
                    .append(" -> ")
                    .append(expressions.of(kind, depth))
                    .append(";\n");
        if (context.choices.chance(10)) {
            context.features.add("switch.throwing arm");
            text.append("default -> throw new Oops(\"arm\");\n");
        } else text.append("default -> ").append(expressions.of(kind, depth)).append(";\n");
        return text.append("})").toString();
    }

    private String yielding(Kind kind, int depth) {
        return context.scoped(() -> {
            var body = statements.some(2, depth);
            return body.completes() ? body.text() + yieldOf(kind, depth) : body.text();
        });
    }

    /** By way of a local where the value is in brackets, which the compiler at times takes for a call of {@code yield}. */
    String yieldOf(Kind kind, int depth) {
        var value = expressions.of(kind, depth);
        if (!value.startsWith("(")) return "yield " + value + ";\n";
        var name = context.name("y");
        return "{ " + kind.source + " " + name + " = " + value + "; yield " + name + "; }\n";
    }

    private String old(Selector selector, Kind kind, int depth) {
        context.features.add("switch.old expression");
        var text = new StringBuilder("(switch (" + selector.text + ") {\n");
        text.append("case ").append(selector.labels.get(0)).append(":\n").append(yieldOf(kind, depth));
        text.append("case ")
                .append(selector.labels.get(1))
                .append(":\n")
                .append(context.scoped(() -> statements.some(2, depth).text()));
        text.append("default:\n").append(yielding(kind, depth));
        return text.append("})").toString();
    }

    // ---- statements

    Piece statement(int depth) {
        var label = context.choices.chance(20) ? context.name("l") : "";
        var target = new Target(Target.Sort.SWITCH, label);
        var selector = selector(depth);
        var head = (label.isEmpty() ? "" : label + ": ") + "switch (" + selector.text + ") {\n";
        return context.within(
                target,
                () -> context.choices.chance(50)
                        ? groups(head, selector, target, depth)
                        : rules(head, selector, target, depth));
    }

    private Piece groups(String head, Selector selector, Target target, int depth) {
        context.features.add("switch.groups");
        var text = new StringBuilder(head);
        var hasDefault = context.choices.chance(60);
        var defaultFirst = hasDefault && context.choices.chance(30);
        var completes = true;
        var count = 1 + context.choices.below(selector.labels.size());
        for (var i = 0; i < count; i++) {
            if (i == 1 && defaultFirst) text.append("default:\n");
            text.append("case ").append(selector.labels.get(i)).append(":\n");
            completes = group(text, target, depth);
        }
        if (hasDefault && (!defaultFirst || count == 1)) {
            text.append("default:\n");
            completes = group(text, target, depth);
        }
        return new Piece(text.append("}\n").toString(), !hasDefault || completes || target.left);
    }

    private boolean group(StringBuilder text, Target target, int depth) {
        var body = context.scoped(() -> statements.some(2, depth));
        text.append(body.text());
        if (!body.completes()) return false;
        if (!context.choices.chance(60)) return true;
        target.left = true;
        text.append("break;\n");
        return false;
    }

    private Piece rules(String head, Selector selector, Target target, int depth) {
        context.features.add("switch.rules");
        var text = new StringBuilder(head);
        var completes = false;
        var count = 1 + context.choices.below(selector.labels.size());
        for (var i = 0; i < count; i++) {
            text.append("case ").append(selector.labels.get(i)).append(" -> ");
            completes |= rule(text, depth);
        }
        var hasDefault = context.choices.chance(60);
        if (hasDefault) {
            text.append("default -> ");
            completes |= rule(text, depth);
        }
        return new Piece(text.append("}\n").toString(), !hasDefault || completes || target.left);
    }

    private boolean rule(StringBuilder text, int depth) {
        if (context.canAwait() && context.choices.chance(30)) {
            text.append(expressions.awaits().nothing(depth)).append('\n');
            return true;
        }
        var body = context.scoped(() -> statements.some(3, depth));
        text.append("{\n").append(body.text()).append("}\n");
        return body.completes();
    }
}
