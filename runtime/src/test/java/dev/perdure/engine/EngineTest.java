package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Run;
import dev.perdure.store.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way of a run, in a simulation. */
final class EngineTest {
    private final Simulation sim = new Simulation();
    private final MemoryStore store = new MemoryStore(sim);
    private Simulation.Life life = sim.life();
    private final List<String> log = new ArrayList<>();

    private Engine engine(Shop shop) {
        return Engine.open(store)
                .register(shop)
                .scheduler(life)
                .random(Simulation.noChance())
                .start();
    }

    @Test
    void run_goes_from_start_to_result() {
        var engine = engine(new Shop(what -> {
            log.add(what);
            return what;
        }));

        Run<List<String>> run = engine.start("a", Shop::buy, "tea", 3);
        var result = run.resultAsync();
        sim.until(result::isDone);

        assertThat(result.join()).containsExactly("tea0@a-0", "tea1@a-1", "tea2@a-2", "thanks");
        assertThat(log).containsExactly("tea0@a-0", "tea1@a-1", "tea2@a-2", "thanks");
        assertThat(sim.instant()).isEqualTo("2026-01-01T01:00:00Z");
    }

    @Test
    void failed_attempts_are_counted_across_crashes() {
        int[] failures = {0};
        var shop = new Shop(what -> {
            log.add(what);
            if (what.equals("thanks") && failures[0]++ < 2) throw new Shop.Broken("no " + failures[0], failures[0]);
            return what;
        });
        var run = engine(shop).start("a", Shop::buy, "tea", 1);
        sim.until(() -> failures[0] == 1);
        sim.let(Duration.ofMillis(100));
        assertThat(run.status().attempt()).isEqualTo(2);
        assertThat(run.status().source()).isEqualTo("Shop.java:37");
        assertThat(run.status().problem()).contains("Broken: no 1");
        life.crash();
        life = sim.life();
        var second = engine(shop).run("a");
        var result = second.resultAsync();
        sim.until(result::isDone);
        assertThat(result.join()).isEqualTo(List.of("tea0@a-0", "thanks"));
        assertThat(log).containsExactly("tea0@a-0", "thanks", "thanks", "thanks");
    }

    @Test
    void G4_keys_after_a_crash_are_those_of_a_life_without_one() {
        var shop = new Shop(what -> {
            log.add(what);
            return what;
        });
        engine(shop).start("a", Shop::buy, "tea", 4);
        sim.until(() -> log.size() == 2);
        life.crash();
        life = sim.life();

        var result = engine(shop).run("a").resultAsync();
        sim.until(result::isDone);

        assertThat(log).endsWith("tea2@a-2", "tea3@a-3", "thanks").startsWith("tea0@a-0", "tea1@a-1");
    }
}
