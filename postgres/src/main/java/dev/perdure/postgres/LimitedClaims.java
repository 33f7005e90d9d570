package dev.perdure.postgres;

import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes runs from queues with limits, in one transaction. Each queue is locked first; one that another claim is at is passed by, so
 * that a claimer that is stopped with its transaction open holds nobody up, and looked at again soon.
 */
final class LimitedClaims {
    /** Queues with limits in which something may be taken; looks without a lock. */
    static final String WAITING = "SELECT q.no FROM {}queue q WHERE q.limited = 1 AND " + Served.serves("q.no")
            + " AND (EXISTS (SELECT 1 FROM {}queue_method p WHERE p.queue = q.no AND p.method = ANY(?::integer[]) AND ("
            + Looks.READY.formatted("q.no", "p.method") + " OR " + Looks.DUE.formatted("q.no", "p.method") + "))"
            + " OR " + Looks.BACK.formatted("q.no")
            + " OR (q.per_node < 2147483647 AND EXISTS (SELECT 1 FROM {}lease l WHERE l.until <= {}micros() AND EXISTS"
            + " (SELECT 1 FROM {}run WHERE status = 1 AND owner = l.token AND queue = q.no))))"
            + " ORDER BY q.no";

    private final Images images;
    private int turn;
    private boolean passedBy;
    private Set<Integer> tooFast = new TreeSet<>();

    LimitedClaims(Images images) {
        this.images = images;
    }

    /** Whether a queue was passed by since this was last asked. */
    boolean takePassedBy() {
        boolean was = passedBy;
        passedBy = false;
        return was;
    }

    /** The queues whose rate has let somebody wait, if anybody waited, since this was last asked. */
    Set<Integer> takeTooFast() {
        var were = tooFast;
        tooFast = new TreeSet<>();
        return were;
    }

    /** The queues that have something for this claim, the one whose turn it is first. */
    List<Integer> waiting(Session session, Served served) throws SQLException {
        var found = new ArrayList<Integer>();
        session.each(
                session.bind(WAITING, served.every(), served.queues(), served.methods()),
                row -> found.add(row.getInt(1)));
        if (found.size() < 2) return found;
        int first = Math.floorMod(turn++, found.size());
        var turned = new ArrayList<>(found.subList(first, found.size()));
        turned.addAll(found.subList(0, first));
        return turned;
    }

    /** Takes so many, in equal shares as far as there are runs; fewer only if there are no more. Within a transaction. */
    List<Images.Row> take(
            Session session, List<Integer> queues, Lease lease, long number, Claim claim, Rows methods, int max)
            throws SQLException {
        var lines = new ArrayList<Line>();
        for (int queue : queues) {
            var line = lock(session, queue);
            if (line != null) lines.add(line);
        }
        var taken = new ArrayList<Images.Row>();
        while (!lines.isEmpty() && taken.size() < max) {
            int share = Math.max(1, (max - taken.size()) / lines.size());
            for (var line : List.copyOf(lines)) {
                int wanted = Math.min(share, max - taken.size());
                if (wanted == 0) break;
                var some = line.take(images, lease, number, claim, methods, wanted);
                taken.addAll(some);
                if (line.isTooFast()) tooFast.add(line.queue());
                if (some.size() < wanted) lines.remove(line);
            }
        }
        return taken;
    }

    private @Nullable Line lock(Session session, int queue) throws SQLException {
        var line = Line.lock(session, queue);
        passedBy |= line == null;
        return line;
    }
}
