package dev.perdure.engine;

import dev.perdure.engine.checkpoint.Waiting;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether a run can leave memory, and what brings it back: the earliest of its strands' times, the union of their signals. */
final class Rest {
    boolean resting = true;

    @Nullable
    Instant due;

    private final Set<String> signals = new TreeSet<>();

    void look(Strand strand) {
        if (!resting) return;
        boolean waits = strand.state == Strand.State.WAITING || strand.state == Strand.State.GROUPED;
        if (!waits || !strand.saveable()) {
            resting = false;
            return;
        }
        if (strand.due != null && (due == null || strand.due.isBefore(due))) due = strand.due;
        if (strand.waiting instanceof Waiting.Mail mail) signals.addAll(mail.names());
        if (strand.group != null) for (Strand branch : strand.group.open.values()) look(branch);
    }

    /** The signals that wake the run. */
    Set<String> signals() {
        return signals;
    }
}
