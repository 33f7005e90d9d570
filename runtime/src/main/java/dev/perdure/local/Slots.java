package dev.perdure.local;

import java.util.BitSet;

/**
 * Hands out slots of the hot table, the lowest free one first, so that few pages hold all moving runs. Nothing of this is
 * stored: a slot is taken as long as an owned run names it.
 */
final class Slots {
    private final BitSet taken = new BitSet();
    private int lowestFree;

    long take() {
        int free = taken.nextClearBit(lowestFree);
        taken.set(free);
        lowestFree = free + 1;
        return free + 1L;
    }

    /** Takes a slot that an owned run names in the file. */
    void take(long slot) {
        taken.set(Math.toIntExact(slot - 1));
    }

    void release(long slot) {
        int index = Math.toIntExact(slot - 1);
        taken.clear(index);
        lowestFree = Math.min(lowestFree, index);
    }
}
