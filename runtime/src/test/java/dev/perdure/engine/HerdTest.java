package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.RunStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many runs that are due at one moment. */
final class HerdTest {
    private static final int HERD = 10_000;

    private final World world = new World();
    private final List<String> log = new ArrayList<>();
    private final Instant moment = world.clock.instant().plus(Duration.ofHours(1));

    private Engine engine(int inFlight) {
        return world.engine(
                options -> options.limits(Limits.DEFAULT.withInFlight(inFlight)),
                new Naps(this::call),
                new Shop(this::call));
    }

    private String call(String what) {
        log.add(what);
        return what;
    }

    private void sleepAll(Engine engine) {
        for (int i = 0; i < HERD; i++) engine.start("r" + i, Naps::nap, Duration.ZERO, moment);
        world.sim.let(Duration.ofMinutes(1));
        log.clear();
    }

    @Test
    void G13_run_that_comes_late_does_not_wait_for_all_that_were_due_before_it() {
        var engine = engine(256);
        sleepAll(engine);
        world.sim.until(() -> log.size() >= HERD / 10);
        int before = log.size();
        world.end(engine.start("late", Shop::price, "x"));
        assertThat(log).contains("ask x", "ask x!");
        assertThat(log.size() - before).isLessThan(3 * 256);

        world.sim.until(() -> log.size() == HERD + 2);
        world.sim.let(Duration.ofMinutes(1));
        assertThat(log).hasSize(HERD + 2);
        assertThat(engine.run("r" + (HERD - 1)).status().state()).isEqualTo(State.DONE);
    }

    @Test
    void G13_all_that_are_due_at_one_moment_are_taken_at_that_moment() {
        var engine = engine(Limits.DEFAULT.inFlight());
        for (int i = 0; i < 2_000; i++) engine.start("r" + i, Naps::nap, Duration.ZERO, moment);
        world.sim.let(Duration.ofMinutes(1));
        log.clear();
        world.sim.until(() -> log.size() == 2_000);
        assertThat(world.sim.instant()).isEqualTo(moment);
    }

    @Test
    void G13_room_that_comes_free_is_used_at_once() {
        var starter = world.engine(options -> options.node("starter"));
        for (int i = 0; i < 10; i++) starter.start("r" + i, Shop::price, "x");
        engine(4);
        world.sim.let(Duration.ofMillis(100));
        assertThat(log).hasSize(2 * 10);
    }
}
