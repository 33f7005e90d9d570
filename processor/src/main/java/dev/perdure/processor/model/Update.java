package dev.perdure.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * A method of the machine that does a part of what {@code +=} or {@code ++} does to a field which the machine may not name:
 * it holds the instance and the value before, or it takes these and assigns the value after.
 *
 * @param name its name
 * @param typeParameters in angle brackets, with a blank behind, or empty
 * @param receiver the source form of the instance's type, or empty for a static field
 * @param getter the name of the accessor that reads the field
 * @param setter the name of the accessor that writes it
 * @param type the field's type
 * @param operator without the {@code =}; null where the value before is held
 * @param operand the source form of the right side's type; null where it is one, as in {@code ++}
 * @param postfix whether the value before is the result
 */
public record Update(
        String name,
        String typeParameters,
        String receiver,
        String getter,
        String setter,
        TypeRef type,
        @Nullable String operator,
        @Nullable String operand,
        boolean postfix) {}
