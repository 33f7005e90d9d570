package dev.perdure.store;

import dev.perdure.store.RunImage.Status;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What waits in one queue of a {@link MemoryStore}, and who has a place there; every access is under the store's lock. */
final class MemoryLine {
    /** How many runs whose due time has come become ready in one claim, in a queue with limits. */
    private static final int RIPE = 1_000;

    final NavigableSet<MemoryRun> ready = new TreeSet<>(MemoryRun.BY_TURN);
    final NavigableSet<MemoryRun> due = new TreeSet<>(MemoryRun.BY_DUE);
    private final Set<MemoryRun> holding = new HashSet<>();
    private final Deque<Instant> begun = new ArrayDeque<>();

    /** Whether a claim has let somebody wait for the rate, and nobody has been told since that time has let them move. */
    private boolean tooFast;

    @Nullable
    QueueLimits limits;

    void place(MemoryRun run, int place) {
        run.place = place;
        if (Places.holds(place)) holding.add(run);
        else holding.remove(run);
    }

    /** The run stops moving; whether others may move for it. */
    boolean rest(MemoryRun run) {
        if (!Places.holds(run.place)) return false;
        place(run, Places.rested(run.place, run.status.terminal() || run.status == Status.STUCK));
        return true;
    }

    /** The first that this claim could take, in their order. */
    List<MemoryRun> pick(Claim claim, Lease lease, Collection<MemoryRun> orphans, Instant now) {
        var limited = limits;
        return limited == null ? free(claim, orphans, now) : limited(limited, claim, lease, orphans, now);
    }

    private List<MemoryRun> free(Claim claim, Collection<MemoryRun> orphans, Instant now) {
        var picked = new ArrayList<>(orphans);
        ready.stream().filter(run -> asked(run, claim)).limit(claim.max()).forEach(picked::add);
        due.stream()
                .takeWhile(run -> !run.since.isAfter(now))
                .filter(run -> asked(run, claim))
                .limit(claim.max())
                .forEach(picked::add);
        picked.sort(MemoryRun.BY_TURN);
        return picked.subList(0, Math.min(picked.size(), claim.max()));
    }

    private List<MemoryRun> limited(
            QueueLimits limited, Claim claim, Lease lease, Collection<MemoryRun> orphans, Instant now) {
        due.stream()
                .takeWhile(run -> !run.since.isAfter(now))
                .filter(run -> asked(run, claim)) // what this claim may not take stays due, so that it is claimed for
                .limit(RIPE)
                .toList()
                .forEach(this::ripen);
        var quota = quota(limited, lease, now);
        var turn = new TreeSet<>(MemoryRun.BY_TURN);
        turn.addAll(ready);
        turn.addAll(orphans);
        var picked = new ArrayList<MemoryRun>();
        for (var run : turn) {
            if (picked.size() == claim.max() || quota.isNodeFull()) break;
            if (!asked(run, claim)) continue;
            int place = run.status == Status.OWNED ? Places.MOVING : run.place;
            if (quota.take(run.placement.key(), place) == Quota.Answer.YES) picked.add(run);
        }
        tooFast |= quota.isTooFast();
        return picked;
    }

    private void ripen(MemoryRun run) {
        due.remove(run);
        run.status = Status.READY;
        run.dueAt = null;
        run.signal = null;
        ready.add(run);
    }

    private Quota quota(QueueLimits limited, Lease lease, Instant now) {
        forget(limited, now);
        var keys = new HashMap<String, Integer>();
        long mine = 0;
        for (var run : holding) {
            var key = run.placement.key();
            if (key != null) keys.merge(key, 1, Integer::sum);
            if (run.owner == lease.token()) mine++;
        }
        return new Quota(limited, holding.size(), keys, mine, begun.size());
    }

    private void forget(QueueLimits limited, Instant now) {
        while (!begun.isEmpty() && !begun.peek().plus(limited.period()).isAfter(now)) begun.remove();
    }

    private static boolean asked(MemoryRun run, Claim claim) {
        return claim.methods().contains(run.method) && claim.admits(run.crashes);
    }

    /** A run has been claimed that was no orphan. */
    void took(MemoryRun run, Instant now) {
        ready.remove(run);
        due.remove(run);
        if (limits == null || Places.holds(run.place)) return;
        if (run.place == Places.NONE) begun.add(now);
        place(run, limits.untilEnd() ? Places.UNTIL_END : Places.MOVING);
    }

    /** When time alone lets one of these move. */
    Instant nextDue(Set<String> methods, Instant now) {
        var timer = due.stream().filter(run -> methods.contains(run.method)).findFirst();
        var next = timer.map(run -> run.since).orElse(Instant.MAX);
        var limited = limits;
        if (limited == null || limited.rate() == QueueLimits.NONE) return next;
        forget(limited, now);
        boolean waits = ready.stream().anyMatch(run -> run.place == Places.NONE && methods.contains(run.method));
        if (!waits) return next;
        if (begun.size() < limited.rate()) return toldNow() ? now : next;
        var opens = List.copyOf(begun).get(begun.size() - limited.rate()).plus(limited.period());
        return opens.isBefore(next) ? opens : next;
    }

    /** Between a claim and this question time may have let them move; whoever hears so claims again, and is told once. */
    private boolean toldNow() {
        boolean waited = tooFast;
        tooFast = false;
        return waited;
    }

    /** Whether an expired lease makes its runs claimable here for certain, however many this node moves. */
    boolean takesOrphans() {
        return limits == null || limits.perNode() == QueueLimits.NONE;
    }
}
