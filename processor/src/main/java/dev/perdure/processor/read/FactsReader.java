package dev.perdure.processor.read;

import com.sun.source.tree.*;
import com.sun.source.util.TreeScanner;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.Var;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What code does to the locals that may move; where it cannot tell it says that more is read and less surely assigned. */
@SuppressWarnings("VoidUsed") // the parameter that visitors pass on
final class FactsReader extends TreeScanner<Facts, @Nullable Void> {
    private final Locals locals;

    FactsReader(Locals locals) {
        this.locals = locals;
    }

    /** The facts of a tree; locals that it declares itself come from nowhere else. */
    Facts of(@Nullable Tree tree) {
        var facts = facts(tree);
        var bound = bindings(tree);
        if (bound.isEmpty()) return facts;
        var reads = new HashSet<>(facts.reads());
        reads.removeAll(bound);
        var kills = new HashSet<>(facts.kills());
        kills.addAll(bound);
        return new Facts(reads, facts.writes(), kills);
    }

    private Facts facts(@Nullable Tree tree) {
        var facts = tree == null ? null : scan(tree, null);
        return facts == null ? Facts.NONE : facts;
    }

    /** The locals that a tree's patterns bind. */
    Set<Var> bindings(@Nullable Tree tree) {
        var bound = new HashSet<Var>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitBindingPattern(BindingPatternTree pattern, @Nullable Void p) {
                var var = locals.of(pattern.getVariable());
                if (var != null) bound.add(var);
                return null;
            }
        }.scan(tree, null);
        return bound;
    }

    @Override
    public Facts reduce(@Nullable Facts later, @Nullable Facts earlier) {
        if (earlier == null) return later == null ? Facts.NONE : later;
        return later == null ? earlier : earlier.then(later);
    }

    @Override
    public Facts visitIdentifier(IdentifierTree tree, @Nullable Void p) {
        var var = locals.of(tree);
        return var == null ? Facts.NONE : Facts.read(var);
    }

    @Override
    public Facts visitVariable(VariableTree tree, @Nullable Void p) {
        var var = locals.of(tree);
        var value = facts(tree.getInitializer());
        return var == null ? value : value.then(Facts.write(var));
    }

    @Override
    public Facts visitAssignment(AssignmentTree tree, @Nullable Void p) {
        var var = local(tree.getVariable());
        var value = facts(tree.getExpression());
        return var == null ? facts(tree.getVariable()).then(value) : value.then(Facts.write(var));
    }

    @Override
    public Facts visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void p) {
        var var = local(tree.getVariable());
        var both = facts(tree.getVariable()).then(facts(tree.getExpression()));
        return var == null ? both : both.then(Facts.write(var));
    }

    @Override
    public Facts visitUnary(UnaryTree tree, @Nullable Void p) {
        var value = facts(tree.getExpression());
        var var = local(tree.getExpression());
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                var == null ? value : value.then(Facts.write(var));
            default -> value;
        };
    }

    @Nullable
    Var local(Tree target) {
        return target instanceof ParenthesizedTree paren ? local(paren.getExpression()) : locals.of(target);
    }

    @Override
    public Facts visitBinary(BinaryTree tree, @Nullable Void p) {
        var right = facts(tree.getRightOperand());
        boolean maybe = tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
        return facts(tree.getLeftOperand()).then(maybe ? right.maybe() : right);
    }

    @Override
    public Facts visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void p) {
        return facts(tree.getCondition()).then(facts(tree.getTrueExpression()).or(facts(tree.getFalseExpression())));
    }

    @Override
    public Facts visitIf(IfTree tree, @Nullable Void p) {
        return facts(tree.getCondition()).then(facts(tree.getThenStatement()).or(facts(tree.getElseStatement())));
    }

    @Override
    public Facts visitWhileLoop(WhileLoopTree tree, @Nullable Void p) {
        return facts(tree.getCondition()).then(facts(tree.getStatement()).maybe());
    }

    @Override
    public Facts visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void p) {
        return facts(tree.getStatement()).maybe().then(facts(tree.getCondition()));
    }

    @Override
    public Facts visitForLoop(ForLoopTree tree, @Nullable Void p) {
        var facts = Facts.NONE;
        for (var each : tree.getInitializer()) facts = facts.then(facts(each));
        facts = facts.then(facts(tree.getCondition()));
        facts = facts.then(facts(tree.getStatement()).maybe());
        for (var each : tree.getUpdate()) facts = facts.then(facts(each).maybe());
        return facts;
    }

    @Override
    public Facts visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void p) {
        return facts(tree.getExpression()).then(facts(tree.getStatement()).maybe());
    }

    @Override
    public Facts visitLabeledStatement(LabeledStatementTree tree, @Nullable Void p) {
        return facts(tree.getStatement()).maybe();
    }

    @Override
    public Facts visitSwitch(SwitchTree tree, @Nullable Void p) {
        return cases(facts(tree.getExpression()), tree.getCases());
    }

    @Override
    public Facts visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void p) {
        return cases(facts(tree.getExpression()), tree.getCases());
    }

    private Facts cases(Facts selector, Iterable<? extends CaseTree> cases) {
        var facts = selector;
        for (var each : cases) {
            var one = super.visitCase(each, null);
            facts = facts.then(one == null ? Facts.NONE : one.maybe());
        }
        return facts;
    }

    @Override
    public Facts visitTry(TryTree tree, @Nullable Void p) {
        var facts = Facts.NONE;
        for (var resource : tree.getResources())
            facts = facts.then(facts(resource).maybe());
        facts = facts.then(facts(tree.getBlock()).maybe());
        for (var each : tree.getCatches())
            facts = facts.then(facts(each.getBlock()).maybe());
        return facts.then(facts(tree.getFinallyBlock()));
    }

    @Override
    public Facts visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
        return facts(tree.getBody()).maybe();
    }

    @Override
    public Facts visitClass(ClassTree tree, @Nullable Void p) {
        var facts = super.visitClass(tree, p);
        return facts == null ? Facts.NONE : facts.maybe();
    }
}
