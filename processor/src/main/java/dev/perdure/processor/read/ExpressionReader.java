package dev.perdure.processor.read;

import com.sun.source.tree.*;
import dev.perdure.processor.model.Expr;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.Operand;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Stmt;
import dev.perdure.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads expressions: those with an await in operands, the others as they are. */
final class ExpressionReader {
    final List<Sighting> sightings = new ArrayList<>();
    private final Index index;
    private final PolyTypes polyTypes;
    private final Sites sites;
    private final FactsReader facts;
    private final TypeReader types;
    private final Accessors accessors;
    private final LeafReader leaves;
    private final OperandReader operands;
    private final AwaitReader awaits;
    private final Function<SwitchExpressionTree, Stmt.Switch> switches;

    ExpressionReader(MethodReader.Parts parts, Function<SwitchExpressionTree, Stmt.Switch> switches) {
        index = parts.index();
        polyTypes = new PolyTypes(index, parts.universe().types(), parts.jumps());
        sites = parts.sites();
        facts = parts.facts();
        types = parts.types();
        accessors = parts.accessors();
        leaves = new LeafReader(parts, this::type);
        operands = new OperandReader(parts, this);
        awaits = new AwaitReader(parts, this, operands);
        this.switches = switches;
    }

    /** The reader of awaits that are no calls. */
    AwaitReader awaits() {
        return awaits;
    }

    Expr read(ExpressionTree tree) {
        if (!sites.apart(tree)) return leaves.read(tree);
        if (tree instanceof MethodInvocationTree call)
            return sites.forms.containsKey(call) ? awaits.read(call) : op(tree, operands.ofCall(call), Facts.NONE);
        if (tree instanceof ParenthesizedTree paren)
            return new Expr.Paren(index.span(tree), type(tree), facts.of(tree), read(paren.getExpression()));
        if (tree instanceof BinaryTree binary) return binary(binary);
        if (tree instanceof ConditionalExpressionTree choice)
            return new Expr.Conditional(
                    index.span(tree),
                    type(tree),
                    facts.of(tree),
                    read(choice.getCondition()),
                    read(choice.getTrueExpression()),
                    read(choice.getFalseExpression()));
        if (tree instanceof AssignmentTree assignment) return assignment(assignment);
        if (tree instanceof CompoundAssignmentTree compound) return compound(compound);
        if (tree instanceof UnaryTree unary) return unary(unary);
        if (tree instanceof SwitchExpressionTree choice)
            return new Expr.SwitchValue(index.span(tree), type(tree), facts.of(tree), switches.apply(choice));
        return op(tree, operands.of(tree), Facts.NONE);
    }

    /** An expression without the parentheses round it. */
    static ExpressionTree strip(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree paren ? strip(paren.getExpression()) : tree;
    }

    /** The type of an expression, as generated code names it. */
    TypeRef type(Tree tree) {
        return types.read(polyTypes.of(tree));
    }

    // ---- operations

    private Expr.Op op(ExpressionTree tree, List<Operand> operands, Facts own) {
        return new Expr.Op(index.span(tree), type(tree), facts.of(tree), operands, own);
    }

    private Expr binary(BinaryTree tree) {
        var left = tree.getLeftOperand();
        var right = tree.getRightOperand();
        if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR)
            return new Expr.Logic(
                    index.span(tree),
                    type(tree),
                    facts.of(tree),
                    tree.getKind() == Tree.Kind.CONDITIONAL_AND,
                    read(left),
                    read(right));
        return op(tree, List.of(new Operand(read(left), operands.keep(tree)), operands.value(right)), Facts.NONE);
    }

    private Expr unary(UnaryTree tree) {
        return switch (tree.getKind()) {
            case LOGICAL_COMPLEMENT ->
                new Expr.Not(index.span(tree), type(tree), facts.of(tree), read(tree.getExpression()));
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                op(tree, operands.ofTarget(tree.getExpression()), Facts.NONE);
            default -> op(tree, List.of(operands.value(tree.getExpression())), Facts.NONE);
        };
    }

    // ---- assignments

    private Expr assignment(AssignmentTree tree) {
        var local = facts.local(tree.getVariable());
        var all = new ArrayList<Operand>();
        if (local == null) all.addAll(operands.ofTarget(tree.getVariable()));
        all.add(operands.value(tree.getExpression()));
        return op(tree, all, local == null ? Facts.NONE : Facts.write(local));
    }

    private Expr compound(CompoundAssignmentTree tree) {
        var local = facts.local(tree.getVariable());
        var target = local != null
                ? leaves.read(tree.getVariable())
                : new Expr.Op(
                        index.span(tree.getVariable()),
                        type(tree.getVariable()),
                        facts.of(tree.getVariable()),
                        operands.ofTarget(tree.getVariable()),
                        Facts.NONE);
        return new Expr.Compound(
                index.span(tree),
                type(tree),
                facts.of(tree),
                target,
                local,
                setter(tree.getVariable()),
                operator(tree.getKind()),
                read(tree.getExpression()));
    }

    /** What assigns a field that cannot be named. */
    private @Nullable String setter(ExpressionTree target) {
        return index.element(strip(target)) instanceof VariableElement field
                        && Accessors.isField(field)
                        && !accessors.reachable(field)
                ? accessors.write(field).name()
                : null;
    }

    /** The operator of a compound assignment, without the {@code =}. */
    static String operator(Tree.Kind kind) {
        return switch (kind) {
            case MULTIPLY_ASSIGNMENT -> "*";
            case DIVIDE_ASSIGNMENT -> "/";
            case REMAINDER_ASSIGNMENT -> "%";
            case PLUS_ASSIGNMENT -> "+";
            case MINUS_ASSIGNMENT -> "-";
            case LEFT_SHIFT_ASSIGNMENT -> "<<";
            case RIGHT_SHIFT_ASSIGNMENT -> ">>";
            case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>";
            case AND_ASSIGNMENT -> "&";
            case XOR_ASSIGNMENT -> "^";
            case OR_ASSIGNMENT -> "|";
            default -> throw new IllegalArgumentException("no assignment: " + kind);
        };
    }
}
