package dev.perdure.processor.lower;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.TypeRef;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Turns a method into the plan of its machine. */
public final class Lowering {
    private Lowering() {}

    /**
     * A plan, and how block numbers in its code are to be read.
     *
     * @param lambdas the same of the lambdas in it that become machines, in order
     */
    public record Lowered(Plan plan, IntUnaryOperator numbers, List<Lowered> lambdas) {}

    /** The plan of a method. */
    public static Lowered lower(MethodModel method) {
        var statements = new Statements(method);
        int entry = statements.graph.block();
        statements.graph.start(entry);
        statements.lower(method.body());
        if (method.result().isVoid())
            statements.leaving.leave(
                    dev.perdure.processor.model.JumpSite.Kind.RETURN,
                    -1,
                    null,
                    method.body().span().end() - 1);
        else
            statements.graph.end(new End.Finish(
                    Code.of("throw new java.lang.AssertionError(\"unreachable\");"), Facts.NONE, Graph.OWN, false));
        var points = new ArrayList<>(statements.expressions.points());
        points.sort(Comparator.comparingInt(
                point -> point.site() == null ? -1 : point.site().id()));
        var simplify = new Simplify(statements.graph.all(), points);
        var blocks = simplify.run(entry);
        var all = new ArrayList<PointPlan>();
        all.add(new PointPlan(null, 0, 0, TypeRef.VOID, false, false));
        for (var point : points) all.add(placed(point, simplify, blocks));
        var lambdas = method.lambdas().stream().map(Lowering::lower).toList();
        return new Lowered(plan(method, blocks, all, statements.expressions.spills), simplify::number, lambdas);
    }

    private static PointPlan placed(PointPlan point, Simplify simplify, List<Block> blocks) {
        int resume = simplify.number(point.resume());
        return new PointPlan(
                point.site(),
                simplify.number(point.issue()),
                resume,
                point.result(),
                Tails.isTail(blocks, resume),
                point.group());
    }

    private static Plan plan(MethodModel method, List<Block> blocks, List<PointPlan> points, List<Spill> spills) {
        var liveness = new Liveness(blocks);
        var fields = fields(method, blocks, liveness);
        var slots = new LinkedHashSet<>(method.parameters());
        for (var point : points) {
            if (point.resume() < 0) continue;
            var saved = new HashSet<>(liveness.all().get(point.resume()));
            saved.addAll(liveness.all().get(point.issue()));
            saved.stream().sorted(Comparator.comparingInt(Var::id)).forEach(slots::add);
        }
        return new Plan(
                blocks,
                points,
                fields,
                List.copyOf(slots),
                liveness.all(),
                liveness.cleared(fields, method.parameters()),
                spills);
    }

    /** Locals that one block cannot keep to itself. */
    private static Set<Var> fields(MethodModel method, List<Block> blocks, Liveness liveness) {
        var fields = new HashSet<>(method.parameters());
        var home = new HashMap<Var, Integer>();
        for (var block : blocks) {
            fields.addAll(liveness.all().get(block.id()));
            for (var var : block.mentioned()) {
                var before = home.put(var, block.id());
                if (before != null && before != block.id()) fields.add(var);
            }
        }
        return fields;
    }
}
