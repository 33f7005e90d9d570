package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.StoreUnavailable;
import dev.perdure.store.Claim;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Lease;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Page;
import dev.perdure.store.Query;
import dev.perdure.store.Queues;
import dev.perdure.store.RunImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Claims that were carried out, and nobody was told. */
final class LostClaimTest {
    private final Simulation sim = new Simulation();
    private final MemoryStore store = new MemoryStore(sim);
    private int lost;

    /** Loses the first answers that say anything. */
    private final class Forgetful extends ForwardingStore {
        private final int times;

        Forgetful(int times) {
            super(store);
            this.times = times;
        }

        @Override
        public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
            var answer = super.claim(lease, claim);
            if (lost == times || answer.join().isEmpty()) return answer;
            lost++;
            return CompletableFuture.failedFuture(new StoreUnavailable("planned", null));
        }
    }

    private Engine engine(EngineBuilder builder) {
        return builder.scheduler(sim.life()).random(Simulation.noChance()).start();
    }

    @Test
    void G13_a_run_whose_claim_was_not_acknowledged_moves_all_the_same() {
        var starter = engine(Engine.open(store).node("starter"));
        var run = starter.start("r", Shop::buy, "tea", 1);

        engine(Engine.open(new Forgetful(1)).node("worker").register(new Shop(what -> what)));

        var result = run.resultAsync();
        sim.until(result::isDone);
        assertThat(result).isCompletedWithValue(List.of("tea0@r-0", "thanks"));
        assertThat(lost).isEqualTo(1);
    }

    /** Throws where it should answer with a failure, the first time that it is asked for each of these. */
    private static final class Thrower extends ForwardingStore {
        private final Set<String> thrown = new HashSet<>();

        Thrower(MemoryStore store) {
            super(store);
        }

        private void mayThrow(String operation) {
            if (thrown.add(operation)) throw new IllegalStateException("planned: " + operation);
        }

        @Override
        public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
            mayThrow("claim");
            return super.claim(lease, claim);
        }

        @Override
        public CompletableFuture<Page> find(Query query) {
            mayThrow("find");
            return super.find(query);
        }

        @Override
        public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
            mayThrow("load");
            return super.load(ids);
        }

        @Override
        public CompletableFuture<Instant> nextDue(Set<String> methods, Queues queues) {
            mayThrow("nextDue");
            return super.nextDue(methods, queues);
        }
    }

    @Test
    void G13_store_that_throws_instead_of_answering_is_asked_again() {
        var starter = engine(Engine.open(store).node("starter"));
        var run = starter.start("r", Shop::buy, "tea", 1);
        var thrower = new Thrower(store);
        engine(Engine.open(thrower).node("worker").register(new Shop(what -> what)));

        var result = run.resultAsync();
        sim.until(result::isDone);
        assertThat(result).isCompletedWithValue(List.of("tea0@r-0", "thanks"));
        assertThat(thrower.thrown).containsExactlyInAnyOrder("claim", "find", "load", "nextDue");
    }

    @Test
    void G4_runs_that_move_are_not_taken_for_lost_ones() {
        var calls = new int[1];
        var worker = engine(Engine.open(new Forgetful(2)).node("worker").register(new Shop(what -> {
            calls[0]++;
            return what;
        })));
        var starter = engine(Engine.open(store).node("starter"));
        var mine = worker.start("mine", Shop::buy, "tea", 2);
        var other = starter.start("other", Shop::buy, "jam", 2);

        var results = List.of(mine.resultAsync(), other.resultAsync());
        sim.until(() -> results.stream().allMatch(CompletableFuture::isDone));
        assertThat(calls[0]).isEqualTo(2 * (2 + 1));
    }

    /** Keeps the first answer that says anything, and cannot renew meanwhile. */
    private static final class Late extends ForwardingStore {
        private final List<Runnable> answers = new ArrayList<>();
        private boolean told;

        Late(MemoryStore store) {
            super(store);
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // nothing is left in it
        public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
            var answer = super.claim(lease, claim);
            if (told || answer.join().isEmpty()) return answer;
            var late = new CompletableFuture<List<RunImage>>();
            answers.add(() -> late.complete(answer.join()));
            return late;
        }

        @Override
        public CompletableFuture<Lease> renew(Lease lease, Duration length) {
            if (told) return super.renew(lease, length);
            return CompletableFuture.failedFuture(new StoreUnavailable("planned", null));
        }

        void tell() {
            told = true;
            answers.forEach(Runnable::run);
        }
    }

    @Test
    void G7_a_claim_that_is_heard_of_when_its_lease_is_lost_moves_nothing_here() {
        var starter = engine(Engine.open(store).node("starter"));
        var run = starter.start("r", Shop::buy, "tea", 1);
        var calls = new ArrayList<String>();
        var late = new Late(store);
        engine(Engine.open(late).node("worker").lease(Duration.ofMinutes(1)).register(new Shop(what -> {
            calls.add(what);
            return what;
        })));
        sim.let(Duration.ofSeconds(
                50)); // five sixths of the lease: it counts as lost, a little before the store says so

        late.tell();
        sim.let(Duration.ofMillis(100));
        assertThat(late.answers).hasSize(1);
        assertThat(calls).isEmpty();

        var result = run.resultAsync(); // under its next lease
        sim.until(result::isDone);
        assertThat(calls).containsExactly("tea0@r-0", "thanks");
    }
}
