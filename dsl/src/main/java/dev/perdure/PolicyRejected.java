package dev.perdure;

/** A circuit breaker that is open, a rate limiter that is exhausted or a bulkhead that is full has not let an attempt through. */
public final class PolicyRejected extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public PolicyRejected(String message) {
        super(Finding.POLICY_REJECTED, message);
    }
}
