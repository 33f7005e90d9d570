package dev.perdure.store;

import java.util.Set;

/**
 * What a node can take on. Runs that went down with their process several times in a row, and so may be what kills it, can be
 * asked for apart from the others.
 *
 * @param methods identities of the methods it can run
 * @param queues the queues it serves
 * @param max at most this many runs
 * @param leastCrashes only runs that had crashed at least so often, before this claim, since their last step
 * @param mostCrashes only runs that had crashed at most so often
 */
public record Claim(Set<String> methods, Queues queues, int max, int leastCrashes, int mostCrashes) {
    /** Copies the set. */
    public Claim {
        methods = Set.copyOf(methods);
    }

    /** Of every queue. */
    public Claim(Set<String> methods, int max, int leastCrashes, int mostCrashes) {
        this(methods, Queues.ALL, max, leastCrashes, mostCrashes);
    }

    /** Of every queue, whatever their crashes. */
    public Claim(Set<String> methods, int max) {
        this(methods, Queues.ALL, max, 0, Integer.MAX_VALUE);
    }

    /** Whether a run of so many crashes is asked for. */
    public boolean admits(int crashes) {
        return leastCrashes <= crashes && crashes <= mostCrashes;
    }
}
