package dev.perdure.postgres;

import dev.perdure.store.Store;
import dev.perdure.testkit.store.AdjustableClock;
import dev.perdure.testkit.store.StoreContract;

/** The store on PostgreSQL keeps the contract. */
class PostgresStoreTest extends StoreContract {
    private final String schema = Server.schema();

    @Override
    protected Store open(AdjustableClock on) {
        return new ClockedStore(schema, on);
    }

    @Override
    protected Store reopen(Store old) {
        old.close();
        return new ClockedStore(schema, clock);
    }
}
