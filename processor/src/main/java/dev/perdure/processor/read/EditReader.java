package dev.perdure.processor.read;

import com.sun.source.tree.*;
import com.sun.source.util.TreeScanner;
import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Text;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
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

    final Edits edits;
    private final Index index;
    private final Locals locals;
    private final Accessors accessors;
    private final Members members;
    private final Visibility visibility;
    private final FieldEdits fields;
    private final CallEdits calls;
    private final LocalEdits mentions;
    /** What stands for lambdas that become machines. */
    private final IdentityHashMap<Tree, Code> instead;

    EditReader(MethodReader.Parts parts, TypeElement host, IdentityHashMap<Tree, Code> instead) {
        this.instead = instead;
        this.index = parts.index();
        this.locals = parts.locals();
        this.accessors = parts.accessors();
        this.visibility = parts.visibility();
        edits = new Edits(index);
        members = new Members(parts, host);
        fields = new FieldEdits(edits, parts, members, this::look);
        calls = new CallEdits(edits, parts, members, this::look);
        mentions = new LocalEdits(edits, parts);
    }

    private void look(@Nullable Tree tree) {
        scan(tree, null);
    }

    /** Steps over what the compiler has added to the tree: it stands nowhere. */
    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void p) {
        if (tree == null || !index.placed(tree)) return null;
        var other = instead.get(tree);
        if (other == null) return super.scan(tree, p);
        edits.replace(tree, other);
        return null;
    }

    // ---- names

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void p) {
        var element = index.element(tree);
        if (element == null) return null;
        if (tree.getName().contentEquals("this")) {
            if (index.innerClass(tree) == null) edits.replace(tree, "$self");
        } else if (element instanceof TypeElement type) typeName(tree, type);
        else if (Accessors.isField(element)) fields.named(tree, (VariableElement) element);
        else if (locals.of(tree) != null) mentions.used(tree);
        return null;
    }

    private void typeName(IdentifierTree tree, TypeElement type) {
        if (tree.getName().contentEquals("var") || Members.isLocal(type)) return;
        var hidden = visibility.declaredHidden(type);
        if (hidden != null) edits.sight(hidden, tree, "the type " + type.getSimpleName());
        else if (!type.getQualifiedName().contentEquals(tree.getName()))
            edits.replace(tree, type.getQualifiedName().toString());
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void p) {
        var element = index.element(tree);
        if (tree.getIdentifier().contentEquals("this")) {
            if (members.isHostsThis(tree)) edits.replace(tree, "$self");
            return null;
        }
        if (Members.isSuper(tree.getExpression()) && element instanceof VariableElement field) {
            fields.ofSuper(tree, field);
            return null;
        }
        if (element instanceof TypeElement type && !Members.isLocal(type)) {
            var hidden = visibility.ofItself(type);
            if (hidden != null) edits.sight(hidden, tree, "the type " + type.getSimpleName());
        }
        if (element instanceof VariableElement field
                && Accessors.isField(field)
                && !accessors.reachable(field)
                && !tree.getIdentifier().contentEquals("length")) {
            fields.through(tree, field);
            return null;
        }
        return scan(tree.getExpression(), p);
    }

    // ---- calls

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void p) {
        scan(call.getTypeArguments(), p);
        scan(call.getArguments(), p);
        if (index.element(call) instanceof ExecutableElement method) calls.called(call, method);
        else scan(call.getMethodSelect(), p);
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void p) {
        return calls.created(tree) ? null : super.visitNewClass(tree, p);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void p) {
        return calls.referred(tree) ? null : super.visitMemberReference(tree, p);
    }

    // ---- assignments

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void p) {
        return fields.assigned(tree) ? null : super.visitAssignment(tree, p);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void p) {
        return fields.updated(tree) ? null : super.visitCompoundAssignment(tree, p);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void p) {
        return STEPS.contains(tree.getKind()) && fields.stepped(tree) ? null : super.visitUnary(tree, p);
    }

    // ---- the rest

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void p) {
        if (tree.getValue() instanceof String text && index.textBlock(tree)) edits.replace(tree, Text.quoted(text));
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
        mentions.tested(tree);
        return super.visitInstanceOf(tree, p);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void p) {
        mentions.declared(tree);
        scan(tree.getModifiers(), p);
        if (tree.getType() != null
                && !(tree.getType() instanceof IdentifierTree name
                        && name.getName().contentEquals("var"))) scan(tree.getType(), p);
        return scan(tree.getInitializer(), p);
    }
}
