package dev.perdure.local;

import dev.perdure.store.Lease;
import dev.perdure.store.LeaseLost;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The leases of this process. They do not expire: no other process can open the file, so a pause of this one must cost it
 * nothing.
 */
final class Leases {
    private final Map<String, Lease> current = new HashMap<>();

    Lease join(String node, long token) {
        var lease = new Lease(node, token, Instant.MAX);
        current.put(node, lease);
        return lease;
    }

    boolean holds(Lease lease) {
        var held = current.get(lease.node());
        return held != null && held.token() == lease.token();
    }

    void check(Lease lease) {
        if (!holds(lease)) throw new LeaseLost(lease);
    }

    /** The token under which a node has joined, or 0. */
    long tokenOf(String node) {
        var lease = current.get(node);
        return lease == null ? 0 : lease.token();
    }

    void end(Lease lease) {
        current.remove(lease.node());
    }
}
