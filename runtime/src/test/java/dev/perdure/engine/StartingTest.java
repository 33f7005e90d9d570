package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.StoreUnavailable;
import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Lease;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that is being started while its node looks for runs that nobody moves; on real threads, as a start waits for its answer. */
@Timeout(60)
final class StartingTest {
    private final MemoryStore store = new MemoryStore(Clock.systemUTC());
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch lookedRound = new CountDownLatch(1);
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    /** Loses the first claim that says anything, and answers a start when the node has looked for what it lost. */
    private final class Late extends ForwardingStore {
        private final AtomicInteger lost = new AtomicInteger();

        Late() {
            super(store);
        }

        @Override
        public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
            if (lost.get() > 0) lookedRound.countDown(); // it claims again only when it has
            var answer = super.claim(lease, claim);
            if (lost.get() > 0 || answer.join().isEmpty()) return answer;
            lost.incrementAndGet();
            return CompletableFuture.failedFuture(new StoreUnavailable("planned", null));
        }

        @Override
        public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
            var answer = super.commit(changes);
            if (!(changes.get(0) instanceof Change.Start)) return answer;
            started.countDown();
            return CompletableFuture.supplyAsync(() -> {
                await(lookedRound);
                return answer.join();
            });
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void G4_a_run_that_is_being_started_is_not_taken_for_one_that_nobody_moves() {
        var worker = Engine.open(new Late())
                .node("worker")
                .register(new Shop(what -> {
                    calls.add(what);
                    return what;
                }))
                .start();
        var outside = Engine.open(store).node("outside").start();
        try (worker;
                outside) {
            var mine = CompletableFuture.supplyAsync(() -> worker.start("mine", Shop::price, "tea"));
            await(started);
            var other = outside.start("other", Shop::price, "jam");
            assertThat(mine.join().result()).isEqualTo("ask tea!");
            assertThat(other.result()).isEqualTo("ask jam!");
        }
        assertThat(calls).containsExactlyInAnyOrder("ask tea", "ask tea!", "ask jam", "ask jam!");
    }
}
