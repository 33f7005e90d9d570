package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.CallbackRejected;
import dev.perdure.CancelledException;
import dev.perdure.Run;
import dev.perdure.RunEnded;
import dev.perdure.RunFailed;
import dev.perdure.local.LocalStore;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens at the same moment, on real threads: whatever wins, all agree on it, and nothing hangs. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class RaceTest {
    private static final int ROUNDS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Random chance = new Random(4_711);
    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();

    private String call(String what) {
        log.add(what);
        return what;
    }

    private Engine engine(Store store) {
        var family = new Family(new Family.World() {
            @Override
            public String call(String what) {
                return RaceTest.this.call(what);
            }

            @Override
            public CompletionStage<String> stage() {
                return CompletableFuture.supplyAsync(() -> "stage");
            }
        });
        return Engine.open(store).register(new Party(this::call), family).start();
    }

    private void sometime() {
        LockSupport.parkNanos(chance.nextInt(400_000));
    }

    @Test
    void fan_out_of_a_thousand_is_gathered_on_both_stores(@TempDir Path folder) throws TimeoutException {
        for (Store store : List.of(new MemoryStore(Clock.systemUTC()), LocalStore.at(folder)))
            try (var engine = engine(store)) {
                assertThat(engine.start("all", Party::ask, Party.names(1_000)).result(PATIENCE))
                        .hasSize(1_000);
                assertThat(engine.start("pages", Party::crawl, Party.names(300), 8)
                                .result(PATIENCE))
                        .hasSize(300);
            }
    }

    @Test
    void G6_cancellation_and_end_have_one_winner() throws TimeoutException {
        try (var engine = engine(new MemoryStore(Clock.systemUTC()))) {
            for (int i = 0; i < ROUNDS; i++) {
                log.clear();
                int calls = chance.nextInt(8); // of the seven that it makes
                var run = engine.start("r" + i, Party::crawl, Party.names(3), 2);
                while (log.size() < calls) Thread.onSpinWait();
                boolean accepted = cancel(run);
                assertThat(isCancelled(run)).as("round %s", i).isEqualTo(accepted);
            }
        }
    }

    private static boolean cancel(Run<?> run) {
        try {
            run.cancel("race");
            return true;
        } catch (RunEnded ended) {
            return false;
        }
    }

    private static boolean isCancelled(Run<?> run) throws TimeoutException {
        try {
            run.result(PATIENCE);
            return false;
        } catch (RunFailed failed) {
            assertThat(failed.getCause()).isInstanceOf(CancelledException.class);
            return true;
        }
    }

    @Test
    void G9_signal_reaches_a_group_that_is_in_memory_parked_or_between() throws TimeoutException {
        try (var engine = engine(new MemoryStore(Clock.systemUTC()))) {
            for (int i = 0; i < ROUNDS; i++) {
                var run = engine.start("r" + i, Party::both, Duration.ofHours(1));
                sometime();
                run.signal(Party.ANSWER, "yes");
                assertThat(run.result(PATIENCE)).isEqualTo("ayes");
            }
        }
    }

    @Test
    void token_is_good_for_one_of_two_who_use_it_at_once() throws Exception {
        try (var engine = engine(new MemoryStore(Clock.systemUTC()))) {
            for (int i = 0; i < ROUNDS; i++) {
                log.clear();
                var run = engine.start("r" + i, Family::pay, Duration.ofHours(1));
                while (log.isEmpty()) Thread.onSpinWait();
                var token = log.element();
                var others = new ArrayList<CompletableFuture<Boolean>>();
                for (String who : List.of("one", "two"))
                    others.add(CompletableFuture.supplyAsync(() -> complete(engine, token, who)));
                boolean one = others.get(0).get();
                boolean two = others.get(1).get();
                assertThat(one).as("round %s", i).isNotEqualTo(two);
                assertThat(run.result(PATIENCE)).isEqualTo(one ? "one" : "two");
            }
        }
    }

    private static boolean complete(Engine engine, String token, String who) {
        try {
            engine.complete(token, who);
            return true;
        } catch (CallbackRejected used) {
            return false;
        }
    }

    @Test
    void stages_complete_on_threads_of_others() throws TimeoutException {
        try (var engine = engine(new MemoryStore(Clock.systemUTC()))) {
            for (int i = 0; i < ROUNDS; i++)
                assertThat(engine.start("r" + i, Family::ask, Duration.ofMinutes(1))
                                .result(PATIENCE))
                        .isEqualTo("stage.");
        }
    }
}
