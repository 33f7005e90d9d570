package dev.perdure.sql;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A checksum over the columns of a row, kept in the row: a database does not notice that a bit of a value has flipped. What
 * the engine has put its own checksum on is not covered again.
 */
public final class Seal {
    private final CRC32 crc = new CRC32();

    /** Adds a number. */
    public Seal add(long number) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) crc.update((int) (number >>> shift));
        return this;
    }

    /** Adds a number, or that there is none. */
    public Seal addOptional(@Nullable Long number) {
        crc.update(number == null ? 0 : 1);
        return number == null ? this : add(number);
    }

    /** Adds a text, or that there is none. */
    public Seal add(@Nullable String text) {
        crc.update(text == null ? 0 : 1);
        if (text == null) return this;
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        crc.update(bytes);
        return this;
    }

    /** The checksum over all that was added, in that order. */
    public int value() {
        return (int) crc.getValue();
    }
}
