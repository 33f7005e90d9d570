package dev.perdure.postgres;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells apart what of a batch can be written by one statement that checks and changes at once, and what has to be looked at
 * first: changes that read mailboxes or concern other runs, and several of one run. The two touch no run in common, so it does
 * not matter which goes first.
 */
final class Sorting {
    /** Where the change stands in the batch. */
    record Numbered(int place, Change change) {}

    /** By the token of the lease that they name; under 0 if none of them names one. */
    final Map<Long, List<Numbered>> simple = new TreeMap<>();

    final List<Numbered> others = new ArrayList<>();

    Sorting(List<? extends Change> batch) {
        var touched = new HashMap<String, Integer>();
        for (Change change : batch) touch(touched, change);
        for (int i = 0; i < batch.size(); i++) {
            var change = batch.get(i);
            boolean alone = touched.getOrDefault(change.run(), 0) == 1;
            var numbered = new Numbered(i, change);
            if (alone && isSimple(change))
                simple.computeIfAbsent(token(change), any -> new ArrayList<>()).add(numbered);
            else others.add(numbered);
        }
        nameOne();
    }

    /** What names no lease can go with what names one. */
    private void nameOne() {
        var free = simple.get(0L);
        if (free == null || simple.size() == 1) return;
        simple.remove(0L);
        simple.values().iterator().next().addAll(free);
    }

    private static void touch(Map<String, Integer> touched, Change change) {
        touched.merge(change.run(), 1, Integer::sum);
        if (!(change instanceof Change.Step step)) return;
        for (var start : step.starts()) touched.merge(start.run(), 1, Integer::sum);
        for (var send : step.sends()) touched.merge(send.run(), 1, Integer::sum);
    }

    private static long token(Change change) {
        if (change instanceof Change.Step step) return step.owner().token();
        var owner = ((Change.Start) change).owner();
        return owner == null ? 0 : owner.token();
    }

    private static boolean isSimple(Change change) {
        if (change instanceof Change.Start start) return start.dedup() == null;
        return change instanceof Change.Step step
                && step.starts().isEmpty()
                && step.sends().isEmpty()
                && step.consumed().isEmpty()
                && !(moves(step) && form(step) == 0);
    }

    /** Whether a step only writes a checkpoint. */
    static boolean moves(Change.Step step) {
        return step.next() instanceof Next.Move;
    }

    /** What a step writes: 0 nothing, 1 a whole checkpoint, 2 a part, 3 an outcome. */
    static int form(Change.Step step) {
        if (step.next() instanceof Next.End) return 3;
        if (step.frame() instanceof Frames.Whole) return 1;
        return step.frame() instanceof Frames.Part ? 2 : 0;
    }
}
