package dev.perdure.store;

import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store in a database that others use too: its changes and their rows can be written in one transaction. */
public interface JoinableStore extends Store {
    /**
     * Applies changes in the transaction that is under way on a connection to the store's database, on the caller's thread. They
     * take place when the caller commits, and not at all if it rolls back. Runs that they make ready move after that.
     *
     * @param connection not in auto-commit mode; it is neither committed nor closed here
     * @param changes starts without an owner, signals and resumptions, and steps that write no checkpoint and end nothing: they
     *     only ask, until the end of the transaction, whether a run is still owned
     * @return one result per change, as of now and as far as this transaction sees
     * @throws dev.perdure.InvalidArgument if the connection is in auto-commit mode, or not one to this kind of database
     * @throws dev.perdure.StoreUnavailable if the database has not carried it out; the transaction is of no more use then
     */
    List<Result> commit(Connection connection, List<? extends Change> changes);

    @Override
    default @Nullable JoinableStore joinable() {
        return this;
    }

    /** Something to be done in a transaction. */
    interface Work<T extends @Nullable Object> {
        /** Does it; the connection is good until this returns. */
        T in(Connection connection) throws Throwable;
    }

    /**
     * Does something in a transaction of its own on the store's database, on the caller's thread, and commits it. The connection
     * can be given to {@link #commit(Connection, List)} meanwhile.
     *
     * @throws dev.perdure.StoreUnavailable if there was no connection, or if it is not known whether the commit took place
     * @throws Throwable what the work or the commit throws; then nothing took place
     */
    <T extends @Nullable Object> T transaction(Work<T> work) throws Throwable;

    /** Whether this thread is in a transaction for whose end the store's own changes would have to wait. */
    default boolean isBusyHere() {
        return false;
    }
}
