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
    private final Expressions expressions;

    Awaits(Graph graph, Expressions expressions) {
        this.graph = graph;
        this.expressions = expressions;
    }

    Value suspend(Expr.Suspend await) {
        var patches = new ArrayList<Patch>();
        var facts = new ArrayList<Facts>();
        ahead(await, patches, facts);
        int issue = graph.block();
        graph.next(issue);
        int point = await.site().id() + 1;
        if (await.what() instanceof Awaited.Undo) facts.add(await.facts());
        var code = issue(await, point, patches);
        int resume = graph.block();
        graph.end(new End.Suspend(
                code, Facts.sequence(facts), point, resume, await.site().span().start()));
        graph.start(resume);
        boolean group = await.what() instanceof Awaited.Chain chain && chain.group();
        points.add(
                new PointPlan(await.site(), issue, resume, await.used() ? await.type() : TypeRef.VOID, false, group));
        return new Value(take(await), Facts.NONE);
    }

    /**
     * Evaluates what has to be evaluated ahead of the issue block: that one may run again, so it must change nothing that
     * is saved.
     */
    private void ahead(Expr.Suspend await, List<Patch> patches, List<Facts> facts) {
        var operands = await.operands();
        int suspending = Expressions.last(operands);
        int count = count(await, suspending);
        for (int i = 0; i < operands.size(); i++) {
            var operand = operands.get(i);
            if (i >= count
                    || (i > suspending && isDescription(operand))
                    || Expressions.mayWait(operand, operands.subList(i + 1, count))) {
                facts.add(operand.expr().facts());
                continue;
            }
            var temp = i < suspending
                    ? expressions.spill(
                            operand, Expressions.site(operands.get(suspending).expr()))
                    : expressions.temp(operand, await.site());
            patches.add(new Patch(operand.expr().span(), Code.of(temp)));
            facts.add(Facts.read(temp));
        }
    }

    /** How many operands have to be evaluated ahead. */
    private static int count(Expr.Suspend await, int suspending) {
        var operands = await.operands();
        boolean all = await.what() instanceof Awaited.Step;
        for (int i = operands.size() - 1; i > suspending; i--) {
            if (isDescription(operands.get(i))) continue;
            if (!(operands.get(i).expr() instanceof Expr.Leaf leaf)) return i + 1;
            boolean simple = leaf.purity() != Purity.NONE;
            if (operands.get(i).keep() == Operand.Keep.LIST) return i + 1;
            if (!simple && (all || !leaf.facts().mentioned().isEmpty())) return i + 1;
        }
        return suspending + 1;
    }

    /**
     * A stage, a callback, a job that is no record: what describes a wait and cannot be saved is made again after a crash, if
     * making it changes no local.
     */
    private static boolean isDescription(Operand operand) {
        return operand.expr() instanceof Expr.Leaf leaf
                && leaf.type().unsaveable() != null
                && leaf.facts().writes().isEmpty();
    }

    private Code issue(Expr.Suspend await, int point, List<Patch> patches) {
        if (await.what() instanceof Awaited.Step step) return step(await, step, point, patches);
        if (await.what() instanceof Awaited.Chain chain)
            return Code.of("return this.$await(" + point + ", ", slice(chain.chain(), patches), ");");
        if (await.what() instanceof Awaited.Undo undo) return undo(undo, point);
        var arguments = new ArrayList<Code>();
        for (var operand : await.operands()) arguments.add(slice(operand.expr().span(), patches));
        if (await.what() instanceof Awaited.Sleep sleep)
            return Code.list(
                    "return this." + (sleep.until() ? "$sleepUntil" : "$sleep") + "(" + point + ", ", arguments, ");");
        return call(point, (Awaited.Call) await.what(), arguments);
    }

    private static Code call(int point, Awaited.Call call, List<Code> arguments) {
        var issue = "return this.$call(" + point + ", ";
        if (!call.ofSuper()) {
            if (call.self() != null) arguments.add(0, Code.of(call.self()));
            return Code.list(issue + call.machine() + ".$begin(", arguments, "));");
        }
        var begin = "dev.perdure.machine.Dispatch.exactly(" + call.machine() + ".LAYOUT, " + call.self();
        return Code.list(issue + begin + ", new java.lang.Object[] {", converted(call.parameters(), arguments), "}));");
    }

    /** Arguments of a call of super: they go in as objects, so each is made what its parameter is. */
    private static List<Code> converted(List<String> parameters, List<Code> arguments) {
        var all = new ArrayList<Code>();
        int last = parameters.size() - 1;
        for (int i = 0; i <= last; i++) {
            var type = parameters.get(i);
            all.add(
                    type.endsWith("...")
                            ? Code.list(
                                    "new " + type.replace("...", "[]") + " {",
                                    arguments.subList(last, arguments.size()),
                                    "}")
                            : Code.of("(" + type + ") (", arguments.get(i), ")"));
        }
        return all;
    }

    private static Code undo(Awaited.Undo undo, int point) {
        return Code.of(
                "return this.$await(" + point + ", dev.perdure.Perdure.await("
                        + "(dev.perdure.Action<java.lang.Exception>) () -> ((dev.perdure.Undo<" + undo.type() + ">) ",
                undo.lambda(),
                ").undo(",
                new Piece.Use(undo.done(), true, false),
                ")).withRetry());");
    }

    /**
     * A call of a step: its operands are evaluated by now, so that every attempt passes the same. Nobody reads the type of what
     * is awaited, so none is left to be found: finding it would make javac try the lambda once more for each diamond.
     */
    private static Code step(Expr.Suspend await, Awaited.Step step, int point, List<Patch> patches) {
        var fixed = new ArrayList<Patch>();
        for (var patch : patches) fixed.add(new Patch(patch.span(), captured(patch.code())));
        for (var operand : await.operands())
            if (operand.expr() instanceof Expr.Leaf leaf && leaf.local() != null && !isPatched(operand, patches))
                fixed.add(new Patch(leaf.span(), Code.of(new Piece.Use(leaf.local(), true, false))));
        var call = slice(await.span(), fixed);
        var body = await.type().isVoid() ? Code.of("{ ", call, "; return null; }") : call;
        return Code.of(
                "return this.$await(" + point
                        + ", new dev.perdure.spi.AwaitSpec<java.lang.Object>(new dev.perdure.spi.Source.Run<java.lang.Object>(() -> ",
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
