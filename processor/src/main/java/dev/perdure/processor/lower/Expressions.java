package dev.perdure.processor.lower;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Expr;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.Operand;
import dev.perdure.processor.model.Patch;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.Purity;
import dev.perdure.processor.model.Site;
import dev.perdure.processor.model.Stmt;
import dev.perdure.processor.model.TypeRef;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Lowers expressions. What has to happen before an await is put into statements; what comes after it stays text, with the
 * operands that were evaluated ahead replaced by temps.
 */
final class Expressions {
    final List<Spill> spills = new ArrayList<>();
    private final Graph graph;
    private final Temps temps;
    private final Awaits awaits;
    private final BiConsumer<Stmt.Switch, Var> switches;

    Expressions(Graph graph, Temps temps, BiConsumer<Stmt.Switch, Var> switches) {
        this.graph = graph;
        this.temps = temps;
        this.switches = switches;
        this.awaits = new Awaits(graph, this);
    }

    List<PointPlan> points() {
        return awaits.points;
    }

    /** Evaluates an expression up to where one piece of text yields its value. */
    Value value(Expr expr) {
        if (expr instanceof Expr.Leaf leaf) return new Value(Code.of(leaf.span()), leaf.facts());
        if (expr instanceof Expr.Paren paren) return inPlace(paren, paren.inner());
        if (expr instanceof Expr.Op op) return op(op);
        if (expr instanceof Expr.Suspend suspend) return awaits.suspend(suspend);
        if (expr instanceof Expr.Compound compound) return compound(compound);
        if (expr instanceof Expr.Not || expr instanceof Expr.Logic) return truth(expr);
        if (expr instanceof Expr.Conditional choice) return conditional(choice);
        if (expr instanceof Expr.SwitchValue choice) {
            var result = temps.of(site(expr).label(), choice.type(), choice.span());
            switches.accept(choice.body(), result);
            return use(result);
        }
        throw new IllegalStateException("no such expression: " + expr);
    }

    private Value inPlace(Expr whole, Expr inner) {
        var value = value(inner);
        return new Value(Code.slice(whole.span(), new Patch(inner.span(), value.code())), value.facts());
    }

    static Value use(Var var) {
        return new Value(Code.of(var), Facts.read(var));
    }

    /** The last await in an expression: the one that its temps wait for. */
    static Site site(Expr expr) {
        if (expr instanceof Expr.Suspend suspend) return suspend.site();
        if (expr instanceof Expr.Paren paren) return site(paren.inner());
        if (expr instanceof Expr.Not not) return site(not.inner());
        if (expr instanceof Expr.Op op)
            return site(op.operands().get(last(op.operands())).expr());
        if (expr instanceof Expr.Logic logic) return site(logic.right().suspends() ? logic.right() : logic.left());
        if (expr instanceof Expr.Compound compound)
            return site(compound.value().suspends() ? compound.value() : compound.target());
        if (expr instanceof Expr.Conditional choice)
            return site(
                    choice.whenFalse().suspends()
                            ? choice.whenFalse()
                            : choice.whenTrue().suspends() ? choice.whenTrue() : choice.condition());
        if (expr instanceof Expr.SwitchValue choice) return new Site(-1, "switch", 0, choice.span());
        throw new IllegalStateException("no await in " + expr);
    }

    /** The index of the last operand with an await, or -1. */
    static int last(List<Operand> operands) {
        for (int i = operands.size() - 1; i >= 0; i--)
            if (operands.get(i).expr().suspends()) return i;
        return -1;
    }

    // ---- operations

    private Value op(Expr.Op op) {
        int last = last(op.operands());
        if (last < 0) return new Value(Code.of(op.span()), op.facts());
        var patches = new ArrayList<Patch>();
        var facts = new ArrayList<Facts>();
        ahead(op.operands(), last, patches, facts);
        var operand = op.operands().get(last).expr();
        var value = value(operand);
        patches.add(new Patch(operand.span(), value.code()));
        facts.add(value.facts());
        for (var rest : op.operands().subList(last + 1, op.operands().size()))
            facts.add(rest.expr().facts());
        facts.add(op.own());
        return new Value(Code.slice(op.span(), patches.toArray(Patch[]::new)), Facts.sequence(facts));
    }

