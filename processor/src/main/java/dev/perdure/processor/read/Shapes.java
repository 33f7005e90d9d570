package dev.perdure.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bodies of durable methods look like before another processor has seen them. One that rewrites a body leaves trees
 * that stand nowhere in the source, so that a machine made of the source would not do what it wrote.
 */
@SuppressWarnings("VoidUsed") // the parameter that visitors pass on
final class Shapes {
    /** Of a compilation without such processors: nothing changes. */
    static final Shapes NONE = new Shapes();

    private final IdentityHashMap<MethodTree, String> shapes = new IdentityHashMap<>();

    private Shapes() {}

    static Shapes of(List<CompilationUnitTree> units, SourcePositions positions) {
        var shapes = new Shapes();
        for (var unit : units)
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitMethod(MethodTree method, @Nullable Void p) {
                    if (Blanking.isDurable(method)) shapes.shapes.put(method, shape(method, unit, positions));
                    return super.visitMethod(method, p);
                }
            }.scan(unit, null);
        return shapes;
    }

    /** Whether a method's statements are not those that stand in the source. */
    boolean changed(MethodTree method, CompilationUnitTree unit, SourcePositions positions) {
        var before = shapes.get(method);
        return before != null && !before.equals(shape(method, unit, positions));
    }

    private static String shape(MethodTree method, CompilationUnitTree unit, SourcePositions positions) {
        var shape = new StringBuilder();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
                // Lombok's val has another type afterwards, and so begins elsewhere.
                if (tree instanceof VariableTree local)
                    shape.append(local.getName()).append(';');
                else if (tree instanceof StatementTree)
                    shape.append(tree.getKind())
                            .append(positions.getStartPosition(unit, tree))
                            .append(';');
                return super.scan(tree, p);
            }
        }.scan(method.getBody(), null);
        return shape.toString();
    }
}
