package dev.perdure.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Change;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Payload;
import dev.perdure.store.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountingStoreTest {
    @Test
    void a_store_can_be_wrapped() {
        var store = new CountingStore(new MemoryStore(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
        store.commit(List.of(new Change.Start("r", "m", "d", new Payload(new byte[0], 0), null)))
                .join();
        assertThat(store.writes.sum()).isEqualTo(1);
        assertThat(store.find(Query.all(10)).join().runs()).hasSize(1);
    }
}
