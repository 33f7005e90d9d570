package dev.perdure.testkit;

import dev.perdure.Call;
import dev.perdure.InvalidArgument;
import dev.perdure.engine.seam.Around;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a test wants to go wrong with awaits, by their labels. Part of the world outside: crashes do not touch it. */
final class Troubles implements Around {
    private final List<Trouble> planned = new ArrayList<>();
    private final TreeSet<String> seen = new TreeSet<>();

    /** What becomes of a call. */
    interface Fate {
        @Nullable
        Object of(Call<?, ?> call) throws Exception;
    }

    /** A fate for the next so many attempts of awaits of a label. */
    private static final class Trouble {
        final String label;
        final Fate fate;
        int left;
        boolean met;

        Trouble(String label, int times, Fate fate) {
            this.label = label;
            this.left = times;
            this.fate = fate;
        }
    }

    synchronized void plan(String label, int times, Fate fate) {
        if (times < 1)
            throw new InvalidArgument(
                    "trouble was planned for " + times + " attempts of \"" + label + "\"; it must be at least one");
        planned.add(new Trouble(label, times, fate));
    }

    @Override
    public @Nullable Object call(String run, String await, int attempt, Call<?, ?> call) throws Exception {
        var next = next(await);
        return next == null ? call.call() : next.of(call);
    }

    /** Plans for a label are carried out one after the other. */
    private synchronized @Nullable Fate next(String await) {
        int branch = await.indexOf('[');
        var label = branch < 0 ? await : await.substring(0, branch);
        seen.add(label);
        for (var trouble : planned) {
            if (!trouble.label.equals(label) && !trouble.label.equals(await)) continue;
            trouble.met = true;
            if (trouble.left == 0) continue;
            trouble.left--;
            return trouble.fate;
        }
        return null;
    }

    /** Trouble that no await has met proves nothing: most likely its label is misspelled. */
    synchronized void check() {
        for (var trouble : planned)
            if (!trouble.met)
                throw new AssertionError("trouble was planned for \"" + trouble.label
                        + "\", and no call of that label was awaited; there were calls of " + seen);
    }
}
