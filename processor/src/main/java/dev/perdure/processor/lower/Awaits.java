package dev.perdure.processor.lower;

import dev.perdure.processor.model.Awaited;
import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Expr;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.Operand;
import dev.perdure.processor.model.Patch;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.Purity;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Lowers awaits: a block that issues what is awaited, and a block that takes its outcome. */
final class Awaits {
    final List<PointPlan> points = new ArrayList<>();
    private final Graph graph;
    private final Temps temps;
    private final Expressions expressions;

    Awaits(Graph graph, Temps temps, Expressions expressions) {
        this.graph = graph;
        this.temps = temps;
        this.expressions = expressions;
    }

    Value suspend(Expr.Suspend await) {
        var patches = new ArrayList<Patch>();
        var facts = new ArrayList<Facts>();
        int last = Expressions.last(await.operands());
        if (last >= 0) {
            expressions.ahead(await.operands(), last, patches, facts);
            var operand = await.operands().get(last);
            var temp = expressions.spill(operand, await.site());
            patches.add(new Patch(operand.expr().span(), Code.of(temp)));
            facts.add(Facts.read(temp));
        }
        int issue = graph.block();
        graph.next(issue);
        int point = await.site().id() + 1;
        var code = issue(await, point, last, patches, facts);
        int resume = graph.block();
        graph.end(new End.Suspend(
                code, Facts.sequence(facts), point, resume, await.site().span().start()));
        graph.start(resume);
        points.add(new PointPlan(await.site(), issue, resume, await.used() ? await.type() : TypeRef.VOID));
        return new Value(take(await), Facts.NONE);
    }

    private Code issue(Expr.Suspend await, int point, int last, List<Patch> patches, List<Facts> facts) {
        var operands = await.operands();
        if (await.what() instanceof Awaited.Step step) return step(await, step, point, patches, facts);
        for (var operand : operands.subList(last + 1, operands.size()))
            facts.add(operand.expr().facts());
        if (await.what() instanceof Awaited.Chain chain)
            return Code.of("return this.$await(" + point + ", ", slice(chain.chain(), patches), ");");
        var arguments = new ArrayList<Code>();
        for (var operand : operands) arguments.add(slice(operand.expr().span(), patches));
        if (await.what() instanceof Awaited.Sleep sleep)
            return Code.list(
                    "return this." + (sleep.until() ? "$sleepUntil" : "$sleep") + "(" + point + ", ", arguments, ");");
        var call = (Awaited.Call) await.what();
        if (call.self() != null) arguments.add(0, Code.of(call.self()));
        return Code.list("return this.$call(" + point + ", " + call.machine() + ".$begin(", arguments, "));");
    }

    /** A call of a step: its operands are evaluated now, so that every attempt passes the same. */
    private Code step(Expr.Suspend await, Awaited.Step step, int point, List<Patch> patches, List<Facts> facts) {
        var fixed = new ArrayList<Patch>();
        for (var patch : patches) fixed.add(new Patch(patch.span(), captured(patch.code())));
        for (int i = 0; i < await.operands().size(); i++) {
            var operand = await.operands().get(i);
            if (isPatched(operand, patches) || isFixed(operand)) continue;
            var temp = temps.of(
                    await.site().label(), operand.expr().type(), operand.expr().span());
            var value = new Value(Code.of(operand.expr().span()), operand.expr().facts());
            expressions.assign(temp, value, operand.expr().span().start());
            fixed.add(new Patch(operand.expr().span(), Code.of(new Piece.Use(temp, true, false))));
            facts.add(Facts.read(temp));
        }
        var call = slice(await.span(), fixed);
        var body = await.type().isVoid() ? Code.of("{ ", call, "; return null; }") : call;
        return Code.of(
                "return this.$await(" + point
                        + ", new dev.perdure.spi.AwaitSpec<>(new dev.perdure.spi.Source.Run<>(() -> ",
                body,
                "), " + step.policies() + "));");
    }

    private static Code captured(Code use) {
        var parts = use.pieces().stream()
                .map(piece -> piece instanceof Piece.Use at ? new Piece.Use(at.var(), true, false) : piece)
                .toArray();
        return Code.of(parts);
    }

    private static boolean isPatched(Operand operand, List<Patch> patches) {
        return patches.stream()
                .anyMatch(patch -> patch.span().equals(operand.expr().span()));
    }

    /** A constant means the same in every attempt; a lambda captures copies anyway. */
    private static boolean isFixed(Operand operand) {
        return operand.expr() instanceof Expr.Leaf leaf
                && (leaf.purity() == Purity.CONSTANT || leaf.purity() == Purity.LAMBDA);
    }

    private static Code slice(Span span, List<Patch> patches) {
        var inside = patches.stream().filter(patch -> span.covers(patch.span())).toArray(Patch[]::new);
        return Code.slice(span, inside);
    }

    private static Code take(Expr.Suspend await) {
        if (!await.used()) return Code.of("this.<java.lang.Object>$take()");
        var type = await.type();
        var take = "this.<" + type.boxedText() + ">$take()";
        return Code.of(type.isPrimitive() ? "((" + type.text() + ") " + take + ")" : take);
    }
}
