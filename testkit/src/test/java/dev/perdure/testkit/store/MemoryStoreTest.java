package dev.perdure.testkit.store;

import dev.perdure.store.MemoryStore;
import dev.perdure.store.Store;

/** The in-memory store keeps the contract. */
class MemoryStoreTest extends StoreContract {
    @Override
    protected Store open(AdjustableClock on) {
        return new MemoryStore(on);
    }

    @Override
    protected Store reopen(Store old) {
        return old;
    }
}
