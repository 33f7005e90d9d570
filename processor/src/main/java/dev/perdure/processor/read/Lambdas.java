package dev.perdure.processor.read;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds the lambdas that become machines of their own: the bodies of branches, and undos. Outermost ones only. */
final class Lambdas {
    private final List<Found> found = new ArrayList<>();
    private final Set<Tree> trees = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Index index;

    /**
     * A lambda or method reference.
     *
     * @param undo whether it undoes something; else it is the body of a branch
     */
    record Found(Tree tree, boolean undo) {}

    Lambdas(Index index) {
        this.index = index;
        for (var tree : index.all) if (tree instanceof MethodInvocationTree call) look(call);
        found.removeIf(each -> contain(index.round(each.tree())));
        found.sort(java.util.Comparator.comparing(each -> index.span(each.tree())));
    }

    private void look(MethodInvocationTree call) {
        var element = index.element(call);
        boolean undo = Words.isUndo(element);
        boolean branch = Words.isWord(element) && Words.isPerdure(element, "branch");
        if ((!undo && !branch) || call.getArguments().isEmpty()) return;
        Tree argument = call.getArguments().get(0);
        while (argument instanceof com.sun.source.tree.ParenthesizedTree paren) argument = paren.getExpression();
        boolean becomes = argument instanceof LambdaExpressionTree
                || (argument instanceof MemberReferenceTree reference
                        && (undo || Words.isDurable(index.element(reference))));
        if (becomes && trees.add(argument)) found.add(new Found(argument, undo));
    }

    /** Whether a tree is one of them or stands in one. */
    boolean contain(Tree tree) {
        for (var at = tree; at != null && at != index.root; at = index.parent(at)) if (trees.contains(at)) return true;
        return false;
    }

    /** Whether a tree is one of them. */
    boolean contains(Tree tree) {
        return trees.contains(tree);
    }

    List<Found> all() {
        return List.copyOf(found);
    }
}
