package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.DeadlineExceeded;
import dev.perdure.RunStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Durable timers, whatever is done to the clock that decides. */
final class TimerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = new World();
    private final List<Instant> woken = new ArrayList<>();
    private final Naps naps = new Naps(what -> {
        woken.add(world.clock.instant());
        return what;
    });

    private Engine engine(Object host) {
        return world.engine(options -> options.lease(Duration.ofDays(1_000)), host);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -1_000_000_000_000L, Long.MIN_VALUE})
    void sleep_of_no_time_or_less_is_over_at_once_and_parks_nothing(long seconds) {
        var begin = world.clock.instant();
        var past = seconds == Long.MIN_VALUE ? Instant.MIN : begin.plusSeconds(Math.max(seconds, -1_000_000_000L));
        var run = engine(naps).start("r", Naps::nap, Duration.ofSeconds(seconds), past);
        assertThat(world.end(run)).isEqualTo("up");
        assertThat(woken).containsExactly(begin);
        assertThat(world.events).containsExactly("attempt 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {4_000_000_000_000L, Long.MAX_VALUE})
    void sleep_beyond_what_calendars_know_waits_and_can_be_left(long seconds) {
        var run = engine(naps).start("r", Naps::nap, Duration.ofSeconds(seconds), Instant.MAX);
        world.sim.let(HOUR);
        assertThat(run.status().state()).isEqualTo(State.WAITING);
        assertThat(run.status().wakesAt()).isEqualTo(Core.FAR);
        world.crash();
        var again = engine(naps).run("r");
        world.sim.let(Duration.ofDays(20));
        assertThat(woken).isEmpty();
        again.cancel("enough");
        world.end(again);
        assertThat(again.status().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void moment_beyond_what_calendars_know_can_be_waited_for() {
        var run = engine(naps).start("r", Naps::nap, Duration.ZERO, Instant.MAX);
        world.sim.let(HOUR);
        assertThat(run.status().wakesAt()).isEqualTo(Core.FAR);
    }

    /** The clock is set forth and back by up to an hour, and now and then the process dies. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void G8_timer_is_never_early_by_the_clock_that_decides_and_fires_once(long seed) {
        var chance = new Random(seed);
        for (int round = 0; round < 15; round++) {
            var id = "r" + round;
            var first = Duration.ofMillis(1 + chance.nextInt(chance.nextBoolean() ? 1_500 : 20_000_000));
            var begin = world.clock.instant();
            var until = begin.plusMillis(chance.nextInt(20_000_000));
            var engine = engine(naps);
            engine.start(id, Naps::nap, first, until);
            for (int step = 0; step < 6; step++) {
                world.sim.let(Duration.ofMillis(chance.nextInt(chance.nextBoolean() ? 1_000 : 6_000_000)));
                world.clock.step(Duration.ofSeconds(chance.nextInt(7_200) - 3_600));
                if (chance.nextInt(3) == 0) {
                    world.crash();
                    engine = engine(naps);
                }
            }
            assertThat(world.end(engine.run(id))).as("seed %s, %s", seed, id).isEqualTo("up");
            assertThat(woken).as("seed %s, %s", seed, id).hasSize(round + 1);
            assertThat(woken.get(round))
                    .as("seed %s, %s", seed, id)
                    .isAfterOrEqualTo(until)
                    .isAfterOrEqualTo(begin.plus(first));
            world.crash();
        }
    }

    @Test
    void G8_timer_fires_soon_after_the_clock_was_set_past_it() {
        var until = world.clock.instant().plus(Duration.ofDays(30));
        var run = engine(naps).start("r", Naps::nap, Duration.ZERO, until);
        world.sim.let(HOUR);
        world.clock.step(Duration.ofDays(40));
        world.sim.let(HOUR);
        assertThat(world.end(run)).isEqualTo("up");
    }

    @Test
    void G8_deadline_counts_from_the_first_attempt_across_restarts_and_steps_of_the_clock() {
        var attempts = new ArrayList<Instant>();
        var shop = new Shop(what -> {
            attempts.add(world.clock.instant());
            throw new Shop.Broken("down", 1);
        });
        var begin = world.clock.instant();
        engine(shop).start("r", Shop::insist, HOUR, Duration.ofHours(10));
        world.sim.let(HOUR);
        world.crash();
        world.clock.step(HOUR.negated());
        engine(shop);
        world.sim.let(Duration.ofHours(3));
        world.crash();
        world.clock.step(HOUR.multipliedBy(2));

        assertThat((Throwable) world.end(engine(shop).run("r"))).hasCauseInstanceOf(DeadlineExceeded.class);
        assertThat(attempts).allSatisfy(at -> assertThat(at).isBefore(begin.plus(Duration.ofHours(10))));
        assertThat(world.clock.instant()).isAfterOrEqualTo(begin.plus(Duration.ofHours(10)));
        assertThat(world.clock.instant())
                .isBefore(begin.plus(Duration.ofHours(10)).plusSeconds(61));
    }
}
