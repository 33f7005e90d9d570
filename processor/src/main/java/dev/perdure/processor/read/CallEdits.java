package dev.perdure.processor.read;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.perdure.processor.model.Accessor;
import dev.perdure.processor.model.Code;
import java.util.ArrayList;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Methods and constructors, called and referred to: through the instance, or through what reaches them. */
final class CallEdits {
    private final Edits edits;
    private final Index index;
    private final Members members;
    private final Accessors accessors;
    private final TypeReader types;
    private final MethodReader.Universe universe;
    private final AwaitedTypes awaited;
    /** Looks at what stands inside. */
    private final Consumer<@Nullable Tree> scan;

    CallEdits(Edits edits, MethodReader.Parts parts, Members members, Consumer<@Nullable Tree> scan) {
        this.edits = edits;
        this.index = parts.index();
        this.members = members;
        this.accessors = parts.accessors();
        this.types = parts.types();
        this.universe = parts.universe();
        this.awaited = new AwaitedTypes(parts);
        this.scan = scan;
    }

    // ---- calls

    void called(MethodInvocationTree call, ExecutableElement method) {
        if (call.getMethodSelect() instanceof MemberSelectTree select) selected(call, select, method);
        else if (members.ofInnerClass(call, method)) return;
        else if (!accessors.reachable(method)) through(call, method, false, Code.of("$self"));
        else {
            var receiver = Members.isStatic(method) ? members.staticOwner(method) : "$self";
            var types = Words.isWord(method) ? awaited.of(call, method) : "";
            edits.replace(call.getMethodSelect(), receiver + "." + types + method.getSimpleName());
        }
    }

    private void selected(MethodInvocationTree call, MemberSelectTree select, ExecutableElement method) {
        boolean ofSuper = Members.isSuper(select.getExpression());
        if (ofSuper && index.innerClass(call) == null) {
            through(call, method, true, Code.of("$self"));
        } else if (!accessors.reachable(method) && !isArrayClone(select)) {
            through(call, method, false, Code.of(index.span(select.getExpression())));
            if (!Members.isStatic(method)) scan.accept(select.getExpression());
        } else if (!ofSuper) scan.accept(select);
    }

    private boolean isArrayClone(MemberSelectTree select) {
        var type = index.type(select.getExpression());
        return type != null && type.getKind() == TypeKind.ARRAY;
    }

    private void through(MethodInvocationTree call, ExecutableElement method, boolean ofSuper, Code receiver) {
        if (isHidden(call.getMethodSelect(), method)) return;
        var accessor = accessors.call(method, ofSuper);
        var arguments = new ArrayList<Code>();
        if (!accessor.receiver().isEmpty()) arguments.add(receiver);
        for (var argument : call.getArguments()) arguments.add(Code.of(index.span(argument)));
        edits.replace(call, Code.list(accessor.name() + "(", arguments, ")"));
    }

    /** Whether an accessor would have to name a type that it cannot. */
    private boolean isHidden(Tree tree, ExecutableElement method) {
        var hidden = accessors.obstacle(method);
        if (hidden != null)
            edits.sight(hidden, tree, "the type " + hidden.type() + " in the signature of '" + name(method) + "'");
        return hidden != null;
    }

    private static CharSequence name(ExecutableElement method) {
        boolean creates = method.getKind() == ElementKind.CONSTRUCTOR;
        return (creates ? Words.owner(method) : method).getSimpleName();
    }

    // ---- constructors

    /** Whether that was all there is to do. */
    boolean created(NewClassTree tree) {
        var constructor = index.element(tree);
        if (tree.getClassBody() == null && constructor != null && !accessors.reachable(constructor)) {
            through(tree, (ExecutableElement) constructor);
            return true;
        }
        if (tree.getEnclosingExpression() != null || !isInner(constructor)) return false;
        edits.before(tree, "$self.");
        scan.accept(tree.getClassBody());
        tree.getArguments().forEach(scan);
        return true;
    }

    private void through(NewClassTree tree, ExecutableElement constructor) {
        if (isHidden(tree.getIdentifier(), constructor)) return;
        var accessor = accessors.create(constructor);
        tree.getArguments().forEach(scan);
        var arguments = tree.getArguments().stream()
                .map(each -> Code.of(index.span(each)))
                .toList();
        edits.replace(tree, Code.list(accessor.name() + "(", arguments, ")"));
    }

    private static boolean isInner(@Nullable Element constructor) {
        return constructor != null
                && constructor.getEnclosingElement() instanceof TypeElement type
                && type.getNestingKind() == NestingKind.MEMBER
                && type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    // ---- references

    /** Whether that was all there is to do. */
    boolean referred(MemberReferenceTree tree) {
        boolean ofSuper = Members.isSuper(tree.getQualifierExpression());
        if (ofSuper && index.innerClass(tree) != null) return true;
        if (!(index.element(tree) instanceof ExecutableElement method)) return false;
        if (!ofSuper && accessors.reachable(method)) return false;
        lambda(tree, method, ofSuper);
        return true;
    }

    /**
     * A reference to a method that needs an accessor becomes a lambda: with as many parameters as its type has, so that the
     * compiler sorts out which of them are variable arguments.
     */
    private void lambda(MemberReferenceTree tree, ExecutableElement method, boolean ofSuper) {
        if (isHidden(tree, method)) return;
        var qualifier = tree.getQualifierExpression();
        boolean creates = tree.getMode() == MemberReferenceTree.ReferenceMode.NEW;
        var accessor = creates ? accessors.create(method) : accessors.call(method, ofSuper);
        var names = new ArrayList<Code>();
        for (int i = 0; i < arity(tree); i++) names.add(Code.of("$a" + i));
        var arguments = new ArrayList<>(names);
        boolean bound = !(index.element(qualifier) instanceof TypeElement);
        boolean ofSelf = ofSuper || members.isHostsThis(qualifier);
        if (bound) arguments.add(0, Code.of(ofSelf ? "$self" : "$r"));
        var call = Code.of(Code.list("(", names, ") -> "), Code.list(accessor.name() + "(", arguments, ")"));
        if (!bound || ofSelf) edits.replace(tree, call);
        else bound(tree, accessor, call);
    }

    /** What is on the left of a reference is evaluated once, when the reference is. */
    private void bound(MemberReferenceTree tree, Accessor accessor, Code call) {
        var type = types.read(index.type(tree));
        if (type.hidden() != null)
            edits.sight(type.hidden(), tree, "the type that this becomes (" + type.shown() + ")");
        var function = "((java.util.function.Function<" + accessor.receiver() + ", " + type.text() + ">) $r -> ";
        edits.replace(
                tree,
                function,
                call,
                ").apply(java.util.Objects.requireNonNull(",
                index.span(tree.getQualifierExpression()),
                "))");
        scan.accept(tree.getQualifierExpression());
    }

    private int arity(MemberReferenceTree tree) {
        if (!(index.type(tree) instanceof DeclaredType type)) throw new IllegalStateException("no type: " + tree);
        var element = (TypeElement) type.asElement();
        var object = universe.elements().getTypeElement("java.lang.Object");
        return ElementFilter.methodsIn(universe.elements().getAllMembers(element)).stream()
                .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
                .filter(each -> ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                        .noneMatch(other -> universe.elements().overrides(each, other, element)))
                .mapToInt(each -> each.getParameters().size())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not a functional interface: " + type));
    }
}
