package dev.perdure.engine.checkpoint;

import dev.perdure.DataCorrupted;
import dev.perdure.store.Payload;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Checksums over the run's id and the bytes, so that a row that slipped under another id is detected too. */
public final class Sums {
    private Sums() {}

    /** Bytes of a run with their checksum. */
    public static Payload seal(String run, byte[] bytes) {
        return new Payload(bytes, sum(run, bytes));
    }

    /**
     * The bytes, after a check.
     *
     * @throws DataCorrupted if they are not what was sealed for this run
     */
    public static byte[] open(String run, Payload payload) {
        int sum = sum(run, payload.bytes());
        if (sum != payload.crc())
            throw new DataCorrupted(
                    "stored data of run \"" + run + "\" fails its checksum: " + payload.bytes().length
                            + " bytes sum up to "
                            + Integer.toHexString(sum) + ", recorded is " + Integer.toHexString(payload.crc())
                            + "; restore the store from a backup",
                    null);
        return payload.bytes();
    }

    private static int sum(String run, byte[] bytes) {
        var crc = new CRC32C();
        crc.update(run.getBytes(StandardCharsets.UTF_8));
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
