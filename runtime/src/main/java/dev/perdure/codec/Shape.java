package dev.perdure.codec;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the values of one type are written and read; a null value never gets here. */
interface Shape {
    void write(Object value, JsonWriter out);

    Object read(Json json);

    /** Whether values can never change, down to their last part; a shape that is being asked already answers by the others. */
    boolean immutable(Set<Shape> visiting);

    /** As a member name, for maps with such keys; null if these values are no strings. */
    default @Nullable String asName(Object value) {
        return null;
    }

    /** Writes a value or null. */
    default void writeNullable(@Nullable Object value, JsonWriter out) {
        if (value == null) out.nothing();
        else write(value, out);
    }

    /** Reads a value or null. */
    default @Nullable Object readNullable(Json json) {
        return json instanceof Json.Nothing ? null : read(json);
    }
}
