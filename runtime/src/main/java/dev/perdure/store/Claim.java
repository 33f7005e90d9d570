package dev.perdure.store;

import java.util.Set;

/**
 * What a node can take on.
 *
 * @param methods identities of the methods it can run
 * @param max at most this many runs
 */
public record Claim(Set<String> methods, int max) {
    /** Copies the set. */
    public Claim {
        methods = Set.copyOf(methods);
    }
}
