package dev.perdure.tests.sim;

import dev.perdure.store.Placement;
import dev.perdure.store.QueueLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The model of queues with limits: who has a place, and who has begun when. */
final class Places {
    private final Universe universe;
    private final Map<String, QueueLimits> limits = new HashMap<>();
    private final Map<String, Placement> held = new HashMap<>();
    private final Map<String, Long> owners = new HashMap<>();
    private final Map<String, List<Instant>> begun = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    Places(Universe universe) {
        this.universe = universe;
    }

    void limit(QueueLimits said) {
        limits.put(said.queue(), said);
    }

    boolean isLimited(String queue) {
        return limits.containsKey(queue);
    }

    /** What lies behind by now counts no more, also if the clock is set back later. */
    void forget(Instant now) {
        begun.forEach((queue, times) -> {
            var limit = limits.get(queue);
            if (limit != null) times.removeIf(time -> !time.plus(limit.period()).isAfter(now));
        });
    }

    /** A run was handed out. */
    void took(String run, Placement placement, long owner, Instant now) {
        var limit = limits.get(placement.queue());
        if (limit == null) return;
        held.put(run, placement);
        owners.put(run, owner);
        check(limit, placement);
        if (!known.add(run)) return;
        var times = begun.computeIfAbsent(placement.queue(), any -> new ArrayList<>());
        times.removeIf(time -> !time.plus(limit.period()).isAfter(now));
        times.add(now);
        if (times.size() > limit.rate())
            universe.violated("G12: " + times.size() + " have begun lately: " + times + " of " + limit);
    }

    private void check(QueueLimits limit, Placement placement) {
        long all = held.values().stream()
                .filter(placed -> placed.queue().equals(limit.queue()))
                .count();
        long key = held.values().stream()
                .filter(placed -> placement.key() != null
                        && placed.queue().equals(limit.queue())
                        && placement.key().equals(placed.key()))
                .count();
        var nodes = new HashMap<Long, Integer>();
        owners.forEach((run, owner) -> {
            var placed = held.get(run);
            if (placed != null && placed.queue().equals(limit.queue())) nodes.merge(owner, 1, Integer::sum);
        });
        if (all > limit.atOnce()) universe.violated("G12: " + all + " have a place of " + limit);
        if (key > limit.perKey()) universe.violated("G12: " + key + " of one key have a place of " + limit);
        for (var runs : nodes.values())
            if (runs > limit.perNode()) universe.violated("G12: " + runs + " on one node of " + limit);
    }

    /** A run does not move any more. */
    void rested(String run, boolean over) {
        owners.remove(run);
        var placement = held.get(run);
        if (placement == null) return;
        var limit = limits.get(placement.queue());
        if (over || limit == null || !limit.untilEnd()) held.remove(run);
    }
}