    /** Evaluates the operands before one that has an await, except those that may as well be evaluated after it. */
    void ahead(List<Operand> operands, int last, List<Patch> patches, List<Facts> facts) {
        for (int i = 0; i < last; i++) {
            var operand = operands.get(i);
            if (mayWait(operand, operands.subList(i + 1, last + 1))) {
                facts.add(operand.expr().facts());
                continue;
            }
            var temp = spill(operand, site(operands.get(last).expr()));
            patches.add(new Patch(operand.expr().span(), Code.of(temp)));
            facts.add(Facts.read(temp));
        }
    }

    static boolean mayWait(Operand operand, List<Operand> later) {
        if (!(operand.expr() instanceof Expr.Leaf leaf)) return false;
        if (operand.keep() == Operand.Keep.UNBOXED || operand.keep() == Operand.Keep.LIST) return false;
        if (leaf.purity() == Purity.CONSTANT || leaf.purity() == Purity.LAMBDA) return true;
        if (operand.keep() == Operand.Keep.STRING) return false;
        var local = leaf.local();
        return local != null
                && later.stream().noneMatch(each -> each.expr().facts().writes().contains(local));
    }

    /** Evaluates an operand into a temp, to be kept over an await. */
    Var spill(Operand operand, Site site) {
        var temp = temp(operand, site);
        spills.add(new Spill(temp, operand, site));
        return temp;
    }

    /** Evaluates an operand into a temp. */
    Var temp(Operand operand, Site site) {
        var expr = operand.expr();
        var type = switch (operand.keep()) {
            case UNBOXED -> expr.type().unboxed();
            case STRING -> TypeRef.STRING;
            case LIST -> java.util.Objects.requireNonNull(operand.list());
            default -> expr.type();
        };
        var value = value(expr);
        var code = switch (operand.keep()) {
            case STRING -> Code.of("\"\" + (", value.code(), ")");
            case LIST -> Code.of("new " + type.text() + "(", value.code(), ")");
            default -> value.code();
        };
        var temp = operand.keep() == Operand.Keep.LIST
                ? temps.named(site.label(), "items", type, expr.span())
                : temps.of(site.label(), type, expr.span());
        assign(temp, new Value(code, value.facts()), expr.span().start());
        return temp;
    }

    void assign(Var var, Value value, int position) {
        graph.add(
                Code.of(new Piece.Declare(var), " = ", value.code(), ";"),
                value.facts().then(Facts.write(var)),
                position);
    }

    private Value compound(Expr.Compound compound) {
        var patches = new ArrayList<Patch>();
        var facts = new ArrayList<Facts>();
        if (compound.target() instanceof Expr.Op target) target(target, compound, patches, facts);
        var site = site(compound);
        if (!compound.value().suspends()) {
            facts.add(compound.value().facts());
            return new Value(Code.slice(compound.span(), patches.toArray(Patch[]::new)), Facts.sequence(facts));
        }
        var target = Code.slice(compound.target().span(), patches.toArray(Patch[]::new));
        var old = old(compound, target, Facts.sequence(facts), site);
        var value = value(compound.value());
        var type = compound.target().type().text();
        var local = compound.local();
        var own = local == null ? Facts.NONE : Facts.write(local);
        var after = Code.of("(" + type + ") (", old.code(), " " + compound.operator() + " (", value.code(), "))");
        var assigned = local == null ? target : Code.of(new Piece.Use(local, false, true));
        var code = compound.setter() == null
                ? Code.of(assigned, " = ", after)
                : set(compound, compound.setter(), patches, after);
        return new Value(
                code,
                Facts.sequence(facts).then(old.facts()).then(value.facts()).then(own));
    }

    private static Code set(Expr.Compound compound, String setter, List<Patch> patches, Code value) {
        var arguments = new ArrayList<Code>();
        if (compound.target() instanceof Expr.Op target)
            for (var operand : target.operands())
                arguments.add(Code.slice(operand.expr().span(), patches.toArray(Patch[]::new)));
        arguments.add(value);
        return Code.list(setter + "(", arguments, ")");
    }

