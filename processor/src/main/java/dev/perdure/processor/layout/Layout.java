package dev.perdure.processor.layout;

import dev.perdure.processor.model.SavedType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What checkpoints of a method can contain.
 *
 * @param frames by identity: the method, and the lambdas in it that are machines of their own
 * @param types what the types of slots are made of, by name
 */
record Layout(SortedMap<String, SortedMap<String, Place>> frames, SortedMap<String, SavedType> types) {
    private static final int DIGITS = 4;

    /**
     * An await, or the beginning of the method; by label.
     *
     * @param issue the slots before it is issued, types by name; null if no checkpoint can stand there
     * @param resume the slots when its outcome is taken
     * @param gives the type of what it gives; {@code void} where nobody uses it
     */
    record Place(@Nullable SortedMap<String, String> issue, SortedMap<String, String> resume, String gives) {}

    /** Tells it from other layouts: a hash of its text, in eight digits. */
    String id() {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(Json.write(LockText.body(this)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
