package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.AttemptTimedOut;
import dev.perdure.DeadlineExceeded;
import dev.perdure.Perdure;
import dev.perdure.RunEnded;
import dev.perdure.RunFailed;
import dev.perdure.store.RunImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Retries, timeouts and deadlines, in virtual time and across crashes. */
final class PolicyTest {
    private static final Duration LONG = Duration.ofDays(1);

    private final World world = new World();
    private final List<Instant> calls = new ArrayList<>();
    private int failures = Integer.MAX_VALUE;

    private final Shop shop = new Shop(what -> {
        calls.add(world.sim.instant());
        if (calls.size() <= failures) throw new Shop.Broken("no " + calls.size(), calls.size());
        return "yes";
    });

    private List<Long> delays() {
        var delays = new ArrayList<Long>();
        for (int i = 1; i < calls.size(); i++)
            delays.add(Duration.between(calls.get(i - 1), calls.get(i)).toMillis());
        return delays;
    }

    @Test
    void retries_back_off_in_memory_and_then_parked() {
        failures = 6;
        var run = world.engine(shop).start("r", Shop::insist, LONG, LONG);

        assertThat(world.end(run)).isEqualTo("yes");
        assertThat(delays()).containsExactly(200L, 400L, 800L, 1600L, 3200L, 6400L);
        assertThat(world.events)
                .containsExactly(
                        "attempt 1",
                        "attempt 2",
                        "attempt 3",
                        "attempt 4",
                        "parked",
                        "recovered 0",
                        "attempt 5",
                        "parked",
                        "recovered 0",
                        "attempt 6",
                        "parked",
                        "recovered 0",
                        "attempt 7");
    }

    @Test
    void retries_go_on_where_a_crash_interrupted_them() {
        failures = 6;
        world.engine(shop).start("r", Shop::insist, LONG, LONG);
        world.sim.until(() -> calls.size() == 3);
        world.sim.let(Duration.ofMillis(100)); // in the middle of the wait of 800 ms
        world.crash();

        var run = world.engine(shop).run("r");
        assertThat(world.end(run)).isEqualTo("yes");
        assertThat(delays()).containsExactly(200L, 400L, 800L, 1600L, 3200L, 6400L);
        assertThat(world.events)
                .contains("recovered 1", "attempt 4", "attempt 7")
                .doesNotContain("attempt 8");
    }

    @Test
    void crash_during_an_attempt_counts_as_an_attempt() {
        failures = 1;
        var dying = new Shop(what -> {
            calls.add(world.sim.instant());
            world.crash();
            throw new Shop.Broken("never recorded", 0);
        });
        world.engine(dying).start("r", Shop::insist, LONG, LONG);
        world.sim.until(() -> calls.size() == 1);

        var run = world.engine(shop).run("r");
        assertThat(world.end(run)).isEqualTo("yes");
        assertThat(world.events).containsExactly("attempt 1", "recovered 1", "attempt 2");
    }

    @Test
    void aborting_exception_ends_the_await_at_once() {
        var hopeless = new Shop(what -> {
            calls.add(world.sim.instant());
            throw new Shop.Hopeless();
        });
        var run = world.engine(hopeless).start("r", Shop::insist, LONG, LONG);

        assertThat((Throwable) world.end(run))
                .isInstanceOf(RunFailed.class)
                .hasCauseInstanceOf(Shop.Hopeless.class)
                .hasRootCauseMessage("give up");
        assertThat(calls).hasSize(1);
    }

