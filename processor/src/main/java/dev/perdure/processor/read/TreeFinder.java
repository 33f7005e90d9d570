package dev.perdure.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import dev.perdure.processor.model.Span;
import org.jspecify.annotations.Nullable;

/** Finds the tree of the outer compilation that stands at a range. */
@SuppressWarnings("VoidUsed") // the parameter that visitors pass on
final class TreeFinder extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final Span span;
    private @Nullable Tree best;
    private long bestDistance = Long.MAX_VALUE;

    TreeFinder(SourcePositions positions, CompilationUnitTree unit, Span span) {
        this.positions = positions;
        this.unit = unit;
        this.span = span;
    }

    @Nullable
    Tree find() {
        scan(unit, null);
        return best;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
        if (tree == null || tree instanceof CompilationUnitTree) return super.scan(tree, p);
        long start = positions.getStartPosition(unit, tree);
        long end = positions.getEndPosition(unit, tree);
        if (start >= 0 && end >= start) {
            long distance = Math.abs(start - span.start()) + Math.abs(end - span.end());
            if (distance < bestDistance) {
                best = tree;
                bestDistance = distance;
            }
        }
        return super.scan(tree, p);
    }
}
