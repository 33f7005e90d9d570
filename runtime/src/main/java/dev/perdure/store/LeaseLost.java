package dev.perdure.store;

/** The lease is no longer current: it expired, was taken over or was ended. Its holder must stop moving runs. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The loss of this lease. */
    public LeaseLost(Lease lease) {
        super("lease of node " + lease.node() + " with token " + lease.token() + " is no longer current");
    }
}