    @Test
    void attempt_over_its_timeout_is_interrupted_and_retried() {
        var slow = new Shop(what -> {
            calls.add(world.sim.instant());
            if (calls.size() > 1) return "yes";
            world.sim.pass(Duration.ofSeconds(30));
            assertThat(Thread.interrupted()).isTrue();
            throw new InterruptedException();
        });
        var run = world.engine(slow).start("r", Shop::insist, Duration.ofSeconds(10), LONG);

        assertThat(world.end(run)).isEqualTo("yes");
        assertThat(calls).hasSize(2);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void timeout_of_the_last_attempt_is_thrown() {
        var slow = new Shop(what -> {
            world.sim.pass(Duration.ofMinutes(1));
            if (Thread.interrupted()) throw new InterruptedException();
            return "late";
        });
        var run = world.engine(slow).start("r", Shop::insist, Duration.ofSeconds(10), Duration.ofSeconds(70));

        var failure = (Throwable) world.end(run);
        assertThat(failure).hasCauseInstanceOf(DeadlineExceeded.class);
        assertThat(failure).cause().hasMessageContaining("insist").hasMessageContaining("Shop.java:99");
        assertThat(failure).cause().isNotInstanceOf(AttemptTimedOut.class);
    }

    @Test
    void deadline_counts_from_the_first_attempt_across_crashes() {
        world.engine(shop).start("r", Shop::insist, LONG, Duration.ofSeconds(10));
        var begin = world.sim.instant();
        world.sim.until(() -> calls.size() == 4);
        world.crash();
        world.sim.let(Duration.ofSeconds(1));

        var failure = (Throwable) world.end(world.engine(shop).run("r"));
        assertThat(failure).hasCauseInstanceOf(DeadlineExceeded.class);
        assertThat(failure).cause().hasMessageContaining("PT10S").hasMessageContaining("Broken: no ");
        assertThat(Duration.between(begin, world.sim.instant()))
                .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(12));
    }

    @Test
    void G8_deadline_is_not_prolonged_by_an_attempt_that_a_crash_cut_off() {
        var dying = new Shop(what -> {
            calls.add(world.sim.instant());
            if (calls.size() == 2) world.crash();
            throw new Shop.Broken("no " + calls.size(), calls.size());
        });
        world.engine(dying).start("r", Shop::insist, LONG, Duration.ofSeconds(10));
        var begin = world.sim.instant();
        world.sim.until(() -> calls.size() == 2);

        assertThat((Throwable) world.end(world.engine(shop).run("r"))).hasCauseInstanceOf(DeadlineExceeded.class);
        assertThat(Duration.between(begin, world.sim.instant())).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void G14_run_that_kills_its_process_ten_times_is_left_stuck() {
        var deadly = new Shop(what -> {
            calls.add(world.sim.instant());
            world.crash();
            throw new Shop.Broken("never recorded", 0);
        });
        world.engine(deadly).start("r", Shop::insist, LONG, LONG);
        for (int life = 1; life <= 10; life++) {
            int before = calls.size();
            world.sim.until(() -> calls.size() > before);
            world.engine(deadly);
        }
        world.sim.until(() -> world.events.contains("stuck"));

        assertThat(calls).hasSize(10);
        assertThat(world.image("r").problem()).contains("died 10 times");
    }

    @Test
    void G13_G14_run_that_kills_its_process_takes_no_other_with_it() {
        var deaths = new AtomicInteger();
        var deadly = new Shop(what -> {
            if (!Perdure.runId().equals("deadly")) return "yes";
            deaths.incrementAndGet();
            world.crash();
            throw new Shop.Broken("never recorded", 0);
        });
        var engine = world.engine(deadly);
        engine.start("deadly", Shop::insist, LONG, LONG);
        var others = new ArrayList<String>();
        for (int i = 0; i < 40; i++)
            others.add(engine.start("r" + i, Shop::insist, LONG, LONG).id());
        for (int life = 1; life <= 10; life++) {
            int before = deaths.get();
            world.sim.until(() -> deaths.get() > before);
            world.engine(deadly);
        }
        world.sim.until(() -> world.events.contains("stuck"));
        world.sim.let(Duration.ofMinutes(1));

        assertThat(deaths).hasValue(10);
        assertThat(world.image("deadly").status()).isEqualTo(RunImage.Status.STUCK);
        assertThat(others).allMatch(other -> world.image(other).status() == RunImage.Status.DONE);
    }

    @Test
    void G14_run_left_stuck_goes_on_when_it_is_resumed() {
        G14_run_that_kills_its_process_ten_times_is_left_stuck();
        world.crash();
        var run = world.engine(new Shop(what -> "mended")).run("r");
        run.resume();
        assertThat(world.end(run)).isEqualTo("mended");
        assertThatThrownBy(run::resume).isInstanceOf(RunEnded.class).hasMessageContaining("\"r\"");
    }
}
