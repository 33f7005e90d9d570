package dev.perdure.engine.checkpoint;

import dev.perdure.UnsaveableValue;
import dev.perdure.codec.Codec;
import dev.perdure.codec.JsonWriter;
import dev.perdure.machine.SlotWriter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes slots. An object that several slots name is written where it comes first and referred to by its address,
 * {@code frame.slot}, everywhere else: after a resume it is one object again.
 */
final class Slots implements SlotWriter {
    private JsonWriter out;
    private final Codec codec;
    private final List<Object> seen = new ArrayList<>(0);
    private final List<String> addresses = new ArrayList<>(0);
    private int depth;

    Slots(JsonWriter out, Codec codec) {
        this.out = out;
        this.codec = codec;
    }

    /** What follows is written there. */
    void into(JsonWriter other) {
        out = other;
    }

    /** The frames that follow are this one of the stack. */
    void depth(int index) {
        depth = index;
    }

    @Override
    public void writeBoolean(String name, boolean value) {
        out.name(name).bool(value);
    }

    @Override
    public void writeInt(String name, int value) {
        out.name(name).number((long) value);
    }

    @Override
    public void writeChar(String name, char value) {
        out.name(name).string(String.valueOf(value));
    }

    @Override
    public void writeLong(String name, long value) {
        out.name(name).number(value);
    }

    @Override
    public void writeFloat(String name, float value) {
        out.name(name).number(value);
    }

    @Override
    public void writeDouble(String name, double value) {
        out.name(name).number(value);
    }

    @Override
    public void writeString(String name, @Nullable String value) {
        out.name(name).string(value);
    }

    @Override
    public void writeValue(String name, Type type, @Nullable Object value) {
        out.name(name);
        named(name, () -> value(name, type, value));
    }

    /** Encodes something of a slot, whose name is put before what goes wrong. */
    void named(String name, Runnable encoding) {
        try {
            encoding.run();
        } catch (UnsaveableValue unsaveable) {
            throw new UnsaveableValue("variable " + name + ": " + unsaveable.getMessage(), unsaveable);
        }
    }

    /** Whether this slot is the first to name an object; then it is the one where the object is written. */
    boolean claim(String name, Object value) {
        if (addressOf(value) != null) return false;
        seen.add(value);
        addresses.add(depth + "." + name);
        return true;
    }

    /** A value that may be one that a slot names already. */
    void value(String name, Type type, @Nullable Object value) {
        if (value == null) {
            out.nothing();
        } else if (isValueLike(value)) {
            codec.encode(type, value, out);
        } else {
            var address = addressOf(value);
            if (address != null) {
                out.beginObject().name("@ref").string(address).endObject();
            } else {
                claim(name, value);
                codec.encode(type, value, out);
            }
        }
    }

    private @Nullable String addressOf(Object value) {
        for (int i = 0; i < seen.size(); i++) if (seen.get(i) == value) return addresses.get(i);
        return null;
    }

    private static boolean isValueLike(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof java.time.temporal.TemporalAccessor
                || value instanceof java.time.temporal.TemporalAmount
                || value instanceof java.util.UUID;
    }
}
