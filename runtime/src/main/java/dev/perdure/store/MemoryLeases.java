package dev.perdure.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The leases of a {@link MemoryStore} and what each owns; every access is under the store's lock. */
final class MemoryLeases {
    private final Map<String, Lease> current = new HashMap<>();
    private final Map<Long, Set<MemoryRun>> owned = new LinkedHashMap<>();
    private long lastToken;

    Lease join(String node, Duration length, Instant now) {
        var lease = new Lease(node, ++lastToken, now.plus(length));
        current.put(node, lease);
        owned.put(lease.token(), new LinkedHashSet<>());
        return lease;
    }

    Lease renew(Lease lease, Duration length, Instant now) {
        check(lease, now);
        var renewed = new Lease(lease.node(), lease.token(), now.plus(length));
        current.put(lease.node(), renewed);
        return renewed;
    }

    /** Ends the lease; false if it was over. */
    boolean end(Lease lease, Instant now) {
        return holds(lease, now) && current.remove(lease.node()) != null;
    }

    boolean holds(Lease lease, Instant now) {
        var held = current.get(lease.node());
        return held != null && held.token() == lease.token() && held.until().isAfter(now);
    }

    void check(Lease lease, Instant now) {
        if (!holds(lease, now)) throw new LeaseLost(lease);
    }

    /** When the lease of this token ends; long ago if it is over. */
    Instant until(long token) {
        return current.values().stream()
                .filter(lease -> lease.token() == token)
                .map(Lease::until)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    void own(MemoryRun run, long token) {
        run.owner = token;
        ownedBy(token).add(run);
    }

    void disown(MemoryRun run) {
        ownedBy(run.owner).remove(run);
        run.owner = 0;
    }

    Collection<Long> tokens() {
        owned.entrySet()
                .removeIf(entry ->
                        entry.getValue().isEmpty() && until(entry.getKey()).equals(Instant.EPOCH));
        return owned.keySet();
    }

    Set<MemoryRun> ownedBy(long token) {
        return owned.computeIfAbsent(token, any -> new LinkedHashSet<>());
    }
}
