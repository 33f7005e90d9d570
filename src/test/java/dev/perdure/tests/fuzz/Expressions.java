package dev.perdure.tests.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Expressions of every kind: the forms that all kinds share. */
final class Expressions {
    private final Context context;
    private final Literals literals;
    private final Numbers numbers;
    private final Objects objects;
    private final Awaits awaits;
    private final Switches switches;

    Expressions(Context context, Statements statements) {
        this.context = context;
        literals = new Literals(context);
        numbers = new Numbers(context, this);
        objects = new Objects(context, this);
        awaits = new Awaits(context, this);
        switches = new Switches(context, this, statements);
    }

    /** An expression whose type is the kind's, or its box. */
    String of(Kind kind, int depth) {
        if (depth <= 0 || context.fuel-- <= 0) return leaf(kind);
        var menu = new Menu<String>()
                .add(4, "expression.leaf", () -> leaf(kind))
                .add(6, "kind." + kind, () -> own(kind, depth - 1))
                .addIf(context.canAwait(), 6, "await." + kind, () -> awaits.of(kind, depth - 1))
                .add(1, "expression.ternary", () -> ternary(kind, depth - 1))
                .addIf(!context.writable(kind).isEmpty(), 1, "expression.assignment", () -> assignment(kind, depth - 1))
                .add(1, "expression.generic call", () -> generic(kind, depth - 1))
                .add(1, "expression.lambda", () -> lambda(kind, depth - 1))
                .addIf(!context.lambda, 1, "expression.switch", () -> switches.expression(kind, depth - 1))
                .addIf(callable(kind).size() > 0, 2, "call.durable", () -> call(kind, depth - 1));
        return menu.order(context);
    }

    /** A local or a literal. */
    String leaf(Kind kind) {
        var locals = context.readable(kind);
        if (locals.isEmpty() || context.choices.chance(15)) return literals.of(kind);
        return context.choices.oneOf(locals).name();
    }

    /** A local, or a literal bracketed so that a member can be selected of it. */
    String receiver(Kind kind) {
        return "(" + leaf(kind) + ")";
    }

    /** A number that a primitive cast can be applied to. */
    String number(int depth) {
        var kind = context.choices.oneOf(Kind.NUMBERS);
        return "(" + of(kind, depth) + " + " + context.choices.below(3) + ")";
    }

    /**
     * Something of any kind that an await may follow: where an object that can change is evaluated before an await and used
     * after it, the processor refuses the program, unless it is a local.
     */
    String operand(int depth) {
        var kind = context.choices.oneOf(Kind.ALL);
        return kind.mutable() && context.canAwait() && !context.choices.chance(5) ? leaf(kind) : of(kind, depth);
    }

    /** Some arguments of any kinds. */
    List<String> arguments(int most, int depth) {
        var arguments = new ArrayList<String>();
        for (var i = context.choices.below(most + 1); i > 0; i--) arguments.add(operand(depth));
        return arguments;
    }

    /** The host, also where {@code this} is another object. */
    String self() {
        return context.lambda ? context.host + ".this" : "this";
    }

    /** The text of any value. */
    String shown(int depth) {
        return "Show.of(" + of(context.choices.oneOf(Kind.ALL), depth) + ")";
    }

    Awaits awaits() {
        return awaits;
    }

    Switches switches() {
        return switches;
    }

    private String own(Kind kind, int depth) {
        return Kind.NUMBERS.contains(kind) || kind == Kind.BOOLEAN ? numbers.of(kind, depth) : objects.of(kind, depth);
    }

    private String ternary(Kind kind, int depth) {
        return "(" + of(Kind.BOOLEAN, depth) + " ? " + of(kind, depth) + " : " + of(kind, depth) + ")";
    }

    private String assignment(Kind kind, int depth) {
        return "(" + context.choices.oneOf(context.writable(kind)).name() + " = " + of(kind, depth) + ")";
    }

    private String generic(Kind kind, int depth) {
        return switch (context.choices.below(4)) {
            case 0 -> "same(" + of(kind, depth) + ")";
            case 1 -> self() + ".<" + kind.boxed + ">same(" + of(kind, depth) + ")";
            case 2 -> "first(" + of(kind, depth) + ", " + of(Kind.STRING, depth) + ", " + operand(depth) + ")";
            default -> "last(" + operand(depth) + ", " + of(kind, depth) + ")";
        };
    }

    private String lambda(Kind kind, int depth) {
        return context.capturing(() -> {
            var body = of(kind, depth);
            if (kind == Kind.INT && context.choices.chance(50)) return "((IntSupplier) () -> " + body + ").getAsInt()";
            if (context.choices.chance(30))
                return "((Supplier<" + kind.boxed + ">) () -> { var " + context.name("t") + " = 1; return " + body
                        + "; }).get()";
            return "((Supplier<" + kind.boxed + ">) () -> " + body + ").get()";
        });
    }

    private List<Callee> callable(Kind kind) {
        if (!context.canAwait()) return List.of();
        return context.callees.stream()
                .filter(callee -> callee.result() == kind)
                .toList();
    }

    private String call(Kind kind, int depth) {
        return call(context.choices.oneOf(callable(kind)), depth);
    }

    /** A call of a durable method; objects that can change go as copies. */
    String call(Callee callee, int depth) {
        var arguments = new ArrayList<String>();
        arguments.add(context.recursion == null ? Integer.toString(1 + context.choices.below(2)) : "depth - 1");
        for (var kind : callee.parameters()) arguments.add(kind.mutable() ? literals.of(kind) : of(kind, depth));
        return (context.choices.chance(20) ? "this." : "") + callee.name() + "(" + String.join(", ", arguments) + ")";
    }
}
