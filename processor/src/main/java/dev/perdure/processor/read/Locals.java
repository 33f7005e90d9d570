package dev.perdure.processor.read;

import com.sun.source.tree.*;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.TypeRef;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The locals that the lowering may move to fields: parameters, and those declared where statements are taken apart. Locals
 * inside a fragment stay as they are.
 */
final class Locals {
    private static final Set<String> OURS = Set.of("LAYOUT", "TYPES", "HANDLERS");

    private final Set<String> roots;
    private final Index index;
    private final Sites sites;
    private final TypeReader types;
    private final Map<Element, Var> vars = new LinkedHashMap<>();
    final Set<String> names = new HashSet<>();
    final List<Var> parameters = new ArrayList<>();
    private final Map<String, Integer> declared = new HashMap<>();
    /** The number of the local that no element stands for; -1 if there is none. */
    private int extra = -1;

    /**
     * Reads the locals of a method.
     *
     * @param roots the first names of packages, which a local of generated code must not hide
     */
    Locals(Index index, Sites sites, TypeReader types, Set<String> roots, Parameters given) {
        this.index = index;
        this.roots = roots;
        this.sites = sites;
        this.types = types;
        for (var tree : index.all)
            if (tree instanceof VariableTree variable)
                names.add(variable.getName().toString());
        for (var each : given.captured()) names.add(each.getSimpleName().toString());
        for (var each : given.captured()) parameters.add(add(each, given.place(), true, false));
        for (var parameter : given.trees()) parameters.add(add(parameter, true));
        if (given.done() != null) parameters.add(done(given.done(), given.place()));
        for (var tree : index.all)
            if (tree instanceof VariableTree variable && !given.trees().contains(variable) && isTop(variable))
                add(variable, false);
    }

    /**
     * What a method, or a lambda that becomes a machine, begins with.
     *
     * @param captured locals from round the lambda
     * @param done the type of what an undo undoes, where the lambda has no parameter of its own for it; else null
     * @param place the range that stands for the captured ones
     */
    record Parameters(
            List<? extends Element> captured,
            List<? extends VariableTree> trees,
            @Nullable TypeRef done,
            Span place) {}

    private Var done(TypeRef type, Span place) {
        var name = fresh("done");
        names.add(name);
        extra = vars.size();
        return new Var(extra, name, name, name, name, type, true, true, false, place);
    }

    private Var add(VariableTree tree, boolean parameter) {
        var element = index.element(tree);
        if (element == null) throw new IllegalStateException("no symbol for " + tree);
        return add(element, index.span(tree), parameter, isInferred(tree));
    }

    private Var add(Element element, Span span, boolean parameter, boolean inferred) {
        var name = element.getSimpleName().toString();
        int ordinal = declared.merge(name, 1, Integer::sum);
        var type = types.read(element.asType());
        var var = new Var(
                vars.size() + (extra < 0 ? 0 : 1),
                name,
                ordinal == 1 ? name : name + "~" + ordinal,
                java(name, ordinal),
                field(name, ordinal),
                type,
                parameter,
                false,
                inferred,
                span);
        names.add(var.java());
        names.add(var.field());
        vars.put(element, var);
        return var;
    }

    /** The name as a local: unique where the user has two of that name, or where it hides the root of a package. */
    private String java(String name, int ordinal) {
        boolean twice = index.all.stream()
                        .filter(tree -> tree instanceof VariableTree variable
                                && variable.getName().contentEquals(name))
                        .count()
                > 1;
        if (!twice && !isTaken(name)) return name;
        return fresh(name + "$" + ordinal);
    }

    private String field(String name, int ordinal) {
        return ordinal == 1 && !isTaken(name) ? name : fresh(name + "$" + ordinal);
    }

    private boolean isTaken(String name) {
        return OURS.contains(name) || name.startsWith("$") || roots.contains(name);
    }

    private String fresh(String wanted) {
        var name = wanted;
        while (names.contains(name)) name += "$";
        return name;
    }

    private boolean isInferred(VariableTree tree) {
        return tree.getType() == null
                || !index.placed(tree.getType())
                || (tree.getType() instanceof IdentifierTree type
                        && type.getName().contentEquals("var"));
    }

    private boolean isTop(VariableTree tree) {
        if (index.boundary(tree) != null) return false;
        var parent = index.parent(tree);
        if (parent == null) return false;
        // The groups of a switch that is taken apart are taken apart with it, whether there is an await in them or not.
        if (parent instanceof CaseTree) return sites.apart(index.parent(parent));
        if (parent instanceof BlockTree || parent instanceof ForLoopTree || parent instanceof EnhancedForLoopTree)
            return sites.apart(parent);
        if (parent instanceof CatchTree) return sites.apart(index.parent(parent));
        if (parent instanceof TryTree) return false;
        return isOutlivingBinding(tree);
    }

    private boolean isOutlivingBinding(VariableTree binding) {
        var statement = topStatement(binding);
        if (sites.apart(statement)) return true;
        var scope = index.span(statement);
        var element = index.element(binding);
        return index.all.stream()
                .anyMatch(tree -> tree instanceof IdentifierTree
                        && index.element(tree) == element
                        && !scope.covers(index.span(tree)));
    }

    /** The statement round a binding: the innermost, if it is taken apart, else the outermost that stays verbatim. */
    private Tree topStatement(Tree binding) {
        Tree at = binding;
        while (!(at instanceof StatementTree)) at = index.round(at);
        var found = at;
        while (!sites.apart(at)) {
            if (at instanceof StatementTree) found = at;
            at = index.round(at);
        }
        return found;
    }

    @Nullable
    Var of(Tree tree) {
        var element = index.element(tree);
        return element == null ? null : vars.get(element);
    }

    @Nullable
    Var of(Element element) {
        return vars.get(element);
    }

    Var get(VariableTree tree) {
        var var = of(tree);
        if (var == null) throw new IllegalStateException("a local that stays in its fragment: " + tree.getName());
        return var;
    }

    int count() {
        return vars.size() + (extra < 0 ? 0 : 1);
    }
}
