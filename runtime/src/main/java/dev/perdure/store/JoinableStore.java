package dev.perdure.store;

import java.sql.Connection;
import java.util.List;

/** A store in a database that others use too: its changes can be part of a transaction of theirs. */
public interface JoinableStore extends Store {
    /**
     * Applies changes in the transaction that is under way on a connection to the store's database, on the caller's thread. They
     * take place when the caller commits, and not at all if it rolls back. Runs that they make ready move after that.
     *
     * @param connection not in auto-commit mode; it is neither committed nor closed here
     * @param changes starts without an owner, signals and resumptions; no steps
     * @return one result per change, as of now and as far as this transaction sees
     * @throws dev.perdure.InvalidArgument if the connection is in auto-commit mode, or not one to this kind of database
     * @throws dev.perdure.StoreUnavailable if the database has not carried it out; the transaction is of no more use then
     */
    List<Result> commit(Connection connection, List<? extends Change> changes);
}
