package dev.perdure.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    /** Most programs are small: what goes wrong goes wrong with few parts, and the compilers' time is by the line. */
    private static final List<Size> SIZES = List.of(
            new Size(2, 3, 3, 12),
            new Size(2, 3, 3, 12),
            new Size(3, 4, 2, 18),
            new Size(3, 4, 3, 18),
            new Size(3, 5, 3, 26),
            new Size(4, 7, 5, 50));

    /** How deep statements nest, how many stand in a row and locals before them, and how many parts there are in all. */
    private record Size(int depth, int statements, int locals, int fuel) {}

    static Program of(String name, Choices choices) {
        var context = new Context(host(name), choices);
        var size = choices.oneOf(SIZES);
        var text = new StringBuilder();
        var callees = new ArrayList<Callee>();
        for (var i = choices.below(4) - 1; i > 0; i--)
            callees.add(new Callee(name + "_h" + i, choices.oneOf(Kind.ALL), kinds(choices, 2)));
        context.callees.addAll(callees);
        for (var callee : callees) {
            context.features.add("program.callee");
            context.recursion = callee;
            context.fuel = size.fuel / 3;
            text.append(method(context, callee.name(), callee.result(), callee.parameters(), "int depth", size));
        }
        context.recursion = null;
        context.fuel = size.fuel;
        var parameters = kinds(choices, 4);
        text.append(method(context, name, choices.oneOf(Kind.ALL), parameters, "", size));
        return new Program(name, text.toString(), parameters, context.features, choices.made());
    }

    /** The class that it is put into. */
    String host() {
        return host(name);
    }

    private static String host(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static List<Kind> kinds(Choices choices, int most) {
        var kinds = new ArrayList<Kind>();
        for (var i = choices.below(most + 1); i > 0; i--) kinds.add(choices.oneOf(Kind.ALL));
        return kinds;
    }

    private static String method(
            Context context, String name, Kind result, List<Kind> parameters, String first, Size size) {
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
                var main = first.isEmpty();
                var locals = statements.locals(main ? size.locals : 1);
                var some = statements.some(main ? size.statements : 3, main ? size.depth : size.depth - 1);
                return locals + some.text() + (some.completes() ? end(context, statements, result) : "");
            });
            return "@Durable\npublic " + result.source + " " + name + "(" + String.join(", ", declared)
                    + ") throws Exception {\n" + stop + body + "}\n\n";
        });
    }

    /**
     * Shows all that is in scope, so that a wrong local cannot hide: as it is, which costs the machine a line, where a text
     * made of it costs it a field and six. An array of objects would be taken for all the arguments.
     */
    private static String end(Context context, Statements statements, Kind result) {
        var all = context.visible(local -> true).stream()
                .map(local -> local.kind().spreads() ? "Show.of(" + local.name() + ")" : local.name())
                .collect(Collectors.joining(", "));
        return "fx.sVoid(" + context.site() + (all.isEmpty() ? "" : ", ") + all + ");\nreturn "
                + statements.expressions().of(result, 2) + ";\n";
    }
}
