package dev.perdure.processor.read;

import com.sun.source.tree.Tree;
import dev.perdure.processor.model.Accessor;
import dev.perdure.processor.model.Update;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The compound assignments of fields that the machine cannot name. */
final class Updates {
    private final Map<String, Update> made = new LinkedHashMap<>();
    private final Accessors accessors;
    private final TypeReader types;

    Updates(Accessors accessors, TypeReader types) {
        this.accessors = accessors;
        this.types = types;
    }

    List<Update> all() {
        return List.copyOf(made.values());
    }

    /** The name of the method that holds an instance and its field's value. */
    String hold(VariableElement field) {
        return add(field, "$hold_", null, null, false);
    }

    /** The name of the method that does {@code field operator= operand}. */
    String compound(VariableElement field, String operator, @Nullable TypeMirror operand) {
        return add(field, "$update_", operator, operand(operand), false);
    }

    /** The name of the method that does {@code ++} or {@code --}. */
    String step(VariableElement field, Tree.Kind kind) {
        boolean plus = kind == Tree.Kind.PREFIX_INCREMENT || kind == Tree.Kind.POSTFIX_INCREMENT;
        boolean postfix = kind == Tree.Kind.POSTFIX_INCREMENT || kind == Tree.Kind.POSTFIX_DECREMENT;
        return add(field, "$step_", plus ? "+" : "-", null, postfix);
    }

    /** A primitive value, a text, or anything that is made into a text. */
    private String operand(@Nullable TypeMirror type) {
        var operand = types.read(type);
        if (operand.primitive() != null) return operand.primitive();
        return operand.isString() ? operand.text() : "java.lang.Object";
    }

    private String add(
            VariableElement field,
            String prefix,
            @Nullable String operator,
            @Nullable String operand,
            boolean postfix) {
        var getter = accessors.read(field);
        var setter = accessors.write(field);
        var key = getter.name() + " " + operator + " " + operand + " " + postfix;
        var update = made.get(key);
        if (update == null) {
            update = update(
                    field, accessors.fresh(prefix + field.getSimpleName()), getter, setter, operator, operand, postfix);
            made.put(key, update);
        }
        return update.name();
    }

    private Update update(
            VariableElement field,
            String name,
            Accessor getter,
            Accessor setter,
            @Nullable String operator,
            @Nullable String operand,
            boolean postfix) {
        return new Update(
                name,
                getter.typeParameters(),
                getter.receiver(),
                getter.name(),
                setter.name(),
                accessors.typeOf(field),
                operator,
                operand,
                postfix);
    }
}
