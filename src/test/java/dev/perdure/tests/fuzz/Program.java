package dev.perdure.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A generated program: a durable method, and the durable methods that it calls.
 *
 * @param name of its main method
 * @param text the declarations, to be put into a class
 * @param parameters of the main method
 */
record Program(String name, String text, List<Kind> parameters, Set<String> features, List<Integer> choices) {
    private static final int DEPTH = 4;
    private static final int FUEL = 55;

    static Program of(String name, Choices choices) {
        var context = new Context(choices);
        var text = new StringBuilder();
        var callees = new ArrayList<Callee>();
        for (var i = choices.below(4) - 1; i > 0; i--)
            callees.add(new Callee(name + "_h" + i, choices.oneOf(Kind.ALL), kinds(choices, 2)));
        context.callees.addAll(callees);
        for (var callee : callees) {
            context.features.add("program.callee");
            context.recursion = callee;
            context.fuel = FUEL / 3;
            text.append(method(context, callee.name(), callee.result(), callee.parameters(), "int depth", DEPTH - 2));
        }
        context.recursion = null;
        context.fuel = FUEL;
        var parameters = kinds(choices, 4);
        text.append(method(context, name, choices.oneOf(Kind.ALL), parameters, "", DEPTH));
        return new Program(name, text.toString(), parameters, context.features, choices.made());
    }

    private static List<Kind> kinds(Choices choices, int most) {
        var kinds = new ArrayList<Kind>();
        for (var i = choices.below(most + 1); i > 0; i--) kinds.add(choices.oneOf(Kind.ALL));
        return kinds;
    }

    private static String method(
            Context context, String name, Kind result, List<Kind> parameters, String first, int depth) {
        context.result = result;
        return context.scoped(() -> {
            var declared = new ArrayList<String>();
            if (!first.isEmpty()) declared.add(first);
            for (var kind : parameters) {
                var local = context.declare(kind, context.choices.chance(60));
                declared.add(kind.source + " " + local.name());
            }
            var statements = new Statements(context);
            var stop = first.isEmpty()
                    ? ""
                    : "if (depth <= 0) return " + statements.expressions().leaf(result) + ";\n";
            var body = context.scoped(() -> {
                var locals = statements.locals(first.isEmpty() ? 5 : 2);
                var some = statements.some(7, depth);
                return locals + some.text() + (some.completes() ? end(context, statements, result) : "");
            });
            return "@Durable\npublic " + result.source + " " + name + "(" + String.join(", ", declared)
                    + ") throws Exception {\n" + stop + body + "}\n\n";
        });
    }

    /** Shows all that is in scope, so that a wrong local cannot hide. */
    private static String end(Context context, Statements statements, Kind result) {
        var all = context.visible(local -> true).stream()
                .map(local -> "Show.of(" + local.name() + ")")
                .collect(Collectors.joining(", "));
        return "fx.sVoid(" + context.site() + (all.isEmpty() ? "" : ", ") + all + ");\nreturn "
                + statements.expressions().of(result, 2) + ";\n";
    }
}
