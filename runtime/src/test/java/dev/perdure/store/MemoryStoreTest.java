package dev.perdure.store;

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
