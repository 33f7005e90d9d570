package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Run;
import dev.perdure.StoreUnavailable;
import dev.perdure.store.Claim;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Lease;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.RunImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a node does, and no longer does, once its lease is over. */
final class LeaseTest {
    private static final Duration LEASE = Duration.ofMillis(1_200);
    private static final Duration DAY = Duration.ofDays(1);

    private final Simulation sim = new Simulation();
    private final MemoryStore store = new MemoryStore(sim);
    private final List<String> log = new ArrayList<>();
    private boolean away;

    /** A store that takes steps all the time, and answers no other questions while it is away. */
    private final class Distant extends ForwardingStore {
        Distant() {
            super(store);
        }

        @Override
        public CompletableFuture<Lease> renew(Lease lease, Duration length) {
            return away ? unavailable() : super.renew(lease, length);
        }

        @Override
        public CompletableFuture<Lease> join(String node, Duration length) {
            return away ? unavailable() : super.join(node, length);
        }

        @Override
        public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
            return away ? unavailable() : super.claim(lease, claim);
        }

        private static <T> CompletableFuture<T> unavailable() {
            return CompletableFuture.failedFuture(new StoreUnavailable("away", null));
        }
    }

    private Engine engine(Shop.Desk desk) {
        return Engine.open(new Distant())
                .register(new Shop(desk))
                .scheduler(sim.life())
                .random(Simulation.noChance())
                .lease(LEASE)
                .start();
    }

    private Object end(Run<?> run) {
        var result = run.resultAsync();
        sim.until(result::isDone);
        return result.join();
    }

    @Test
    void G7_run_goes_no_further_here_once_a_step_of_it_was_rejected() {
        var run = engine(what -> {
                    log.add(what);
                    if (log.size() > 1) return what;
                    away = true; // so that the rejected step is all that is heard of it
                    store.join("main", LEASE).join(); // by another process of this name
                    return what;
                })
                .start("r", Shop::price, "tea");
        sim.let(Duration.ofMillis(300));
        assertThat(log).containsExactly("ask tea");
        away = false;
        assertThat(end(run)).isEqualTo("ask tea!");
        assertThat(log).containsExactly("ask tea", "ask tea", "ask tea!");
    }

    @Test
    void G7_call_under_way_is_interrupted_when_the_lease_ends_and_what_it_yields_is_dropped() {
        var interrupted = new ArrayList<Boolean>();
        var run = engine(what -> {
                    log.add(what);
                    if (log.size() > 1) return what;
                    sim.pass(LEASE); // the node stands still, so that nothing is renewed
                    interrupted.add(Thread.currentThread().isInterrupted());
                    return "late";
                })
                .start("r", Shop::price, "tea");
        assertThat(end(run)).isEqualTo("ask tea!");
        assertThat(interrupted).containsExactly(true);
        assertThat(log).containsExactly("ask tea", "ask tea", "ask tea!");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void G7_G13_nothing_begins_under_a_lease_that_could_not_be_renewed_and_all_goes_on_under_the_next() {
        var run = engine(what -> {
                    log.add(what);
                    away = log.size() < 4;
                    if (log.size() < 4) throw new Shop.Broken("not yet", 1);
                    return what;
                })
                .start("r", Shop::insist, DAY, DAY);
        sim.until(() -> log.size() == 3); // the next attempt is due 800 ms later, when the lease is over
        sim.let(Duration.ofSeconds(10));
        assertThat(log).hasSize(3);
        away = false;
        assertThat(end(run)).isEqualTo("insist");
        assertThat(log).hasSize(4);
    }
}
