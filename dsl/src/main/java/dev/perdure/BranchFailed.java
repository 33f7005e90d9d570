package dev.perdure;

/**
 * A branch of a group has thrown a checked exception, which is the cause. Unchecked exceptions of branches are thrown as they
 * are. A group has no checked exceptions of its own: what its branches throw has no common type that would tell them apart.
 */
public final class BranchFailed extends PerdureException {
    private static final long serialVersionUID = 1L;

    /** An exception with this text behind the slug. */
    public BranchFailed(String message, Throwable cause) {
        super(Finding.BRANCH_FAILED, message, cause);
    }
}
