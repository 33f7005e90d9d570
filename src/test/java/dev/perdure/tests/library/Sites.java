package dev.perdure.tests.library;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of a method that an await can be put round: their values can be saved, they are no constants and no
 * variables that are assigned, and they do not stand where the documentation says that no await can be. Arrays only where they
 * are made, because a value that was awaited is another object after a crash.
 */
final class Sites extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final Set<String> VALUES = Set.of(
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Character",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.math.BigDecimal",
            "java.math.BigInteger");
    private static final Set<String> MAKES_ARRAYS = Set.of("clone", "toCharArray", "split", "getBytes", "copyOf");

    private final Trees trees;
    private final List<Site> found = new ArrayList<>();

    private Sites(Trees trees) {
        this.trees = trees;
    }

    /** Those in a method's body. */
    static List<Site> in(Trees trees, TreePath body) {
        var sites = new Sites(trees);
        sites.scan(body, null);
        return sites.found;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void none) {
        if (tree instanceof ExpressionTree expression && fits(expression)) {
            var positions = trees.getSourcePositions();
            var unit = getCurrentPath().getCompilationUnit();
            var start = positions.getStartPosition(unit, tree);
            var end = positions.getEndPosition(unit, tree);
            if (start >= 0 && end > start) found.add(new Site((int) start, (int) end));
        }
        return super.scan(tree, null);
    }

    private boolean fits(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree || tree instanceof AnnotationTree) return false;
        if (tree instanceof PrimitiveTypeTree || tree instanceof ArrayTypeTree) return false;
        if (constant(tree)) return false;
        if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
            if (!(element(tree) instanceof VariableElement variable)) return false;
            if (Set.of("this", "super").contains(variable.getSimpleName().toString())) return false;
        }
        if (tree instanceof InstanceOfTree test && test.getPattern() != null) return false;
        return saveable(trees.getTypeMirror(new TreePath(getCurrentPath(), tree)), tree);
    }

    private static boolean saveable(@Nullable TypeMirror type, ExpressionTree tree) {
        if (type == null) return false;
        if (type.getKind().isPrimitive() || VALUES.contains(type.toString())) return true;
        return type instanceof ArrayType array && value(array.getComponentType()) && makes(tree);
    }

    private static boolean value(TypeMirror type) {
        return type.getKind().isPrimitive() || VALUES.contains(type.toString());
    }

    /** Whether an expression gives an array that nobody else has. */
    private static boolean makes(ExpressionTree tree) {
        if (tree instanceof NewArrayTree made) return made.getType() != null;
        return tree instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && MAKES_ARRAYS.contains(select.getIdentifier().toString());
    }

    private boolean constant(ExpressionTree tree) {
        if (tree instanceof LiteralTree) return true;
        if (tree instanceof ParenthesizedTree inner) return constant(inner.getExpression());
        if (tree instanceof UnaryTree unary) return constant(unary.getExpression());
        if (tree instanceof TypeCastTree cast) return constant(cast.getExpression());
        if (tree instanceof BinaryTree both) return constant(both.getLeftOperand()) && constant(both.getRightOperand());
        if (tree instanceof ConditionalExpressionTree choice)
            return constant(choice.getCondition())
                    && constant(choice.getTrueExpression())
                    && constant(choice.getFalseExpression());
        return element(tree) instanceof VariableElement variable && variable.getConstantValue() != null;
    }

    private @Nullable Element element(ExpressionTree tree) {
        return trees.getElement(new TreePath(getCurrentPath(), tree));
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
        if (call.getMethodSelect() instanceof MemberSelectTree select) scan(select.getExpression(), null);
        return scan(call.getArguments(), null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void none) {
        return scan(made.getArguments(), null);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void none) {
        target(assignment.getVariable());
        return scan(assignment.getExpression(), null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree assignment, @Nullable Void none) {
        target(assignment.getVariable());
        return scan(assignment.getExpression(), null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree unary, @Nullable Void none) {
        switch (unary.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                target(unary.getExpression());
            default -> scan(unary.getExpression(), null);
        }
        return null;
    }

    /** Of what is assigned only an index. */
    private void target(ExpressionTree target) {
        if (target instanceof ArrayAccessTree element) scan(element.getIndex(), null);
    }

    @Override
    public @Nullable Void visitCase(CaseTree branch, @Nullable Void none) {
        if (branch.getStatements() != null) return scan(branch.getStatements(), null);
        return scan(branch.getBody(), null);
    }

    @Override
    public @Nullable Void visitTry(TryTree attempt, @Nullable Void none) {
        return attempt.getResources().isEmpty() ? super.visitTry(attempt, null) : null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void none) {
        return null;
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void none) {
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
        return null;
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree block, @Nullable Void none) {
        return null;
    }

    @Override
    public @Nullable Void visitAssert(AssertTree check, @Nullable Void none) {
        return null;
    }
}
