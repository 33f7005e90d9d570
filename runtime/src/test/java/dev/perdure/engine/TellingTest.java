package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Perdure;
import dev.perdure.RunStatus.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Progress that code tells of: soon to be seen, and never dear. */
final class TellingTest {
    private final World world = new World();

    /** A stage whose run tells how far it is, and is not at its end. */
    private static final class Telltale implements Family.World {
        final List<CompletableFuture<String>> stages = new ArrayList<>();

        @Override
        public String call(String what) {
            return what;
        }

        @Override
        public CompletionStage<String> stage() {
            for (int i = 1; i <= 500; i++) Perdure.progress(i, 500, "part " + i);
            var stage = new CompletableFuture<String>();
            stages.add(stage);
            return stage;
        }
    }

    @Test
    void progress_of_a_call_under_way_is_seen_within_a_second_and_survives_a_crash() {
        var telltale = new Telltale();
        var run = world.engine(new Family(telltale)).start("r", Family::ask, Duration.ofDays(1));
        world.sim.let(Duration.ofMillis(900));
        assertThat(run.status().progress()).isNull();
        world.sim.let(Duration.ofMillis(200));
        assertThat(run.status().progress()).isEqualTo(new Progress(500, 500, "part 500"));
        assertThat(world.image("r").frame()).hasSize(2);
        world.sim.let(Duration.ofHours(1));
        assertThat(world.image("r").frame()).hasSize(2);

        world.crash();
        var again = world.engine(new Family(telltale)).run("r");
        assertThat(again.status().progress()).isEqualTo(new Progress(500, 500, "part 500"));
        world.sim.let(Duration.ofSeconds(2));
        telltale.stages.get(1).complete("yes");
        assertThat(world.end(again)).isEqualTo("yes.");
    }

    @Test
    void progress_costs_no_write_of_its_own_where_a_checkpoint_comes_soon() {
        var shop = new Shop(what -> {
            Perdure.progress(1, 2, what);
            return what;
        });
        var run = world.engine(shop).start("r", Shop::buy, "tea", 2);
        world.sim.let(Duration.ofMinutes(1));
        assertThat(run.status().progress()).isEqualTo(new Progress(1, 2, "tea1@r-1"));
        assertThat(world.image("r").frame()).hasSize(1);
    }

    @Test
    void the_longer_it_goes_on_the_more_rarely_it_is_written() {
        var telling = new Telling();
        var now = Instant.EPOCH;
        var end = now.plus(Duration.ofHours(10));
        int written = 0;
        for (int said = 0; now.isBefore(end); said++) {
            assertThat(telling.say(new Progress(said, 1, ""))).isTrue();
            assertThat(telling.say(new Progress(++said, 1, ""))).isFalse();
            var pause = telling.pause(now);
            assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(6));
            now = now.plus(pause);
            telling.come();
            assertThat(telling.isDue()).isTrue();
            telling.written(telling.said(), false);
            assertThat(telling.isDue()).isFalse();
            written++;
        }
        assertThat(written).isLessThan(800);
    }
}
