package dev.perdure.tests.docs;

import dev.perdure.store.Change;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Result;
import dev.perdure.store.Store;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

// snippet: forwarding
final class CountingStore extends ForwardingStore {
    final LongAdder writes = new LongAdder();

    CountingStore(Store store) {
        super(store);
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        writes.add(changes.size());
        return super.commit(changes);
    }
}
// end snippet
