package dev.perdure.local;

import dev.perdure.DataCorrupted;
import dev.perdure.sql.RunRow;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands out runs within the writer's transaction. */
final class Claims {
    private final Tables tables;
    private final Moving moving;

    Claims(Tables tables, Moving moving) {
        this.tables = tables;
        this.moving = moving;
    }

    /** A run that can be claimed; {@code orphan} if its owner has left it. */
    private record Candidate(RunRow row, @Nullable Owned orphan) {
        static final Comparator<Candidate> BY_DUE =
                Comparator.<Candidate>comparingLong(run -> Owned.since(run.row)).thenComparingLong(run -> run.row.no());
    }

    List<RunImage> claim(Lease lease, Claim claim, long now) throws SQLException {
        moving.leases().check(lease);
        var images = new ArrayList<RunImage>();
        for (var candidate : candidates(claim, now)) {
            var orphan = candidate.orphan;
            try {
                images.add(orphan == null ? wake(candidate.row, lease, now) : adopt(orphan, lease, now));
            } catch (DataCorrupted damage) {
                if (orphan != null) moving.exit(orphan, candidate.row);
                moving.setAside(candidate.row, damage, now);
            }
        }
        return images;
    }

    private List<Candidate> candidates(Claim claim, long now) throws SQLException {
        var found = new ArrayList<Candidate>();
        for (String identity : claim.methods()) {
            var method = tables.methods.find(identity);
            if (method == null) continue;
            add(found, tables.runs.claimable(Status.READY, method, Long.MAX_VALUE, claim), now);
            add(found, tables.runs.claimable(Status.PARKED, method, now, claim), now);
        }
        int left = claim.max();
        for (var orphan : moving.orphans()) {
            if (left == 0) break;
            if (!claim.admits(orphan.crashes)) continue;
            if (!claim.methods().contains(tables.methods.identity(orphan.row.method()))) continue;
            found.add(new Candidate(orphan.row, orphan));
            left--;
        }
        found.sort(Candidate.BY_DUE);
        return found.subList(0, Math.min(found.size(), claim.max()));
    }

    private void add(List<Candidate> candidates, List<RunTable.Found> rows, long now) throws SQLException {
        for (var found : rows) {
            var row = found.row();
            if (found.intact()) candidates.add(new Candidate(row, null));
            else moving.setAside(row, RunTable.damaged(row.no()), now);
        }
    }

    private RunImage adopt(Owned orphan, Lease lease, long now) throws SQLException {
        moving.adopt(orphan, lease, now);
        var image = tables.images.image(orphan.row);
        moving.orphans().remove(orphan);
        return image;
    }

    private RunImage wake(RunRow waiting, Lease lease, long now) throws SQLException {
        var image = tables.images.image(waiting);
        var row = waiting.owned(moving.takeSlot(), waiting.crashes(), now);
        tables.runs.update(row);
        var run = moving.enter(row, lease, null, now);
        run.parts = image.frame().size() - 1;
        run.letters = image.mailbox().size();
        return Images.owned(image, run, now);
    }
}
