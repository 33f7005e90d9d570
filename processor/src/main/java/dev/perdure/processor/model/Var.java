package dev.perdure.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * A local of the durable method that the lowering may move to a field, or one that it made itself.
 *
 * @param id unique in its method; identity hangs on it alone
 * @param name the name in the user's source; for a temp, of the await or loop it serves
 * @param slot the name under which it is saved
 * @param java the name as a local of generated code, unique in the method
 * @param field the name as a field of the frame
 * @param parameter whether it is a parameter of the method
 * @param temp whether the lowering made it
 * @param inferred whether the source declares it with {@code var}
 * @param span where it is declared, or what a temp stands for
 */
public record Var(
        int id,
        String name,
        String slot,
        String java,
        String field,
        TypeRef type,
        boolean parameter,
        boolean temp,
        boolean inferred,
        Span span) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Var that && that.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return slot;
    }
}
