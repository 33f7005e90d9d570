package dev.perdure.engine.checkpoint;

import dev.perdure.machine.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds of a large checkpoint, so that only what has changed need be written. Kept while the run is in memory;
 * small checkpoints have none. Confined like the run.
 */
public final class Memory {
    final List<FrameMemory> frames = new ArrayList<>();
    List<Pending> undos = List.of();
    private int whole;
    private int parts;

    Memory(int whole) {
        this.whole = whole;
    }

    /** Counts a part; false if it is time to write everything anew, so that the parts never outweigh the whole. */
    boolean takes(int part) {
        parts += part;
        return parts <= whole;
    }

    /** One frame, as it was written last. */
    static final class FrameMemory {
        final Frame frame;
        final Map<String, SlotMemory> slots = new HashMap<>();
        int point = -1;

        @Nullable
        Side side;

        FrameMemory(Frame frame) {
            this.frame = frame;
        }
    }

    /** One slot, as it was written last. */
    sealed interface SlotMemory {}

    /** A slot by its encoding, name included. */
    @SuppressWarnings("ArrayRecordComponent") // compared as bytes
    record Text(byte[] encoding) implements SlotMemory {}

    /** A list by its elements: themselves where they can never change, else their encodings. */
    record Items(List<@Nullable Object> elements) implements SlotMemory {}
}
