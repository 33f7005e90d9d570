package dev.perdure.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Fields, read and written: through the instance, or through what reaches them. */
final class FieldEdits {
    private final Edits edits;
    private final Index index;
    private final Members members;
    private final Accessors accessors;
    private final Updates updates;
    /** Looks at what stands inside. */
    private final Consumer<Tree> scan;

    FieldEdits(Edits edits, MethodReader.Parts parts, Members members, Consumer<Tree> scan) {
        this.edits = edits;
        this.index = parts.index();
        this.members = members;
        this.accessors = parts.accessors();
        this.updates = parts.updates();
        this.scan = scan;
    }

    /** A field by its simple name. */
    void named(IdentifierTree tree, VariableElement field) {
        if (field.getKind() == ElementKind.ENUM_CONSTANT && index.inCaseLabel(tree)) return;
        if (members.ofInnerClass(tree, field)) return;
        var constant = field.getConstantValue();
        boolean isStatic = Members.isStatic(field);
        if (constant != null && !accessors.reachable(field)) edits.replace(tree, Text.literal(constant));
        else if (isHidden(tree, field)) return;
        else if (!accessors.reachable(field))
            edits.replace(tree, accessors.read(field).name(), isStatic ? "()" : "($self)");
        else if (isStatic) edits.replace(tree, members.staticOwner(field) + "." + field.getSimpleName());
        else edits.replace(tree, "$self." + field.getSimpleName());
    }

    /** A field of super is found by the static type of what it is read from. */
    void ofSuper(MemberSelectTree tree, VariableElement field) {
        if (index.innerClass(tree) != null) return;
        var owner = accessors.above(Words.owner(field)).getQualifiedName();
        if (Members.isStatic(field)) edits.replace(tree, owner + "." + field.getSimpleName());
        else if (accessors.reachable(field)) edits.replace(tree.getExpression(), "((" + owner + ") $self)");
        else edits.replace(tree, accessors.read(field).name() + "($self)");
    }

    /** A field that cannot be named. */
    void through(MemberSelectTree tree, VariableElement field) {
        if (field.getConstantValue() != null) {
            edits.replace(tree, Text.literal(field.getConstantValue()));
        } else if (!isHidden(tree, field)) {
            edits.replace(tree, Code.list(accessors.read(field).name() + "(", receiver(tree, field), ")"));
        }
    }

    private boolean isHidden(Tree tree, VariableElement field) {
        var hidden = accessors.reachable(field) ? null : accessors.obstacle(field);
        if (hidden != null) edits.sight(hidden, tree, "the type of the field '" + field.getSimpleName() + "'");
        return hidden != null;
    }

    /** What a field is read from or written to, as an argument; looked at too. */
    private List<Code> receiver(ExpressionTree target, VariableElement field) {
        if (Members.isStatic(field)) return List.of();
        if (!(ExpressionReader.strip(target) instanceof MemberSelectTree select)) return List.of(Code.of("$self"));
        scan.accept(select.getExpression());
        return List.of(Code.of(index.span(select.getExpression())));
    }

    // ---- assignments; each says whether that was all there is to do

    boolean assigned(AssignmentTree tree) {
        var field = fieldOf(tree.getVariable());
        isOwn(tree.getVariable());
        if (field == null || accessors.reachable(field)) return false;
        if (isHidden(tree.getVariable(), field)) return true;
        var arguments = new ArrayList<>(receiver(tree.getVariable(), field));
        scan.accept(tree.getExpression());
        arguments.add(Code.of(index.span(tree.getExpression())));
        edits.replace(tree, Code.list(accessors.write(field).name() + "(", arguments, ")"));
        return true;
    }

    boolean updated(CompoundAssignmentTree tree) {
        var field = fieldOf(tree.getVariable());
        if (isOwn(tree.getVariable())) return true;
        if (field == null || accessors.reachable(field)) return false;
        if (isHidden(tree.getVariable(), field)) return true;
        var given = Code.of(index.span(tree.getExpression()));
        var operand = index.type(tree.getExpression());
        scan.accept(tree.getExpression());
        var update = updates.compound(field, ExpressionReader.operator(tree.getKind()), operand);
        update(tree, tree.getVariable(), field, update, List.of(given));
        return true;
    }

    boolean stepped(UnaryTree tree) {
        var field = fieldOf(tree.getExpression());
        if (isOwn(tree.getExpression())) return true;
        if (field == null || accessors.reachable(field)) return false;
        if (isHidden(tree.getExpression(), field)) return true;
        update(tree, tree.getExpression(), field, updates.step(field, tree.getKind()), List.of());
        return true;
    }

    private void update(Tree whole, ExpressionTree target, VariableElement field, String update, List<Code> value) {
        scan.accept(target); // an await on the right side has the target read by itself
        var held = Code.list(updates.hold(field) + "(", receiver(target, field), ")");
        var arguments = new ArrayList<>(List.of(held));
        arguments.addAll(value);
        edits.replace(whole, Code.list(update + "(", arguments, ")"));
    }

    private @Nullable VariableElement fieldOf(ExpressionTree target) {
        var element = index.element(ExpressionReader.strip(target));
        return element != null && Accessors.isField(element) && !members.ofInnerClass(target, element)
                ? (VariableElement) element
                : null;
    }

    /** Whether a field of the durable object is assigned; then that is all there is to say. */
    private boolean isOwn(ExpressionTree target) {
        var field = fieldOf(target);
        if (field == null || Members.isStatic(field)) return false;
        var stripped = ExpressionReader.strip(target);
        boolean own = stripped instanceof IdentifierTree
                || (stripped instanceof MemberSelectTree select && members.isHostsThis(select.getExpression()));
        if (own)
            edits.sight(Sighting.Kind.FIELD_WRITE, target, field.getSimpleName().toString());
        return own;
    }
}
