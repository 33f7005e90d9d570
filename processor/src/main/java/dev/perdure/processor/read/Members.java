package dev.perdure.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Whose member a name is: the host's, or that of a class inside the method; and by what it can be named elsewhere. */
final class Members {
    private final Index index;
    private final Accessors accessors;
    private final TypeElement host;
    private final Elements elements;
    private final Visibility visibility;

    Members(MethodReader.Parts parts, TypeElement host) {
        this.elements = parts.universe().elements();
        this.index = parts.index();
        this.accessors = parts.accessors();
        this.visibility = parts.visibility();
        this.host = host;
    }

    /** Whether a simple name means a member of a class inside the method. */
    boolean ofInnerClass(Tree tree, Element member) {
        for (Tree at = index.parent(tree); at != null && at != index.root; at = index.parent(at))
            if (at instanceof ClassTree
                    && index.element(at) instanceof TypeElement inner
                    && accessors.memberOf(inner, member)) return true;
        return false;
    }

    /** Whether an expression is the host's own {@code this}, by its class's name or without it. */
    boolean isHostsThis(ExpressionTree tree) {
        var stripped = ExpressionReader.strip(tree);
        if (stripped instanceof MemberSelectTree select)
            return select.getIdentifier().contentEquals("this") && host.equals(index.element(select.getExpression()));
        return stripped instanceof IdentifierTree name
                && name.getName().contentEquals("this")
                && index.innerClass(tree) == null;
    }

    /** The class by which a static member is named: the one it is declared in, unless that one is not to be seen from here. */
    String staticOwner(Element member) {
        var owner = Words.owner(member);
        boolean inherited = owner.getKind() == ElementKind.CLASS && accessors.memberOf(host, member);
        if (inherited) return host.getQualifiedName().toString();
        return (isSeen(owner) ? owner : heir(member, owner)).getQualifiedName().toString();
    }

    /** A class that shows what one declares that is not to be seen: round the host, or imported from. */
    private TypeElement heir(Element member, TypeElement owner) {
        for (Element at = host; at instanceof TypeElement type; at = at.getEnclosingElement())
            if (accessors.memberOf(type, member)) return type;
        return index.staticImports().stream()
                .map(elements::getTypeElement)
                .filter(type -> type != null && isSeen(type) && accessors.memberOf(type, member))
                .findFirst()
                .orElse(owner);
    }

    private boolean isSeen(TypeElement type) {
        return visibility.hidden(type) == null;
    }

    static boolean isStatic(Element member) {
        return member.getModifiers().contains(Modifier.STATIC);
    }

    static boolean isPrivate(TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement())
            if (at.getModifiers().contains(Modifier.PRIVATE)) return true;
        return false;
    }

    static boolean isLocal(TypeElement type) {
        return type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS;
    }

    static boolean isSuper(Tree tree) {
        return (tree instanceof IdentifierTree name && name.getName().contentEquals("super"))
                || (tree instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("super"));
    }
}
