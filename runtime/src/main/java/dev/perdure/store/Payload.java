package dev.perdure.store;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Encoded bytes with the checksum that the engine made over them; a store keeps both as they are. The bytes are never
 * changed after construction.
 *
 * @param bytes the encoding
 * @param crc the engine's checksum
 */
@SuppressWarnings("ArrayRecordComponent") // equality below is by content
public record Payload(byte[] bytes, int crc) {
    /** Checks that there are bytes. */
    public Payload {
        Objects.requireNonNull(bytes, "bytes");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payload that && crc == that.crc && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return crc;
    }

    @Override
    public String toString() {
        return bytes.length + " bytes, crc " + Integer.toHexString(crc);
    }
}
