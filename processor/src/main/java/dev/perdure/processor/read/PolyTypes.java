package dev.perdure.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The types of expressions. To a conditional or switch expression in an argument the compiler gives the parameter's type,
 * which may be as wide as Object; where all its results have one type, that one says more.
 */
@SuppressWarnings("VoidUsed") // the parameter that visitors pass on
final class PolyTypes {
    private final Index index;
    private final Types types;
    private final Jumps jumps;

    PolyTypes(Index index, Types types, Jumps jumps) {
        this.index = index;
        this.types = types;
        this.jumps = jumps;
    }

    @Nullable
    TypeMirror of(Tree tree) {
        var type = index.type(tree);
        if (tree instanceof ParenthesizedTree paren) return of(paren.getExpression());
        if (type == null || type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID) return type;
        var common = common(results(tree));
        return common == null ? type : common;
    }

    private List<ExpressionTree> results(Tree tree) {
        if (tree instanceof ConditionalExpressionTree choice)
            return List.of(choice.getTrueExpression(), choice.getFalseExpression());
        return tree instanceof SwitchExpressionTree choice ? yielded(choice) : List.of();
    }

    private List<ExpressionTree> yielded(SwitchExpressionTree choice) {
        var results = new ArrayList<ExpressionTree>();
        for (CaseTree each : choice.getCases())
            if (each.getBody() instanceof ExpressionTree result) results.add(result);
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitYield(YieldTree yield, @Nullable Void p) {
                if (choice.equals(jumps.target(yield))) results.add(yield.getValue());
                return super.visitYield(yield, p);
            }
        }.scan(choice, null);
        return results;
    }

    /** The one type that all results have, those that are null left aside; null if there is none. */
    private @Nullable TypeMirror common(List<ExpressionTree> results) {
        TypeMirror common = null;
        for (var result : results) {
            var type = of(result);
            if (type == null) return null;
            if (type.getKind() == TypeKind.NULL) continue;
            if (common != null && !types.isSameType(common, type)) return null;
            common = type;
        }
        return common;
    }
}
