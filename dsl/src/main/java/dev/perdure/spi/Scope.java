package dev.perdure.spi;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the current thread runs: a durable run, an awaited call of one, or a plain execution in a test. Bound to
 * the thread by {@link #bind}; read by the words of {@link dev.perdure.Perdure}.
 */
public interface Scope {
    /** The id of the run. */
    String runId();

    /** The key of the current await in this visit, the same in every attempt. */
    String idempotencyKey();

    /**
     * Runs an await on the spot. Only a plain execution can; a durable run never gets here, because its awaits were lowered
     * at compile time.
     *
     * @throws Exception what the awaited call throws
     */
    <T extends @Nullable Object> T await(AwaitSpec<T> spec) throws Exception;

    /** The code says how far it is. */
    default void progress(long done, long total, String note) {}

    /** The execution has failed: a plain one undoes what it has done. */
    default void failed(Throwable failure) {}

    /** The scope of the current thread, or null outside of any. */
    static @Nullable Scope current() {
        return ScopeHolder.CURRENT.get();
    }

    /** Binds a scope (or none) to the current thread and returns the one before, to be bound again afterwards. */
    static @Nullable Scope bind(@Nullable Scope scope) {
        var before = ScopeHolder.CURRENT.get();
        if (scope == null) ScopeHolder.CURRENT.remove();
        else ScopeHolder.CURRENT.set(scope);
        return before;
    }
}
