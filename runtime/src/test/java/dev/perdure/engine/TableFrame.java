package dev.perdure.engine;

import dev.perdure.machine.Frame;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A frame whose slots are an array, so that tests write only blocks and layout. */
abstract class TableFrame extends Frame {
    private static final Map<Class<?>, Object> ZEROS = Map.of(
            int.class, 0, long.class, 0L, boolean.class, false, char.class, '\0', double.class, 0.0, float.class, 0f);

    private final @Nullable Object[] values = new Object[16];
    private @Nullable Object host;

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    final <T> T slot(int slot) {
        var value = values[slot];
        return (T) (value == null ? ZEROS.get(typeOf(slot)) : value);
    }

    final void slot(int slot, @Nullable Object value) {
        values[slot] = value;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    final <T> T host() {
        return (T) host;
    }

    private Type typeOf(int slot) {
        return layout().slots().get(slot).type();
    }

    @Override
    public final void $bind(@Nullable Object self) {
        host = self;
    }

    @Override
    public final void $save(int slot, SlotWriter out) {
        var name = layout().slots().get(slot).name();
        var type = typeOf(slot);
        if (type == int.class) out.writeInt(name, this.<Integer>slot(slot));
        else if (type == long.class) out.writeLong(name, this.<Long>slot(slot));
        else if (type == boolean.class) out.writeBoolean(name, this.<Boolean>slot(slot));
        else if (type == char.class) out.writeChar(name, this.<Character>slot(slot));
        else if (type == double.class) out.writeDouble(name, this.<Double>slot(slot));
        else if (type == float.class) out.writeFloat(name, this.<Float>slot(slot));
        else if (type == String.class) out.writeString(name, slot(slot));
        else out.writeValue(name, type, values[slot]);
    }

    @Override
    public final void $load(int slot, SlotReader in) {
        var name = layout().slots().get(slot).name();
        var type = typeOf(slot);
        if (type == int.class) values[slot] = in.readInt(name);
        else if (type == long.class) values[slot] = in.readLong(name);
        else if (type == boolean.class) values[slot] = in.readBoolean(name);
        else if (type == char.class) values[slot] = in.readChar(name);
        else if (type == double.class) values[slot] = in.readDouble(name);
        else if (type == float.class) values[slot] = in.readFloat(name);
        else if (type == String.class) values[slot] = in.readString(name);
        else values[slot] = in.readValue(name, type);
    }

    @Override
    public final @Nullable Object $get(int slot) {
        return slot(slot);
    }

    @Override
    public final void $set(int slot, @Nullable Object value) {
        values[slot] = value;
    }
}
