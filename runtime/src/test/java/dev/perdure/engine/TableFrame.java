package dev.perdure.engine;

import dev.perdure.machine.Frame;
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
    public final @Nullable Object $get(int slot) {
        return slot(slot);
    }

    @Override
    public final void $set(int slot, @Nullable Object value) {
        values[slot] = value;
    }
}
