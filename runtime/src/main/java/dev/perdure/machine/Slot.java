package dev.perdure.machine;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A local that outlives a block.
 *
 * @param name the variable's name in the source ({@code x~2} for a second declaration), or a temp's ({@code charge.$0})
 * @param type its static type
 */
public record Slot(String name, Type type) {
    void write(SlotWriter out, @Nullable Object value) {
        if (type == String.class) out.writeString(name, (String) value);
        else if (type instanceof Class<?> known && known.isPrimitive()) writePrimitive(out, value);
        else out.writeValue(name, type, value);
    }

    private void writePrimitive(SlotWriter out, @Nullable Object value) {
        if (type == boolean.class) out.writeBoolean(name, Frame.$boolean(value));
        else if (type == int.class) out.writeInt(name, Frame.$int(value));
        else if (type == long.class) out.writeLong(name, Frame.$long(value));
        else if (type == double.class) out.writeDouble(name, Frame.$double(value));
        else if (type == float.class) out.writeFloat(name, Frame.$float(value));
        else if (type == char.class) out.writeChar(name, Frame.$char(value));
        else out.writeInt(name, type == byte.class ? Frame.$byte(value) : Frame.$short(value));
    }

    @Nullable
    Object read(SlotReader in) {
        if (type == String.class) return in.readString(name);
        return type instanceof Class<?> known && known.isPrimitive() ? readPrimitive(in) : in.readValue(name, type);
    }

    private Object readPrimitive(SlotReader in) {
        if (type == boolean.class) return in.readBoolean(name);
        if (type == int.class) return in.readInt(name);
        if (type == long.class) return in.readLong(name);
        if (type == double.class) return in.readDouble(name);
        if (type == float.class) return in.readFloat(name);
        if (type == char.class) return in.readChar(name);
        if (type == byte.class) return (byte) in.readInt(name);
        return (short) in.readInt(name);
    }
}
