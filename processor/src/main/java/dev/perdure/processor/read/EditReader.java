package dev.perdure.processor.read;

import com.sun.source.tree.*;
import com.sun.source.util.TreeScanner;
import dev.perdure.processor.model.Accessor;
import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Patch;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Collects what has to change in the method's text so that it means the same in another class: names qualified by what they
 * stand for, members of the host reached through {@code $self}, locals marked.
 */
@SuppressWarnings("VoidUsed") // the parameter that visitors pass on
final class EditReader extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final Set<Tree.Kind> STEPS = Set.of(
            Tree.Kind.PREFIX_INCREMENT,
            Tree.Kind.PREFIX_DECREMENT,
            Tree.Kind.POSTFIX_INCREMENT,
            Tree.Kind.POSTFIX_DECREMENT);

    final List<Patch> edits = new ArrayList<>();
    final List<Sighting> sightings = new ArrayList<>();
    private final Set<Span> scopes = new HashSet<>();
    private final Index index;
    private final Sites sites;
    private final Locals locals;
    private final Accessors accessors;
    private final Constants constants;
    private final TypeElement host;
    /** What stands for lambdas that become machines. */
    private final IdentityHashMap<Tree, Code> instead;

    EditReader(MethodReader.Parts parts, Accessors accessors, TypeElement host, IdentityHashMap<Tree, Code> instead) {
        this.instead = instead;
        this.index = parts.index();
        this.sites = parts.sites();
        this.locals = parts.locals();
        this.constants = parts.constants();
        this.accessors = accessors;
        this.host = host;
    }

    /** Steps over what the compiler has added to the tree: it stands nowhere. */
    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
        if (tree == null || !index.placed(tree)) return null;
        var other = instead.get(tree);
        if (other == null) return super.scan(tree, p);
        edit(tree, other);
        return null;
    }

    /** The edits in order, one for each range. */
    List<Patch> sorted() {
        var seen = new HashSet<Span>();
        return edits.stream()
                .filter(edit ->
                        edit.code().pieces().stream().anyMatch(Piece.Scope.class::isInstance) || seen.add(edit.span()))
                .sorted(java.util.Comparator.comparing(Patch::span))
                .toList();
    }

    private void edit(Tree tree, Object... code) {
        edits.add(new Patch(index.span(tree), Code.of(code)));
    }

    private void sight(Sighting.Kind kind, Tree tree, String subject) {
        sightings.add(new Sighting(kind, index.span(tree), subject));
    }

    // ---- names

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void p) {
        var element = index.element(tree);
        if (element == null) return null;
        var name = tree.getName().toString();
        if (name.equals("this")) {
            if (index.innerClass(tree) == null) edit(tree, "$self");
        } else if (element instanceof TypeElement type) {
            typeName(tree, type);
        } else if (Accessors.isField(element)) {
            if (!(element.getKind() == ElementKind.ENUM_CONSTANT && index.inCaseLabel(tree)))
                field(tree, (VariableElement) element);
        } else if (locals.of(tree) != null) {
            use(tree);
        }
        return null;
    }

    private void typeName(IdentifierTree tree, TypeElement type) {
        if (tree.getName().contentEquals("var")) return;
        if (type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS) return;
        if (isPrivate(type)) {
            sight(Sighting.Kind.PRIVATE_TYPE, tree, type.getSimpleName().toString());
            return;
        }
        if (!type.getQualifiedName().contentEquals(tree.getName()))
            edit(tree, type.getQualifiedName().toString());
    }

    private static boolean isPrivate(TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement())
            if (at.getModifiers().contains(Modifier.PRIVATE)) return true;
        return false;
    }

    /** A field by its simple name. */
    private void field(IdentifierTree tree, VariableElement field) {
        if (belongsToInnerClass(tree, field)) return;
        var constant = field.getConstantValue();
        boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
        if (constant != null && !accessors.reachable(field)) edit(tree, Text.literal(constant));
        else if (!accessors.reachable(field)) edit(tree, accessors.read(field).name(), isStatic ? "()" : "($self)");
        else if (isStatic) edit(tree, staticOwner(field) + "." + field.getSimpleName());
        else edit(tree, "$self." + field.getSimpleName());
    }

    private boolean belongsToInnerClass(Tree tree, Element member) {
        for (Tree at = index.parent(tree); at != null && at != index.root; at = index.parent(at))
            if (at instanceof ClassTree
                    && index.element(at) instanceof TypeElement inner
                    && accessors.memberOf(inner, member)) return true;
        return false;
    }

    private String staticOwner(Element member) {
        var owner = Words.owner(member);
        boolean inherited = owner.getKind() == ElementKind.CLASS && accessors.memberOf(host, member);
        return (inherited ? host : owner).getQualifiedName().toString();
    }

    private void use(IdentifierTree tree) {
        var var = locals.of(tree);
        if (var == null) return;
        var constant = constants.value(tree);
        if (constant != null) {
            edit(tree, Text.literal(constant));
            return;
        }
        var boundary = index.boundary(tree);
        boolean written = index.parent(tree) instanceof AssignmentTree assignment && assignment.getVariable() == tree;
        edit(tree, new Piece.Use(var, boundary != null, written));
        if (boundary != null) scope(boundary);
    }

    /** Marks the innermost statement outside of the lambda, if it lies inside a fragment, as the place for a copy. */
    private void scope(Tree boundary) {
        Tree at = boundary;
        while (!isScope(at)) at = index.round(at);
        while (index.parent(at) instanceof LabeledStatementTree label) at = label;
        if (sites.apart(at) || sites.apart(index.parent(at)) || !scopes.add(index.span(at))) return;
        boolean braces = !(at instanceof VariableTree || at instanceof ClassTree);
        edits.add(new Patch(index.span(at), Code.of(new Piece.Scope(index.span(at), braces))));
    }

    private boolean isScope(Tree tree) {
        if (!(tree instanceof StatementTree)) return tree.equals(index.root);
        var parent = index.parent(tree);
        return parent instanceof BlockTree
                || parent instanceof CaseTree
                || parent instanceof IfTree
                || parent instanceof LabeledStatementTree
                || (parent != null && Jumps.isLoop(parent) && isBody(parent, tree));
    }

    private static boolean isBody(Tree loop, Tree child) {
        return (loop instanceof WhileLoopTree w && w.getStatement() == child)
                || (loop instanceof DoWhileLoopTree d && d.getStatement() == child)
                || (loop instanceof ForLoopTree f && f.getStatement() == child)
                || (loop instanceof EnhancedForLoopTree e && e.getStatement() == child);
    }

    // ---- members

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void p) {
        var name = tree.getIdentifier().toString();
        var element = index.element(tree);
        if (name.equals("this")) {
            if (element != null && host.equals(typeOf(tree.getExpression()))) edit(tree, "$self");
            return null;
        }
        if (isSuper(tree.getExpression()) && element instanceof VariableElement field) {
            ofSuper(tree, field);
            return null;
        }
        if (element instanceof TypeElement type && isPrivate(type) && !isLocalType(type))
            sight(Sighting.Kind.PRIVATE_TYPE, tree, type.getSimpleName().toString());
        if (element != null && Accessors.isField(element) && !accessors.reachable(element) && !name.equals("length")) {
            readThrough(tree, (VariableElement) element);
            return null;
        }
        return scan(tree.getExpression(), p);
    }

    /** A field of super is found by the static type of what it is read from. */
    private void ofSuper(MemberSelectTree tree, VariableElement field) {
        if (index.innerClass(tree) != null) return;
        var self = "((" + Words.owner(field).getQualifiedName() + ") $self)";
        if (field.getModifiers().contains(Modifier.STATIC))
            edit(tree, Words.owner(field).getQualifiedName() + "." + field.getSimpleName());
        else if (accessors.reachable(field)) edit(tree.getExpression(), self);
        else edit(tree, accessors.read(field).name() + "($self)");
    }

    private static boolean isLocalType(TypeElement type) {
        return type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS;
    }

    private void readThrough(MemberSelectTree tree, VariableElement field) {
        if (field.getConstantValue() != null) edit(tree, Text.literal(field.getConstantValue()));
        else if (field.getModifiers().contains(Modifier.STATIC))
            edit(tree, accessors.read(field).name() + "()");
        else {
            edit(tree, accessors.read(field).name() + "(", index.span(tree.getExpression()), ")");
            scan(tree.getExpression(), null);
        }
    }

    private @Nullable Element typeOf(Tree tree) {
        return index.element(tree);
    }

    static boolean isSuper(Tree tree) {
        return (tree instanceof IdentifierTree name && name.getName().contentEquals("super"))
                || (tree instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("super"));
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void p) {
        scan(call.getTypeArguments(), p);
        scan(call.getArguments(), p);
        if (index.element(call) instanceof ExecutableElement method) called(call, method);
        else scan(call.getMethodSelect(), p);
        return null;
    }

    private void called(MethodInvocationTree call, ExecutableElement method) {
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            if (isSuper(select.getExpression()) && index.innerClass(call) == null) {
                through(call, accessors.call(method, true), Code.of("$self"));
            } else if (!accessors.reachable(method) && !isArrayClone(select)) {
                through(call, accessors.call(method, false), Code.of(index.span(select.getExpression())));
                if (!isStatic) scan(select.getExpression(), null);
            } else if (!isSuper(select.getExpression())) scan(select, null);
        } else if (!belongsToInnerClass(call, method)) {
            if (!accessors.reachable(method)) through(call, accessors.call(method, false), Code.of("$self"));
            else
                edit(call.getMethodSelect(), (isStatic ? staticOwner(method) : "$self") + "." + method.getSimpleName());
        }
    }

    private boolean isArrayClone(MemberSelectTree select) {
        var type = index.type(select.getExpression());
        return type != null && type.getKind() == javax.lang.model.type.TypeKind.ARRAY;
    }

    private void through(MethodInvocationTree call, Accessor accessor, Code receiver) {
        var arguments = new ArrayList<Code>();
        if (!accessor.receiver().isEmpty()) arguments.add(receiver);
        for (var argument : call.getArguments()) arguments.add(Code.of(index.span(argument)));
        edit(call, Code.list(accessor.name() + "(", arguments, ")"));
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void p) {
        var constructor = index.element(tree);
        if (tree.getClassBody() == null && constructor != null && !accessors.reachable(constructor)) {
            scan(tree.getArguments(), p);
            var arguments = tree.getArguments().stream()
                    .map(each -> Code.of(index.span(each)))
                    .toList();
            edit(
                    tree,
                    Code.list(accessors.create((ExecutableElement) constructor).name() + "(", arguments, ")"));
            checkVisible(tree.getIdentifier());
            return null;
        }
        if (tree.getEnclosingExpression() == null && isInner(constructor)) {
            int start = index.span(tree).start();
            edits.add(new Patch(new Span(start, start), Code.of("$self.")));
            scan(tree.getArguments(), p);
            return scan(tree.getClassBody(), p);
        }
        return super.visitNewClass(tree, p);
    }

    private void checkVisible(Tree name) {
        if (index.element(name) instanceof TypeElement type && isPrivate(type))
            sight(Sighting.Kind.PRIVATE_TYPE, name, type.getSimpleName().toString());
    }

    private boolean isInner(@Nullable Element constructor) {
        return constructor != null
                && constructor.getEnclosingElement() instanceof TypeElement type
                && type.getNestingKind() == NestingKind.MEMBER
                && type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void p) {
        var element = index.element(tree);
        if (isSuper(tree.getQualifierExpression())) {
            if (index.innerClass(tree) == null && element instanceof ExecutableElement method)
                referThrough(tree, method, true);
            return null;
        }
        if (element instanceof ExecutableElement method && !accessors.reachable(method))
            referThrough(tree, method, false);
        return super.visitMemberReference(tree, p);
    }

    /** A reference to a method that needs an accessor becomes a lambda. */
    private void referThrough(MemberReferenceTree tree, ExecutableElement method, boolean ofSuper) {
        var qualifier = tree.getQualifierExpression();
        boolean unbound = index.element(qualifier) instanceof TypeElement;
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        boolean creates = tree.getMode() == MemberReferenceTree.ReferenceMode.NEW;
        if (method.isVarArgs())
            sight(Sighting.Kind.NOT_LOWERED, tree, "a reference to a varargs method of super or a private one");
        int arity = method.getParameters().size() + (unbound && !isStatic && !creates ? 1 : 0);
        var names = new ArrayList<Code>();
        for (int i = 0; i < arity; i++) names.add(Code.of("$a" + i));
        var arguments = new ArrayList<>(names);
        if (!unbound) arguments.add(0, ofSuper ? Code.of("$self") : Code.of(index.span(qualifier)));
        var accessor = creates ? accessors.create(method) : accessors.call(method, ofSuper);
        edit(tree, Code.list("(", names, ") -> "), Code.list(accessor.name() + "(", arguments, ")"));
    }

    // ---- assignments to fields

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void p) {
        var field = fieldOf(tree.getVariable());
        lookAtTarget(tree.getVariable());
        if (field == null || accessors.reachable(field)) return super.visitAssignment(tree, p);
        scan(tree.getExpression(), p);
        write(tree, tree.getVariable(), field, Code.of(index.span(tree.getExpression())));
        return null;
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void p) {
        var field = fieldOf(tree.getVariable());
        if (lookAtTarget(tree.getVariable())) return null;
        if (field != null && !accessors.reachable(field)) {
            sight(Sighting.Kind.NOT_LOWERED, tree, "a compound assignment of a private field");
            return null;
        }
        return super.visitCompoundAssignment(tree, p);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void p) {
        if (!STEPS.contains(tree.getKind())) return super.visitUnary(tree, p);
        var field = fieldOf(tree.getExpression());
        if (lookAtTarget(tree.getExpression())) return null;
        if (field != null && !accessors.reachable(field)) {
            sight(Sighting.Kind.NOT_LOWERED, tree, "an increment of a private field");
            return null;
        }
        return super.visitUnary(tree, p);
    }

    private void write(Tree whole, ExpressionTree target, VariableElement field, Code value) {
        var arguments = new ArrayList<Code>();
        if (!field.getModifiers().contains(Modifier.STATIC)) {
            if (target instanceof MemberSelectTree select) {
                arguments.add(Code.of(index.span(select.getExpression())));
                scan(select.getExpression(), null);
            } else arguments.add(Code.of("$self"));
        }
        arguments.add(value);
        edit(whole, Code.list(accessors.write(field).name() + "(", arguments, ")"));
    }

    private @Nullable VariableElement fieldOf(ExpressionTree target) {
        var element = index.element(ExpressionReader.strip(target));
        return element != null && Accessors.isField(element) && !belongsToInnerClass(target, element)
                ? (VariableElement) element
                : null;
    }

    /** Whether a field of the durable object is assigned; then that is all there is to say. */
    private boolean lookAtTarget(ExpressionTree target) {
        var field = fieldOf(target);
        if (field == null || field.getModifiers().contains(Modifier.STATIC)) return false;
        var stripped = ExpressionReader.strip(target);
        boolean ofThis = stripped instanceof IdentifierTree
                || (stripped instanceof MemberSelectTree select
                        && ExpressionReader.strip(select.getExpression()) instanceof IdentifierTree receiver
                        && receiver.getName().contentEquals("this")
                        && index.innerClass(target) == null);
        if (ofThis)
            sight(Sighting.Kind.FIELD_WRITE, target, field.getSimpleName().toString());
        return ofThis;
    }

    // ---- the rest

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void p) {
        if (tree.getValue() instanceof String text && index.textBlock(tree)) edit(tree, Text.quoted(text));
        return null;
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void p) {
        scan(tree.getAnnotationType(), p);
        for (var argument : tree.getArguments())
            scan(argument instanceof AssignmentTree named ? named.getExpression() : argument, p);
        return null;
    }

    @Override
    public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void p) {
        var bound = new ArrayList<dev.perdure.processor.model.Var>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void q) {
                var var = locals.of(variable);
                if (var != null) bound.add(var);
                return null;
            }
        }.scan(tree.getPattern(), null);
        if (!bound.isEmpty()) edit(tree, new Piece.Binding(index.span(tree), bound));
        return super.visitInstanceOf(tree, p);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void p) {
        var var = locals.of(tree);
        if (var != null && isBinding(tree)) {
            int end = index.span(tree).end();
            edits.add(new Patch(new Span(end - tree.getName().length(), end), Code.of(new Piece.Bound(var))));
        }
        scan(tree.getModifiers(), p);
        if (tree.getType() != null
                && !(tree.getType() instanceof IdentifierTree name
                        && name.getName().contentEquals("var"))) scan(tree.getType(), p);
        return scan(tree.getInitializer(), p);
    }

    private boolean isBinding(VariableTree tree) {
        return index.parent(tree) instanceof BindingPatternTree;
    }
}
