package dev.perdure.local;

import dev.perdure.sql.RunRow;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.Places;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Quota;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Picks from one queue after the other what a claim can take, in the order of the queue and within its limits. */
final class Lines {
    /** How many runs whose due time has come become ready in one claim, in a queue with limits. */
    private static final int RIPE = 1_000;

    private static final int LEAST_PAGE = 100;

    private final Tables tables;
    private final Moving moving;

    Lines(Tables tables, Moving moving) {
        this.tables = tables;
        this.moving = moving;
    }

    /** A run that can be claimed; {@code orphan} if its owner has left it. */
    record Candidate(RunRow row, @Nullable Owned orphan) {
        /** Longest due first. */
        static final Comparator<Candidate> BY_DUE =
                Comparator.<Candidate>comparingLong(run -> Owned.since(run.row)).thenComparingLong(run -> run.row.no());

        /** The order within a queue. */
        static final Comparator<Candidate> BY_TURN =
                Comparator.<Candidate>comparingInt(run -> -run.row.priority()).thenComparing(BY_DUE);

        int place() {
            return orphan == null ? row.place() : Places.MOVING;
        }
    }

    /** The first that this claim could take of a queue, in their order. */
    List<Candidate> pick(int queue, Claim claim, Lease lease, Collection<Integer> served, long now)
            throws SQLException {
        var methods = tables.pairs.of(queue, served);
        if (methods.isEmpty()) return List.of();
        var limits = tables.queues.limits(queue);
        return limits == null ? free(queue, claim, methods, now) : limited(queue, limits, claim, lease, methods, now);
    }

    private List<Candidate> free(int queue, Claim claim, List<Integer> methods, long now) throws SQLException {
        var found = orphans(queue, claim, methods);
        for (int method : methods) {
            add(found, tables.waiting.ready(queue, method, Places.NONE, claim, claim.max()), now);
            var due = tables.waiting.due(queue, method, now, claim.leastCrashes(), claim.mostCrashes(), claim.max());
            add(found, due, now);
        }
        found.sort(Candidate.BY_TURN);
        return found.subList(0, Math.min(found.size(), claim.max()));
    }

    private List<Candidate> orphans(int queue, Claim claim, List<Integer> methods) {
        var found = new ArrayList<Candidate>();
        for (var orphan : moving.orphans()) {
            if (found.size() == claim.max()) break;
            var row = orphan.row;
            if (row.queue() != queue || !claim.admits(orphan.crashes) || !methods.contains(row.method())) continue;
            found.add(new Candidate(row, orphan));
        }
        return found;
    }

    private void add(List<Candidate> candidates, List<RunTable.Found> rows, long now) throws SQLException {
        for (var found : rows) {
            var row = found.row();
            if (found.intact()) candidates.add(new Candidate(row, null));
            else moving.setAside(row, RunTable.damaged(row.no()), now);
        }
    }

    private List<Candidate> limited(
            int queue, QueueLimits limits, Claim claim, Lease lease, List<Integer> methods, long now)
            throws SQLException {
        ripen(queue, claim, methods, now);
        var quota = quota(queue, limits, lease, now);
        if (quota.isNodeFull() || claim.max() == 0) return List.of();
        if (!quota.isFull()) putForward(queue, quota, claim, methods, now);
        while (true) {
            var picked = new ArrayList<Candidate>();
            var behind = new ArrayList<RunRow>();
            var trial = quota.copy();
            for (var run : page(queue, quota, claim, methods, now)) {
                if (picked.size() == claim.max() || trial.isNodeFull()) break;
                var answer = trial.take(run.row.key(), run.place());
                if (answer == Quota.Answer.YES) picked.add(run);
                else if (answer == Quota.Answer.KEY_FULL) behind.add(run.row);
            }
            if (trial.isTooFast()) tables.queues.tooFast(queue);
            if (behind.isEmpty()) return picked;
            for (var row : behind) tables.runs.update(row.turned()); // so that the next page does not begin with them
        }
    }

    /** What this claim may not take stays due, so that it is claimed for. */
    private void ripen(int queue, Claim claim, List<Integer> methods, long now) throws SQLException {
        var found = new ArrayList<Candidate>();
        for (int method : methods)
            add(found, tables.waiting.due(queue, method, now, claim.leastCrashes(), claim.mostCrashes(), RIPE), now);
        found.sort(Candidate.BY_DUE);
        for (var run : found.subList(0, Math.min(found.size(), RIPE))) tables.runs.update(run.row.ripe());
    }

    private Quota quota(int queue, QueueLimits limits, Lease lease, long now) throws SQLException {
        var keys = tables.waiting.held(queue);
        long held = keys.values().stream().mapToLong(Integer::longValue).sum();
        long mine = limits.perNode() == QueueLimits.NONE
                ? 0
                : moving.ownedBy(lease.token()).stream()
                        .filter(run -> run.row.queue() == queue && Places.holds(run.row.place()))
                        .count();
        long begun = limits.rate() == QueueLimits.NONE
                ? 0
                : tables.waiting.begun(queue, now - QueueTable.period(limits)).stream()
                        .mapToLong(Waiting.Begun::runs)
                        .sum();
        return new Quota(limits, held, new HashMap<>(keys), mine, begun);
    }

    /** Of those that were set back behind others of their key, so many as there is room for again. */
    private void putForward(int queue, Quota quota, Claim claim, List<Integer> methods, long now) throws SQLException {
        for (var key : tables.waiting.backKeys(queue)) {
            int room = quota.keyRoom(key);
            if (room == 0) continue;
            var forward = new ArrayList<Candidate>();
            for (int place : new int[] {Places.NONE, Places.BEGUN})
                add(
                        forward,
                        tables.waiting.back(
                                queue, key, Places.turned(place), methods, claim, Math.min(room, claim.max())),
                        now);
            for (var run : forward) tables.runs.update(run.row.turned());
        }
    }

    private List<Candidate> page(int queue, Quota quota, Claim claim, List<Integer> methods, long now)
            throws SQLException {
        int max = Math.max(claim.max(), LEAST_PAGE);
        var found = orphans(queue, claim, methods);
        for (int method : methods) {
            if (!quota.isFull() && !quota.isTooFast())
                add(found, tables.waiting.ready(queue, method, Places.NONE, claim, max), now);
            if (!quota.isFull()) add(found, tables.waiting.ready(queue, method, Places.BEGUN, claim, max), now);
            add(found, tables.waiting.ready(queue, method, Places.UNTIL_END, claim, max), now);
        }
        found.sort(Candidate.BY_TURN);
        return found;
    }

    /** Some of what was picked has been claimed: how many of each queue begin with that. */
    void took(Map<Integer, Integer> begun, long now) throws SQLException {
        for (var one : begun.entrySet()) {
            var limits = tables.queues.limits(one.getKey());
            if (limits == null || limits.rate() == QueueLimits.NONE) continue;
            tables.waiting.begin(one.getKey(), one.getValue(), now, now - QueueTable.period(limits));
        }
    }
}
