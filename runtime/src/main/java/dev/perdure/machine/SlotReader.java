package dev.perdure.machine;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Gives back the slots of a frame by name and static type; fails with {@code DataCorrupted} where one is missing or of another type. */
public interface SlotReader {
    /** A boolean slot. */
    boolean readBoolean(String name);

    /** A byte, short or int slot. */
    int readInt(String name);

    /** A char slot. */
    char readChar(String name);

    /** A long slot. */
    long readLong(String name);

    /** A float slot. */
    float readFloat(String name);

    /** A double slot. */
    double readDouble(String name);

    /** A String slot. */
    @Nullable
    String readString(String name);

    /** A slot of any other type. */
    @Nullable
    Object readValue(String name, Type type);
}
