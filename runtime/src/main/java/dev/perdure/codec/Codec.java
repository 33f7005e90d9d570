package dev.perdure.codec;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into JSON and back, by their declared types: those of slots, of awaits' results, of arguments and signals.
 * Must be safe for use by many threads, and stable: what was written by an older version must stay readable. Default:
 * {@link JsonCodec}.
 */
public interface Codec {
    /**
     * Writes exactly one JSON value.
     *
     * @throws dev.perdure.UnsaveableValue if the value cannot be saved as this type
     */
    void encode(Type type, @Nullable Object value, JsonWriter out);

    /**
     * Makes the value again. Classes are chosen by the declared type only, never by a class name in the data.
     *
     * @throws dev.perdure.DataCorrupted if the data does not fit the type
     */
    @Nullable
    Object decode(Type type, Json json);

    /** Whether values of this type can never change, down to their last part; then identity tells equality. */
    default boolean immutable(Type type) {
        return false;
    }
}
