package dev.perdure.tests.fuzz;

/** Awaits of every sort. */
final class Awaits {
    private final Context context;
    private final Expressions expressions;

    Awaits(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    String of(Kind kind, int depth) {
        return new Menu<String>()
                .add(4, "await.lambda", () -> lambda(kind, depth))
                .add(4, "await.step", () -> step(kind, depth))
                .add(1, "await.block lambda", () -> block(kind, depth))
                .order(context);
    }

    /** One that yields nothing, as a statement. */
    String nothing(int depth) {
        if (context.choices.chance(50)) return "fx.sVoid(" + arguments(3, depth) + ");";
        var arguments = context.capturing(() -> arguments(3, depth));
        return "await(() -> fx.aVoid(" + arguments + "))" + chain() + ".get();";
    }

    private String arguments(int most, int depth) {
        var text = new StringBuilder().append(context.site());
        expressions
                .arguments(most, Math.min(depth, 2))
                .forEach(argument -> text.append(", ").append(argument));
        return text.toString();
    }

    private String step(Kind kind, int depth) {
        var arguments = arguments(3, depth);
        if (!kind.primitive()) return "fx.s(Of." + kind + ", " + arguments + ")";
        return "fx.s" + kind.source.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.source.substring(1) + "("
                + arguments + ")";
    }

    private String lambda(Kind kind, int depth) {
        var arguments = context.capturing(() -> arguments(3, depth));
        return "await(() -> fx.a(Of." + kind + ", " + arguments + "))" + fallback(kind) + chain() + ".get()";
    }

    private String block(Kind kind, int depth) {
        var arguments = context.capturing(() -> arguments(2, depth));
        return "await(() -> { var it = fx.a(Of." + kind + ", " + arguments + "); return it; })" + chain() + ".get()";
    }

    private String fallback(Kind kind) {
        if (kind.primitive() || kind.mutable() || !context.choices.chance(15)) return "";
        context.features.add("await.fallback");
        return ".withFallback(" + expressions.leaf(kind) + ")";
    }

    private String chain() {
        return switch (context.choices.below(8)) {
            case 5 -> ".named(\"n" + context.site() + "\")";
            case 6 -> ".withRetry(1)";
            case 7 -> ".withRetry(r -> r.attempts(1)).named(\"n" + context.site() + "\")";
            default -> "";
        };
    }
}
