package dev.perdure.processor.lower;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.JumpSite;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Patch;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.TypeRef;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jumps: through finally blocks to their target, or out of the method. */
final class Leaving {
    private final Graph graph;
    private final Scopes scopes;
    private final MethodModel method;

    Leaving(Graph graph, Scopes scopes, MethodModel method) {
        this.graph = graph;
        this.scopes = scopes;
        this.method = method;
    }

    /** A jump as part of a fragment. */
    record Inline(Code code, Item.@Nullable Exit exit) {}

    private record Step(Code code, Facts facts) {}

    /** How to get somewhere: assignments, then a block or, if that is -1, the end of the method. */
    private record Route(
            List<Step> steps, int block, @Nullable Code value) {
        Set<Var> defined() {
            var all = new HashSet<Var>();
            for (var step : steps) all.addAll(step.facts.kills());
            return all;
        }
    }

    /** Ends the current block with a jump. */
    void leave(JumpSite.Kind kind, int target, @Nullable Value value, int position) {
        var route = route(kind, target, value);
        for (var step : route.steps) graph.add(step.code, step.facts, position);
        if (route.block >= 0) graph.go(route.block);
        else finish(route.value, value == null ? Facts.NONE : value.facts(), position);
    }

    /** Leaves the method for good. */
    private void finish(@Nullable Code value, Facts facts, int position) {
        graph.end(new End.Finish(returned(value), facts, position, true));
    }

    /** A jump inside a verbatim fragment. */
    Inline inline(JumpSite jump) {
        var value = jump.value() == null ? null : new Value(Code.of(jump.value()), Facts.NONE);
        var route = route(jump.kind(), jump.target(), value);
        var parts = new ArrayList<Object>(List.of("{ "));
        for (var step : route.steps) {
            parts.add(step.code);
            parts.add(" ");
        }
        if (route.block >= 0) parts.add(new Piece.Jump(route.block));
        else parts.add(returned(route.value));
        parts.add(" }");
        return new Inline(
                Code.of(parts.toArray()), route.block < 0 ? null : new Item.Exit(route.block, route.defined()));
    }

    Patch patch(JumpSite jump, List<Item.Exit> exits) {
        var inline = inline(jump);
        if (inline.exit != null) exits.add(inline.exit);
        return new Patch(jump.span(), inline.code);
    }

    private Route route(JumpSite.Kind kind, int target, @Nullable Value value) {
        return switch (kind) {
            case RETURN -> toReturn(value);
            case BREAK -> to(new Scopes.Destination(scopes.target(target).onBreak(), target), List.of());
            case CONTINUE -> to(new Scopes.Destination(scopes.target(target).onContinue(), target), List.of());
            case YIELD -> {
                var found = scopes.target(target);
                yield to(new Scopes.Destination(found.onBreak(), target), List.of(store(found.result(), value)));
            }
        };
    }

    private static Step store(@Nullable Var var, @Nullable Value value) {
        if (var == null || value == null) throw new IllegalStateException("a value with nowhere to go");
        return new Step(assign(var, value.code()), value.facts().then(Facts.write(var)));
    }

    private static Code assign(Var var, Code value) {
        return Code.of(new Piece.Declare(var), " = ", value, ";");
    }

    private Route toReturn(@Nullable Value value) {
        var guard = scopes.guard(-1);
        if (guard == null) return new Route(List.of(), -1, value == null ? null : value.code());
        var steps = new ArrayList<Step>();
        if (guard.value() != null && value != null) steps.add(store(guard.value(), value));
        steps.addAll(record(guard, guard.number(Scopes.Destination.RETURN), false));
        return new Route(steps, guard.entry(), null);
    }

    private Route to(Scopes.Destination destination, List<Step> before) {
        var guard = scopes.guard(destination.target());
        if (guard == null) return new Route(before, destination.block(), null);
        var steps = new ArrayList<>(before);
        steps.addAll(record(guard, guard.number(destination), true));
        return new Route(steps, guard.entry(), null);
    }

    /** Fills the completion record of a finally block; always the whole of it. */
    private static List<Step> record(Scopes.Guard guard, int kind, boolean clearValue) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(assign(guard.kind(), Code.of("" + kind)), Facts.write(guard.kind())));
        steps.add(new Step(assign(guard.thrown(), Code.of("null")), Facts.write(guard.thrown())));
        var value = guard.value();
        if (value != null && clearValue)
            steps.add(new Step(assign(value, Code.of(initial(value.type()))), Facts.write(value)));
        return steps;
    }

    /** Enters a finally block normally, or with what was thrown. */
    void enter(Scopes.Guard guard, boolean thrown, int position) {
        for (var step : record(guard, thrown ? 1 : 0, true)) {
            boolean exception = thrown && step.facts.kills().contains(guard.thrown());
            graph.add(exception ? assign(guard.thrown(), Code.of("this.$thrown")) : step.code, step.facts, position);
        }
        graph.go(guard.entry());
    }

    /** Goes on behind a finally block, in the scopes round it. */
    void resume(Scopes.Guard guard, Scopes.Destination destination, int position) {
        if (destination.equals(Scopes.Destination.RETURN)) {
            var value = guard.value() == null ? null : new Value(Code.of(guard.value()), Facts.read(guard.value()));
            leave(JumpSite.Kind.RETURN, -1, value, position);
            return;
        }
        var route = to(destination, List.of());
        for (var step : route.steps) graph.add(step.code, step.facts, position);
        graph.go(route.block);
    }

    static String initial(TypeRef type) {
        if (!type.isPrimitive()) return "null";
        return type.text().equals("boolean") ? "false" : "0";
    }

    /** The statement that ends the method with a value, which is converted first as a return does. */
    private Code returned(@Nullable Code value) {
        if (value == null) return Code.of("return this.$return(null);");
        var type = method.result();
        if (type.isPrimitive()) return Code.of("return this.$return((" + type.text() + ") (", value, "));");
        boolean simple = value.pieces().size() == 1 && value.pieces().get(0) instanceof Piece.Use;
        if (simple && !type.boxed()) return Code.of("return this.$return(", value, ");");
        return Code.of("final " + type.text() + " $result = ", value, "; return this.$return($result);");
    }
}
