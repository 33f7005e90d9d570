package dev.perdure.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a claim can still take from a queue; every store decides by it, within the transaction that claims. What it is told must be
 * read there too, with the queue locked: places are taken only by claims, so nothing can come in between.
 */
public final class Quota {
    /** Whether a run can be taken. */
    public enum Answer {
        /** It can. */
        YES,
        /** Not on this node, or nowhere, until another run gives its place back. */
        FULL,
        /** Not until another run of its key gives its place back. */
        KEY_FULL,
        /** Not until fewer runs have begun lately. */
        TOO_FAST
    }

    private final QueueLimits limits;
    private final Map<String, Integer> held;
    private long room;
    private long nodeRoom;
    private long begins;

    /**
     * What is taken now.
     *
     * @param limits of the queue
     * @param held how many runs have a place in the queue
     * @param heldByKey the same for those with a key
     * @param mine how many of the queue the claiming node moves
     * @param begun how many have begun within the last period
     */
    public Quota(QueueLimits limits, long held, Map<String, Integer> heldByKey, long mine, long begun) {
        this.limits = limits;
        this.held = new HashMap<>(heldByKey);
        room = limits.atOnce() - held;
        nodeRoom = limits.perNode() - mine;
        begins = limits.rate() - begun;
    }

    /** The same, to be tried out. */
    public Quota copy() {
        var copy = new Quota(limits, 0, held, 0, 0);
        copy.room = room;
        copy.nodeRoom = nodeRoom;
        copy.begins = begins;
        return copy;
    }

    /** Whether nothing can be taken but what has a place already. */
    public boolean isFull() {
        return room <= 0;
    }

    /** Whether nothing at all can be taken on this node. */
    public boolean isNodeFull() {
        return nodeRoom <= 0;
    }

    /** Whether no run can begin just now. */
    public boolean isTooFast() {
        return begins <= 0;
    }

    /** How many more of this key can be taken. */
    public int keyRoom(String key) {
        return Math.max(0, limits.perKey() - held.getOrDefault(key, 0));
    }

    /** The places as they are after this one is taken. */
    public int takenPlace() {
        return limits.untilEnd() ? Places.UNTIL_END : Places.MOVING;
    }

    /**
     * Takes a run, if it can be taken.
     *
     * @param key its key, or null
     * @param place its place; see {@link Places}
     */
    public Answer take(@Nullable String key, int place) {
        var answer = ask(key, place);
        if (answer != Answer.YES) return answer;
        nodeRoom--;
        if (Places.holds(place)) return answer;
        room--;
        if (key != null) held.merge(key, 1, Integer::sum);
        if (place == Places.NONE) begins--;
        return answer;
    }

    private Answer ask(@Nullable String key, int place) {
        if (nodeRoom <= 0) return Answer.FULL;
        if (Places.holds(place)) return Answer.YES;
        if (room <= 0) return Answer.FULL;
        if (key != null && keyRoom(key) == 0) return Answer.KEY_FULL;
        return place == Places.NONE && begins <= 0 ? Answer.TOO_FAST : Answer.YES;
    }
}
