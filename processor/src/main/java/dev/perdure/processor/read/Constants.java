package dev.perdure.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What the compiler computes while it compiles, as far as we have to know it. */
final class Constants {
    private final Index index;

    Constants(Index index) {
        this.index = index;
    }

    /** Whether evaluating the expression at another time makes no difference, because it is constant. */
    boolean isConstant(Tree tree) {
        if (tree instanceof LiteralTree || value(tree) != null) return true;
        if (tree instanceof ParenthesizedTree paren) return isConstant(paren.getExpression());
        if (tree instanceof TypeCastTree cast) return isConstant(cast.getExpression());
        if (tree instanceof UnaryTree unary)
            return switch (unary.getKind()) {
                case UNARY_MINUS, UNARY_PLUS, BITWISE_COMPLEMENT, LOGICAL_COMPLEMENT ->
                    isConstant(unary.getExpression());
                default -> false;
            };
        return tree instanceof BinaryTree binary
                && binary.getKind() != Tree.Kind.DIVIDE
                && binary.getKind() != Tree.Kind.REMAINDER
                && isConstant(binary.getLeftOperand())
                && isConstant(binary.getRightOperand());
    }

    /** The value of a constant variable that is named here, or of a literal. */
    @Nullable
    Object value(Tree tree) {
        if (tree instanceof LiteralTree literal) return literal.getValue();
        return index.element(tree) instanceof VariableElement variable ? variable.getConstantValue() : null;
    }

    /** The value of a string constant: a literal, a constant variable or a concatenation. */
    @Nullable
    String string(Tree tree) {
        if (tree instanceof ParenthesizedTree paren) return string(paren.getExpression());
        if (tree instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
            var left = value(binary.getLeftOperand()) == null
                    ? string(binary.getLeftOperand())
                    : value(binary.getLeftOperand());
            var right = value(binary.getRightOperand()) == null
                    ? string(binary.getRightOperand())
                    : value(binary.getRightOperand());
            return left == null || right == null ? null : "" + left + right;
        }
        return value(tree) instanceof String text ? text : null;
    }

    /** The value of a constant expression of type boolean, or null. */
    @Nullable
    Boolean truth(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree paren) return truth(paren.getExpression());
        if (tree instanceof UnaryTree unary && unary.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
            var inner = truth(unary.getExpression());
            return inner == null ? null : !inner;
        }
        if (tree instanceof BinaryTree binary) return ofBinary(binary);
        return value(tree) instanceof Boolean truth ? truth : null;
    }

    private @Nullable Boolean ofBinary(BinaryTree binary) {
        if (binary.getKind() != Tree.Kind.CONDITIONAL_AND && binary.getKind() != Tree.Kind.CONDITIONAL_OR) return null;
        var left = truth(binary.getLeftOperand());
        var right = truth(binary.getRightOperand());
        if (left == null || right == null) return null;
        return binary.getKind() == Tree.Kind.CONDITIONAL_AND ? left && right : left || right;
    }
}
