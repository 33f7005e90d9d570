package dev.perdure.tests.library;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.perdure.tests.compile.Source;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Chooses methods of a library, and in each of them where the awaits go. */
final class Selection extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final int AWAITS = 8;

    private final Trees trees;
    private final Types types;
    private final Source source;
    private final Random random;
    private final List<Candidate> found = new ArrayList<>();

    private Selection(Trees trees, Types types, Source source, Random random) {
        this.trees = trees;
        this.types = types;
        this.source = source;
        this.random = random;
    }

    /** Those of a source. */
    static List<Candidate> of(Trees trees, Types types, CompilationUnitTree unit, Source source, Random random) {
        var selection = new Selection(trees, types, source, random);
        selection.scan(unit, null);
        return selection.found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
        // members of the file's own class only
        var outer = getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
        return outer && source.path().endsWith("/" + type.getSimpleName() + ".java")
                ? super.visitClass(type, null)
                : null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
        if (tree.getBody() == null) return null;
        var method = method(tree);
        if (method == null || !fits(method)) return null;
        var sites = Sites.in(trees, new TreePath(getCurrentPath(), tree.getBody()));
        if (sites.isEmpty()) return null;
        var positions = trees.getSourcePositions();
        var unit = getCurrentPath().getCompilationUnit();
        found.add(new Candidate(
                method,
                source.path(),
                (int) positions.getStartPosition(unit, tree),
                (int) positions.getEndPosition(unit, tree),
                some(sites)));
        return null;
    }

    private List<Site> some(List<Site> sites) {
        var left = new ArrayList<>(sites);
        while (left.size() > AWAITS) left.remove(random.nextInt(left.size()));
        return left;
    }

    private static boolean fits(Method method) {
        return Modifier.isStatic(method.getModifiers())
                && !Modifier.isSynchronized(method.getModifiers())
                && method.getReturnType() != void.class
                && Inputs.known(method.getParameterTypes());
    }

    /** The method of the class on the class path. */
    private @Nullable Method method(MethodTree tree) {
        if (!(trees.getElement(getCurrentPath()) instanceof ExecutableElement element)) return null;
        var wanted = element.getParameters().stream()
                .map(parameter -> types.erasure(parameter.asType()).toString())
                .toList();
        try {
            var host = Class.forName(source.className(), false, Selection.class.getClassLoader());
            for (var method : host.getDeclaredMethods())
                if (method.getName().contentEquals(tree.getName())
                        && !method.isSynthetic()
                        && wanted.equals(names(method))) return method;
        } catch (ClassNotFoundException | NoClassDefFoundError absent) {
            return null;
        }
        return null;
    }

    private static List<String> names(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getCanonicalName)
                .toList();
    }
}
