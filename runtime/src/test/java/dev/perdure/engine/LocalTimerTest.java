package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Run;
import dev.perdure.local.LocalStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many timers on the embedded store, whose clock is set forth and back by up to an hour, in processes that die. */
final class LocalTimerTest {
    private static final int RUNS = 25;
    private static final int STEPS = 30;

    @TempDir
    Path folder;

    private final Simulation sim = new Simulation();
    private final SteppedClock clock = new SteppedClock(sim);
    private final Map<String, Instant> woken = new HashMap<>();
    private Simulation.Life life = sim.life();
    private final List<LocalStore> stores = new ArrayList<>();
    private final List<CrashingStore> mortals = new ArrayList<>();

    private Engine open(Naps naps) {
        var store = LocalStore.at(folder, clock);
        var mortal = new CrashingStore(store, Integer.MAX_VALUE, false, () -> {});
        stores.add(store);
        mortals.add(mortal);
        return Engine.open(mortal)
                .register(naps)
                .scheduler(life)
                .random(Simulation.noChance())
                .start();
    }

    @AfterEach
    void close() {
        stores.forEach(LocalStore::close);
    }

    private Engine crashed(Naps naps) {
        life.crash();
        mortals.forEach(CrashingStore::kill);
        close();
        life = sim.life();
        return open(naps);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void G8_timers_of_the_embedded_store_are_never_early_lost_or_doubled_whatever_is_done_to_its_clock(long seed) {
        var chance = new Random(seed);
        var due = new TreeMap<String, Instant>();
        var naps = new Naps(what -> {
            var run = dev.perdure.Perdure.idempotencyKey().replaceAll("-.*", "");
            var before = woken.put(run, clock.instant());
            assertThat(before).as("seed %s, %s was woken before", seed, run).isNull();
            return what;
        });
        var engine = open(naps);
        for (int i = 0; i < RUNS; i++) {
            var id = "r" + i;
            var first = Duration.ofMillis(1 + chance.nextInt(chance.nextBoolean() ? 1_500 : 10_000_000));
            var until = clock.instant().plusMillis(chance.nextInt(20_000_000));
            due.put(id, later(until, clock.instant().plus(first)));
            engine.start(id, Naps::nap, first, until);
        }
        for (int step = 0; step < STEPS; step++) {
            sim.let(Duration.ofMillis(chance.nextInt(chance.nextBoolean() ? 1_000 : 2_000_000)));
            clock.step(Duration.ofSeconds(chance.nextInt(7_200) - 3_600));
            if (chance.nextInt(3) == 0) engine = crashed(naps);
        }
        for (var id : due.keySet()) {
            Run<?> run = engine.run(id);
            var result = run.resultAsync();
            sim.until(result::isDone);
            assertThat((Object) result.join()).as("seed %s, %s", seed, id).isEqualTo("up");
        }
        assertThat(woken.keySet()).isEqualTo(due.keySet());
        due.forEach((id, at) ->
                assertThat(woken.get(id)).as("seed %s, %s", seed, id).isAfterOrEqualTo(at));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
