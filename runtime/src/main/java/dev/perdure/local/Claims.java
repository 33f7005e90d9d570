package dev.perdure.local;

import dev.perdure.DataCorrupted;
import dev.perdure.local.Lines.Candidate;
import dev.perdure.sql.RunRow;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.Places;
import dev.perdure.store.RunImage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/** Hands out runs within the writer's transaction. */
final class Claims {
    private final Tables tables;
    private final Moving moving;
    private final Lines lines;

    Claims(Tables tables, Moving moving) {
        this.tables = tables;
        this.moving = moving;
        this.lines = new Lines(tables, moving);
    }

    List<RunImage> claim(Lease lease, Claim claim, long now) throws SQLException {
        moving.leases().check(lease);
        var images = new ArrayList<RunImage>();
        var begun = new HashMap<Integer, Integer>();
        for (var candidate : candidates(claim, lease, now)) {
            var orphan = candidate.orphan();
            var row = candidate.row();
            try {
                images.add(orphan == null ? wake(row, lease, now) : adopt(orphan, lease, now));
                if (orphan == null && row.place() == Places.NONE) begun.merge(row.queue(), 1, Integer::sum);
            } catch (DataCorrupted damage) {
                if (orphan != null) moving.exit(orphan, row);
                moving.setAside(row, damage, now);
            }
        }
        lines.took(begun, now);
        return images;
    }

    /** Queues take turns. */
    private List<Candidate> candidates(Claim claim, Lease lease, long now) throws SQLException {
        var served = new ArrayList<Integer>();
        for (String identity : claim.methods()) {
            var method = tables.methods.find(identity);
            if (method != null) served.add(method);
        }
        var turns = new TreeMap<Integer, List<Candidate>>();
        for (int queue : tables.queues.served(claim.queues())) {
            var picked = lines.pick(queue, claim, lease, served, now);
            for (int i = 0; i < picked.size(); i++)
                turns.computeIfAbsent(i, any -> new ArrayList<>()).add(picked.get(i));
        }
        for (var turn : turns.values()) turn.sort(Candidate.BY_DUE);
        return turns.values().stream().flatMap(List::stream).limit(claim.max()).toList();
    }

    private RunImage adopt(Owned orphan, Lease lease, long now) throws SQLException {
        moving.adopt(orphan, lease, now);
        var image = tables.images.image(orphan.row);
        moving.orphans().remove(orphan);
        return image;
    }

    private RunImage wake(RunRow waiting, Lease lease, long now) throws SQLException {
        var image = tables.images.image(waiting);
        var row = waiting.owned(moving.takeSlot(), waiting.crashes(), place(waiting), now);
        tables.runs.update(row);
        var run = moving.enter(row, lease, null, now);
        run.parts = image.frame().size() - 1;
        run.letters = image.mailbox().size();
        return Images.owned(image, run, now);
    }

    private int place(RunRow waiting) {
        var limits = tables.queues.limits(waiting.queue());
        if (limits == null || Places.holds(waiting.place())) return waiting.place();
        return limits.untilEnd() ? Places.UNTIL_END : Places.MOVING;
    }
}
