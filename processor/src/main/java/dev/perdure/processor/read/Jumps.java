package dev.perdure.processor.read;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import org.jspecify.annotations.Nullable;

/** Where jumps lead. A label on a loop counts as the loop. */
final class Jumps {
    private final Index index;

    Jumps(Index index) {
        this.index = index;
    }

    /** The statement that a break or continue, or the switch that a yield, refers to; null for other trees. */
    @Nullable
    Tree target(Tree jump) {
        if (jump instanceof BreakTree leave)
            return leave.getLabel() == null
                    ? round(jump, true)
                    : labeled(jump, leave.getLabel().toString());
        if (jump instanceof ContinueTree next)
            return next.getLabel() == null
                    ? round(jump, false)
                    : labeled(jump, next.getLabel().toString());
        if (jump instanceof YieldTree) {
            var at = index.parent(jump);
            while (at != null && !(at instanceof SwitchExpressionTree)) at = index.parent(at);
            return at;
        }
        return null;
    }

    private @Nullable Tree round(Tree jump, boolean orSwitch) {
        for (var at = index.parent(jump); at != null && at != index.root; at = index.parent(at))
            if (isLoop(at) || (orSwitch && at instanceof SwitchTree)) return at;
        return null;
    }

    private @Nullable Tree labeled(Tree jump, String label) {
        for (var at = index.parent(jump); at != null && at != index.root; at = index.parent(at))
            if (at instanceof LabeledStatementTree found && found.getLabel().contentEquals(label)) {
                Tree inner = found.getStatement();
                while (inner instanceof LabeledStatementTree nested) inner = nested.getStatement();
                return isLoop(inner) ? inner : found;
            }
        return null;
    }

    static boolean isLoop(Tree tree) {
        return tree instanceof WhileLoopTree
                || tree instanceof DoWhileLoopTree
                || tree instanceof ForLoopTree
                || tree instanceof EnhancedForLoopTree;
    }
}
