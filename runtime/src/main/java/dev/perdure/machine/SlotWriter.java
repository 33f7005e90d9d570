package dev.perdure.machine;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Takes the slots of a frame, one after the other, by their static types. */
public interface SlotWriter {
    /** A boolean slot. */
    void writeBoolean(String name, boolean value);

    /** A byte, short or int slot. */
    void writeInt(String name, int value);

    /** A char slot. */
    void writeChar(String name, char value);

    /** A long slot. */
    void writeLong(String name, long value);

    /** A float slot. */
    void writeFloat(String name, float value);

    /** A double slot. */
    void writeDouble(String name, double value);

    /** A String slot. */
    void writeString(String name, @Nullable String value);

    /** A slot of any other type. */
    void writeValue(String name, Type type, @Nullable Object value);
}
