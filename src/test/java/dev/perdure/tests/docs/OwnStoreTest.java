package dev.perdure.tests.docs;

import dev.perdure.store.MemoryStore;
import dev.perdure.store.Store;
import dev.perdure.testkit.store.AdjustableClock;
import dev.perdure.testkit.store.StoreContract;

// snippet: contract
/** Put your store where this has the one in memory. */
class OwnStoreTest extends StoreContract {
    @Override
    protected Store open(AdjustableClock clock) {
        return new MemoryStore(clock); // new, empty, and by this clock
    }

    @Override
    protected Store reopen(Store old) {
        return old; // as another process would find it, if this one had died just now
    }
}
// end snippet
