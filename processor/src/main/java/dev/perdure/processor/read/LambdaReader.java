package dev.perdure.processor.read;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Site;
import dev.perdure.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** Reads the lambdas of a method that become machines of their own, and what stands in their place: a frame, filled. */
final class LambdaReader {
    /** What stands for each. */
    final IdentityHashMap<Tree, Code> instead = new IdentityHashMap<>();

    final List<MethodModel> models = new ArrayList<>();
    final List<Sighting> sightings = new ArrayList<>();
    private static final Set<ElementKind> LOCALS = Set.of(
            ElementKind.LOCAL_VARIABLE,
            ElementKind.PARAMETER,
            ElementKind.EXCEPTION_PARAMETER,
            ElementKind.BINDING_VARIABLE,
            ElementKind.RESOURCE_VARIABLE);

    private final Map<String, Integer> counts = new HashMap<>();
    private final Trees trees;
    private final String source;
    private final MethodReader.Shared shared;
    private final MethodReader.Unit unit;
    private final MethodReader.Parts parts;
    private final Index index;

    LambdaReader(
            MethodReader reader,
            Trees trees,
            String source,
            MethodReader.Shared shared,
            MethodReader.Unit unit,
            MethodReader.Parts parts) {
        this.trees = trees;
        this.source = source;
        this.shared = shared;
        this.unit = unit;
        this.parts = parts;
        index = parts.index();
        for (var found : parts.sites().lambdas.all()) {
            var child = child(found);
            var model = reader.read(shared, child);
            models.add(model);
            instead.put(found.tree(), frame(found, child, model));
        }
    }

    private MethodReader.Unit child(Lambdas.Found found) {
        var tree = found.tree();
        var path = TreePath.getPath(unit.path(), tree);
        var type = (DeclaredType) java.util.Objects.requireNonNull(index.type(tree));
        boolean apart = tree instanceof LambdaExpressionTree && (!found.undo() || awaits(path));
        var inner = new Index(trees, path, apart ? tree : index.round(tree), source);
        var span = index.span(tree);
        var lambda = apart ? (LambdaExpressionTree) tree : null;
        var done = found.undo() && lambda == null ? taken(type) : null;
        return new MethodReader.Unit(
                path,
                inner,
                new Locals.Parameters(captured(inner), lambda == null ? List.of() : parameters(lambda), done, span),
                found.undo() ? "undo" : "branch",
                identity(found),
                machine(found),
                false,
                found.undo() ? TypeRef.VOID : result(type),
                span,
                span,
                lambda == null ? tree : lambda.getBody());
    }

    private static List<? extends VariableTree> parameters(LambdaExpressionTree lambda) {
        return lambda.getParameters();
    }

    /** Whether there is an await in an undo: then its statements are taken apart like those of a method. */
    private boolean awaits(TreePath path) {
        var universe = parts.universe();
        var inner = new Index(trees, path, path.getLeaf(), source);
        return !new Sites(inner, new Words(universe.elements(), universe.types())).inOrder.isEmpty();
    }

    /** Locals from outside, in the order in which they are mentioned; constants are no locals. */
    private static List<VariableElement> captured(Index inner) {
        var own = new HashSet<Element>();
        for (var tree : inner.all)
            if (tree instanceof VariableTree && inner.element(tree) != null) own.add(inner.element(tree));
        var captured = new LinkedHashSet<VariableElement>();
        for (var tree : inner.all)
            if (tree instanceof IdentifierTree
                    && inner.element(tree) instanceof VariableElement local
                    && LOCALS.contains(local.getKind())
                    && local.getConstantValue() == null
                    && !own.contains(local)) captured.add(local);
        return List.copyOf(captured);
    }

    /** What a branch yields: nothing, if it is an action. */
    private TypeRef result(DeclaredType type) {
        return type.getTypeArguments().size() == 1
                ? TypeRef.VOID
                : shared.types().read(type.getTypeArguments().get(0));
    }

    private TypeRef taken(DeclaredType type) {
        return shared.types().read(type.getTypeArguments().get(0));
    }

    private String identity(Lambdas.Found found) {
        var base = unit.identity() + "#" + label(found.tree());
        int ordinal = counts.merge(base, 1, Integer::sum);
        return ordinal == 1 ? base : base + ":" + ordinal;
    }

    /** The label of the await in which it stands. */
    private String label(Tree tree) {
        var span = index.span(tree);
        return parts.labels().sites.values().stream()
                .filter(site -> site.span().covers(span))
                .max(Comparator.comparing(Site::span))
                .map(Site::label)
                .orElse("?");
    }

    private String machine(Lambdas.Found found) {
        var role = found.undo() ? "_Undo" : "_Branch";
        int ordinal = counts.merge(role, 1, Integer::sum);
        return unit.machine().replaceFirst("_Machine$", "") + role + ordinal;
    }

    private Code frame(Lambdas.Found found, MethodReader.Unit child, MethodModel model) {
        var arguments = new ArrayList<Code>();
        if (!model.isStatic()) arguments.add(Code.of("$self"));
        boolean inLambda = index.boundary(found.tree()) != null;
        for (var element : child.parameters().captured()) {
            var var = parts.locals().of(element);
            arguments.add(
                    var == null
                            ? Code.of(element.getSimpleName().toString())
                            : Code.of(new Piece.Use(var, inLambda, false)));
        }
        int slot = model.parameters().size() - 1;
        if (found.undo()) arguments.add(Code.of("null"));
        var type = (DeclaredType) java.util.Objects.requireNonNull(index.type(found.tree()));
        var begin = Code.list(model.machine() + ".$begin(", arguments, ")");
        return found.undo()
                ? Code.of("this.<" + taken(type).text() + ">$undo(", begin, ", " + slot + ")")
                : Code.of("this.<" + typeArguments(type, found.tree()) + ">$body(", begin, ")");
    }

    private String typeArguments(DeclaredType type, Tree branch) {
        var all = new ArrayList<String>();
        if (type.getTypeArguments().size() == 1) all.add("java.lang.Void");
        for (var each : type.getTypeArguments()) {
            var given = shared.types().read(each);
            if (given.hidden() != null)
                sightings.add(given.hidden().at(index.span(branch), "the type of this branch (" + given.shown() + ")"));
            all.add(given.text());
        }
        return String.join(", ", all);
    }
}
