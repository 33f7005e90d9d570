package dev.perdure.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * Which local classes, records, enums and interfaces can be lifted: those that need nothing of what is round them, and that no
 * other hides.
 */
final class LocalClasses {
    private final MethodReader.Parts parts;
    private final Index index;

    LocalClasses(MethodReader.Parts parts) {
        this.parts = parts;
        this.index = parts.index();
    }

    /** What stands in the way, as the beginning of a sentence; null if nothing does. */
    @Nullable
    String obstacle(ClassTree type) {
        if (hasNamesake(type)) return kind(type) + " has a namesake in the method";
        if (type.getKind() != Tree.Kind.CLASS) return null;
        boolean generic = !(index.root instanceof MethodTree method)
                || !method.getTypeParameters().isEmpty()
                || parts.accessors().ofGenericHost();
        if (generic) return kind(type) + " stands in a branch, or in a method or class with type parameters";
        var captured = captured(type);
        if (captured != null) return kind(type) + " captures the local '" + captured + "'";
        return usedInBranch(type) ? kind(type) + " is used in a branch" : null;
    }

    private static String kind(ClassTree type) {
        return (type.getKind() == Tree.Kind.CLASS ? "the local class " : "the local type ") + type.getSimpleName();
    }

    /** One that stays in its block hides nothing that is needed there. */
    private boolean hasNamesake(ClassTree type) {
        return index.all.stream()
                .anyMatch(each -> each != type
                        && each instanceof ClassTree other
                        && other.getSimpleName().contentEquals(type.getSimpleName())
                        && parts.sites().apart(index.parent(other)));
    }

    private @Nullable String captured(ClassTree type) {
        var inside = index.span(type);
        for (var tree : index.all)
            if (tree instanceof IdentifierTree name
                    && index.placed(tree)
                    && inside.covers(index.span(tree))
                    && parts.locals().of(tree) != null
                    && parts.constants().value(tree) == null)
                return name.getName().toString();
        return null;
    }

    private boolean usedInBranch(ClassTree type) {
        var element = index.element(type);
        var branches = parts.sites().lambdas.all().stream()
                .map(each -> index.span(each.tree()))
                .toList();
        return element != null
                && index.all.stream()
                        .filter(tree -> tree instanceof IdentifierTree
                                && index.placed(tree)
                                && element.equals(index.element(tree)))
                        .map(index::span)
                        .anyMatch(span -> branches.stream().anyMatch(each -> each.covers(span)));
    }
}
