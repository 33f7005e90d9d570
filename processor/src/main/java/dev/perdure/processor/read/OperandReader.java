package dev.perdure.processor.read;

import com.sun.source.tree.*;
import dev.perdure.processor.model.Operand;
import dev.perdure.processor.model.Operand.Keep;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** What an expression evaluates, in order, before it does what it does. */
final class OperandReader {
    private final Index index;
    private final Sites sites;
    private final ExpressionReader expressions;

    OperandReader(MethodReader.Parts parts, ExpressionReader expressions) {
        index = parts.index();
        sites = parts.sites();
        this.expressions = expressions;
    }

    Operand value(ExpressionTree tree) {
        return operand(tree, Keep.VALUE);
    }

    Operand operand(ExpressionTree tree, Keep keep) {
        var stripped = ExpressionReader.strip(tree);
        boolean fresh = stripped instanceof NewArrayTree
                || stripped instanceof NewClassTree
                || sites.forms.containsKey(stripped);
        return new Operand(expressions.read(tree), fresh ? Keep.FRESH : keep);
    }

    List<Operand> of(ExpressionTree tree) {
        if (tree instanceof NewClassTree creation) return ofCreation(creation);
        if (tree instanceof NewArrayTree array) return ofArray(array);
        if (tree instanceof ArrayAccessTree access)
            return List.of(new Operand(expressions.read(access.getExpression()), Keep.READ), value(access.getIndex()));
        if (tree instanceof MemberSelectTree select) return List.of(value(select.getExpression()));
        if (tree instanceof TypeCastTree cast) return List.of(value(cast.getExpression()));
        if (tree instanceof InstanceOfTree test) return List.of(value(test.getExpression()));
        throw new IllegalStateException("an await in an expression that evaluates nothing: " + tree.getKind());
    }

    List<Operand> ofCall(MethodInvocationTree call) {
        var operands = new ArrayList<Operand>();
        if (call.getMethodSelect() instanceof MemberSelectTree select && isValue(select.getExpression()))
            operands.add(operand(select.getExpression(), Keep.TARGET));
        for (var argument : call.getArguments()) operands.add(value(argument));
        return operands;
    }

    boolean isValue(ExpressionTree receiver) {
        var element = index.element(receiver);
        return !(element instanceof TypeElement) && !Members.isSuper(receiver);
    }

    private List<Operand> ofCreation(NewClassTree creation) {
        var operands = new ArrayList<Operand>();
        if (creation.getEnclosingExpression() != null) operands.add(value(creation.getEnclosingExpression()));
        for (var argument : creation.getArguments()) operands.add(value(argument));
        return operands;
    }

    private List<Operand> ofArray(NewArrayTree array) {
        var operands = new ArrayList<Operand>();
        for (var dimension : array.getDimensions()) operands.add(value(dimension));
        if (array.getInitializers() != null) {
            for (var element : array.getInitializers()) {
                if (element instanceof NewArrayTree nested && nested.getType() == null)
                    operands.addAll(ofArray(nested));
                else operands.add(value(element));
            }
        }
        return operands;
    }

    /** What is evaluated of a field or array element before it is assigned. */
    List<Operand> ofTarget(ExpressionTree tree) {
        var target = ExpressionReader.strip(tree);
        if (target instanceof ArrayAccessTree access)
            return List.of(operand(access.getExpression(), Keep.TARGET), value(access.getIndex()));
        if (target instanceof MemberSelectTree select && isValue(select.getExpression()))
            return List.of(operand(select.getExpression(), Keep.TARGET));
        return List.of();
    }

    /** What a left operand has to be kept as: javac unboxes it, or turns it into text, before it looks at the right one. */
    Keep keep(BinaryTree tree) {
        var left = expressions.type(tree.getLeftOperand());
        if (expressions.type(tree).isString()) return left.isPrimitive() || left.valueLike() ? Keep.VALUE : Keep.STRING;
        if (!left.boxed()) return Keep.VALUE;
        boolean comparesReferences = (tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO)
                && !expressions.type(tree.getRightOperand()).isPrimitive();
        return comparesReferences ? Keep.VALUE : Keep.UNBOXED;
    }
}