    /** The value before: kept, unless it is a local that the right side leaves alone. */
    private Value old(Expr.Compound compound, Code target, Facts facts, Site site) {
        var local = compound.local();
        var type = compound.target().type();
        if (local != null && !type.boxed() && !compound.value().facts().writes().contains(local)) return use(local);
        var temp = temps.of(site.label(), type.unboxed(), compound.target().span());
        assign(
                temp,
                new Value(target, local == null ? facts : Facts.read(local)),
                compound.span().start());
        return use(temp);
    }

    /** Evaluates the parts of a target that is not a local. */
    private void target(Expr.Op target, Expr.Compound compound, List<Patch> patches, List<Facts> facts) {
        int count = target.operands().size();
        if (compound.value().suspends()) {
            var all = new ArrayList<>(target.operands());
            all.add(new Operand(compound.value(), Operand.Keep.VALUE));
            ahead(all, count, patches, facts);
            return;
        }
        int last = last(target.operands());
        ahead(target.operands(), last, patches, facts);
        var operand = target.operands().get(last).expr();
        var value = value(operand);
        patches.add(new Patch(operand.span(), value.code()));
        facts.add(value.facts());
    }

    // ---- conditions

    private Value truth(Expr expr) {
        var result = temps.of(site(expr).label(), TypeRef.BOOLEAN, expr.span());
        int whenTrue = graph.block();
        int whenFalse = graph.block();
        int after = graph.block();
        condition(expr, whenTrue, whenFalse);
        graph.start(whenTrue);
        assign(result, new Value(Code.of("true"), Facts.NONE), Graph.OWN);
        graph.go(after);
        graph.start(whenFalse);
        assign(result, new Value(Code.of("false"), Facts.NONE), Graph.OWN);
        graph.next(after);
        return use(result);
    }

    private Value conditional(Expr.Conditional choice) {
        var result = temps.of(site(choice).label(), choice.type(), choice.span());
        int whenTrue = graph.block();
        int whenFalse = graph.block();
        int after = graph.block();
        condition(choice.condition(), whenTrue, whenFalse);
        graph.start(whenTrue);
        assign(result, value(choice.whenTrue()), choice.whenTrue().span().start());
        graph.go(after);
        graph.start(whenFalse);
        assign(result, value(choice.whenFalse()), choice.whenFalse().span().start());
        graph.next(after);
        return use(result);
    }

    /** Goes to one of two blocks. */
    void condition(Expr expr, int whenTrue, int whenFalse) {
        if (expr instanceof Expr.Leaf leaf && leaf.truth() != null) {
            graph.go(leaf.truth() ? whenTrue : whenFalse);
        } else if (expr instanceof Expr.Paren paren && paren.suspends()) {
            condition(paren.inner(), whenTrue, whenFalse);
        } else if (expr instanceof Expr.Not not) {
            condition(not.inner(), whenFalse, whenTrue);
        } else if (expr instanceof Expr.Logic logic) {
            int right = graph.block();
            condition(logic.left(), logic.and() ? right : whenTrue, logic.and() ? whenFalse : right);
            graph.start(right);
            condition(logic.right(), whenTrue, whenFalse);
        } else if (expr instanceof Expr.Conditional choice) {
            int yes = graph.block();
            int no = graph.block();
            condition(choice.condition(), yes, no);
            graph.start(yes);
            condition(choice.whenTrue(), whenTrue, whenFalse);
            graph.start(no);
            condition(choice.whenFalse(), whenTrue, whenFalse);
        } else {
            var value = value(expr);
            // An assignment binds less than the choice that its value is put into.
            boolean loose = expr instanceof Expr.Op || expr instanceof Expr.Compound;
            var code = loose ? Code.of("(", value.code(), ")") : value.code();
            graph.end(new End.Choose(
                    code, value.facts(), whenTrue, whenFalse, expr.span().start()));
        }
    }
}
