package dev.perdure.store;

/**
 * The place of a run in a queue with limits, as a small number that stores keep. A run of a queue without limits has none. Runs that
 * wait behind others of their key are set back, so that whoever looks for one that can be taken does not come by them.
 */
public final class Places {
    /** It has not begun, as far as this queue's limits know. */
    public static final int NONE = 0;

    /** It has begun and holds no place. */
    public static final int BEGUN = 1;

    /** It holds a place while it moves. */
    public static final int MOVING = 2;

    /** It holds a place until it ends. */
    public static final int UNTIL_END = 3;

    private Places() {}

    /** Whether the run holds a place. */
    public static boolean holds(int place) {
        return place >= MOVING;
    }

    /**
     * What is left of a place when the run stops moving.
     *
     * @param place what it was
     * @param over whether the run has ended or got stuck
     */
    public static int rested(int place, boolean over) {
        if (!holds(place)) return place;
        return place == UNTIL_END && !over ? UNTIL_END : BEGUN;
    }

    /** Set back, or put forward again. */
    public static int turned(int place) {
        return -1 - place;
    }

    /** Whether the run was set back. */
    public static boolean isSetBack(int place) {
        return place < 0;
    }
}
