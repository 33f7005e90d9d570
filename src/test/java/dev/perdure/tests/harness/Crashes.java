package dev.perdure.tests.harness;

import java.util.Set;

/**
 * Where an execution loses its memory.
 *
 * @param name how a report calls it
 * @param everywhere after every checkpoint, and before every await that can be issued again
 * @param after the numbers of the checkpoints after which memory is lost; 0 is the start
 */
public record Crashes(String name, boolean everywhere, Set<Integer> after) {
    /** No crash. */
    public static final Crashes NONE = new Crashes("lowered", false, Set.of());

    /** A crash after every checkpoint. */
    public static final Crashes EVERYWHERE = new Crashes("reloaded everywhere", true, Set.of());

    /** Crashes after these checkpoints only. */
    public static Crashes after(Integer... checkpoints) {
        var after = Set.of(checkpoints);
        return new Crashes("crashed after " + after, false, after);
    }

    boolean at(int checkpoint) {
        return everywhere || after.contains(checkpoint);
    }
}
