package dev.perdure.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.perdure.processor.model.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Parents, symbols, types and positions of all trees of one method, looked up once. */
@SuppressWarnings("VoidUsed") // the parameter that visitors pass on
final class Index {
    /** The method or lambda that is read; nothing round it concerns us. */
    final Tree root;

    final List<Tree> all = new ArrayList<>();
    private final IdentityHashMap<Tree, Tree> parents = new IdentityHashMap<>();
    private final IdentityHashMap<Tree, Element> elements = new IdentityHashMap<>();
    private final IdentityHashMap<Tree, TypeMirror> types = new IdentityHashMap<>();
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String source;

    /**
     * Looks up everything in a tree.
     *
     * @param root the tree itself, or the one round it
     */
    Index(Trees trees, TreePath path, Tree root, String source) {
        this.trees = trees;
        this.source = source;
        this.root = root;
        if (root != path.getLeaf()) record(trees, path);
        unit = path.getCompilationUnit();
        positions = trees.getSourcePositions();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(Tree tree, @Nullable Void p) {
                if (tree != null) record(trees, new TreePath(getCurrentPath(), tree));
                return super.scan(tree, p);
            }
        }.scan(path, null);
    }

    private void record(Trees trees, TreePath path) {
        var tree = path.getLeaf();
        all.add(tree);
        parents.put(tree, path.getParentPath().getLeaf());
        if (named(tree)) {
            var element = trees.getElement(path);
            if (element != null) elements.put(tree, element);
        }
        if (tree instanceof ExpressionTree || tree instanceof VariableTree || !named(tree)) {
            var type = trees.getTypeMirror(path);
            if (type != null) types.put(tree, type);
        }
    }

    private static boolean named(Tree tree) {
        return tree instanceof IdentifierTree
                || tree instanceof MemberSelectTree
                || tree instanceof MethodInvocationTree
                || tree instanceof NewClassTree
                || tree instanceof MemberReferenceTree
                || tree instanceof VariableTree
                || tree instanceof ClassTree;
    }

    @Nullable
    Tree parent(Tree tree) {
        return parents.get(tree);
    }

    /** The tree round one that is not the outermost. */
    Tree round(Tree tree) {
        var parent = parents.get(tree);
        if (parent == null) throw new IllegalStateException("nothing round " + tree.getKind());
        return parent;
    }

    @Nullable
    Element element(Tree tree) {
        return elements.get(tree);
    }

    /** What is named anywhere in the method. */
    java.util.Collection<Element> elements() {
        return elements.values();
    }

    @Nullable
    TypeMirror type(Tree tree) {
        return types.get(tree);
    }

    Span span(Tree tree) {
        return new Span((int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree));
    }

    /** Whether a tree stands in the source, and was not added by the compiler. */
    boolean placed(Tree tree) {
        long start = positions.getStartPosition(unit, tree);
        return start >= 0 && positions.getEndPosition(unit, tree) >= start;
    }

    boolean hasErrorTypes() {
        return types.values().stream().anyMatch(type -> type.getKind() == TypeKind.ERROR);
    }

    /** The outermost lambda or class body round a tree, inside the method; null if there is none. */
    @Nullable
    Tree boundary(Tree tree) {
        Tree boundary = null;
        for (var at = parent(tree); at != null && at != root; at = parent(at))
            if (at instanceof LambdaExpressionTree || at instanceof ClassTree) boundary = at;
        return boundary;
    }

    /** The innermost class round a tree, inside the method; null if it is the host. */
    @Nullable
    ClassTree innerClass(Tree tree) {
        for (var at = parent(tree); at != null && at != root; at = parent(at))
            if (at instanceof ClassTree type) return type;
        return null;
    }

    /** What a constant field is made of, where its source is known. */
    @Nullable
    ExpressionTree initializer(Tree name) {
        if (!(element(name) instanceof VariableElement field)
                || !field.getModifiers().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))) return null;
        return trees.getTree(field) instanceof VariableTree declared ? declared.getInitializer() : null;
    }

    /** The source of a range. */
    String text(Span span) {
        return source.substring(span.start(), span.end());
    }

    /** The names of the classes that static members are imported from. */
    List<String> staticImports() {
        return unit.getImports().stream()
                .filter(ImportTree::isStatic)
                .map(each -> ((MemberSelectTree) each.getQualifiedIdentifier())
                        .getExpression()
                        .toString())
                .toList();
    }

    /** Whether a literal is written as a text block. */
    boolean textBlock(Tree literal) {
        return source.startsWith("\"\"\"", span(literal).start());
    }

    /** Whether a tree stands in a label of a case. */
    boolean inCaseLabel(Tree tree) {
        var child = tree;
        for (var at = parent(tree); at != null && at != root; child = at, at = parent(at)) {
            if (at instanceof CaseTree found) return found.getBody() != child && !statementOf(found, child);
            if (at instanceof com.sun.source.tree.StatementTree) return false;
        }
        return false;
    }

    private static boolean statementOf(CaseTree found, Tree child) {
        return found.getStatements() != null && found.getStatements().stream().anyMatch(each -> each == child);
    }
}
