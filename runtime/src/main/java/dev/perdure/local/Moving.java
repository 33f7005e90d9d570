package dev.perdure.local;

import dev.perdure.DataCorrupted;
import dev.perdure.sql.RunRow;
import dev.perdure.store.Lease;
import dev.perdure.store.Payload;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The runs that move: who owns them and which slots they fill. What it says is what the file says after the next commit. */
final class Moving {
    private final Map<String, Owned> owned = new HashMap<>();
    private final NavigableSet<Owned> orphans = new TreeSet<>(Owned.BY_DUE);
    private final Slots slots = new Slots();
    private final Leases leases = new Leases();
    private final Tables tables;

    /**
     * Finds in the file what moved when it was last written; the leases of that time are over. A run whose rows are damaged is
     * set aside, so that the others can go on.
     */
    Moving(Tables tables, long now) throws SQLException {
        this.tables = tables;
        for (var found : tables.runs.owned()) {
            if (found.intact()) find(found.row(), now);
            else setAside(found.row(), RunTable.damaged(found.row().no()), now);
        }
    }

    private void find(RunRow row, long now) throws SQLException {
        try {
            var hot = tables.images.hot(row);
            var run = new Owned(row, hot.token());
            run.crashes = hot.crashes();
            run.hotFrame = hot.frame() != null;
            run.coldFrame = tables.images.hasColdFrame(row);
            run.parts = tables.images.parts(row);
            run.letters = tables.images.letters(row).size();
            slots.take(row.slot());
            tables.pairs.add(row);
            owned.put(row.id(), run);
            orphans.add(run);
        } catch (DataCorrupted damage) {
            setAside(row, damage, now);
        }
    }

    /** Keeps a damaged run from being used, where an operator sees it. */
    void setAside(RunRow row, DataCorrupted damage, long now) throws SQLException {
        tables.runs.update(row.stuck(String.valueOf(damage.getMessage()), now));
    }

    Leases leases() {
        return leases;
    }

    /** Runs whose owner is gone, oldest due first. */
    NavigableSet<Owned> orphans() {
        return orphans;
    }

    @Nullable
    Owned get(String id) {
        return owned.get(id);
    }

    /** The run, if this lease is current and owns it. */
    @Nullable
    Owned get(String id, Lease lease) {
        var run = owned.get(id);
        return run != null && run.token == lease.token() && leases.holds(lease) ? run : null;
    }

    List<Owned> ownedBy(long token) {
        return owned.values().stream().filter(run -> run.token == token).toList();
    }

    long takeSlot() {
        return slots.take();
    }

    void giveSlotBack(long slot) {
        slots.release(slot);
    }

    /** Enters a run whose row names a slot taken before. */
    Owned enter(RunRow row, Lease lease, @Nullable Payload frame, long now) throws SQLException {
        var run = new Owned(row, lease.token());
        run.crashes = row.crashes();
        run.hotFrame = frame != null;
        run.coldFrame = frame == null;
        owned.put(row.id(), run);
        tables.hot.put(run, now, frame);
        return run;
    }

    /** Ends what a run has in the hot table, and writes its row. Its frame must be elsewhere by now. */
    void exit(Owned run, RunRow row) throws SQLException {
        tables.runs.update(row);
        owned.remove(row.id());
        orphans.remove(run);
        slots.release(run.row.slot());
    }

    /** Saves the frame of a run that is to wait. */
    void keepFrame(Owned run) throws SQLException {
        if (run.hotFrame) tables.frames.takeFromHot(run.row);
    }

    void orphan(long token) {
        orphans.addAll(ownedBy(token));
    }

    /** Makes a lease the owner of what an ended one has left. */
    void adopt(Owned run, Lease lease, long now) throws SQLException {
        run.crashes++;
        tables.hot.takeOver(run, lease.token(), run.crashes, now);
        run.token = lease.token();
    }
}
