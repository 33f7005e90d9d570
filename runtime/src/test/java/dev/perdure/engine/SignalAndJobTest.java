package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.InvalidArgument;
import dev.perdure.JobFailed;
import dev.perdure.RunEnded;
import dev.perdure.UnknownRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signals and polled jobs. */
final class SignalAndJobTest {
    private static final Duration PATIENCE = Duration.ofDays(3);

    private final World world = new World();
    private final Shop shop = new Shop(what -> what);
    private final List<Instant> polls = new ArrayList<>();

    private void readyAfter(int count) {
        Shop.elsewhere = what -> {
            if (!what.startsWith("complete?")) return what;
            polls.add(world.sim.instant());
            return polls.size() < count ? "no" : "yes";
        };
    }

    @AfterEach
    void forget() {
        Shop.elsewhere = what -> what;
    }

    @Test
    void G9_early_signal_waits_for_its_await() {
        readyAfter(1);
        var engine = world.engine(shop);
        var run = engine.start("r", Shop::approve, PATIENCE);
        run.signal(Shop.ANSWER, "early");

        assertThat(world.end(run)).isEqualTo("early/fetch early");
        assertThat(world.image("r").mailbox()).isEmpty();
    }

    @Test
    void G9_signal_sent_twice_with_one_key_arrives_once() {
        var engine = world.engine(shop);
        engine.start("r", Shop::approve, PATIENCE);
        engine.signal("r", Shop.ANSWER, "first", "k");
        engine.signal("r", Shop.ANSWER, "again", "k");
        engine.signal("r", Shop.ANSWER, "other", "l");

        assertThat(world.image("r").mailbox()).hasSize(2);
        assertThatThrownBy(() -> engine.signal("r", Shop.ANSWER, "other", " "))
                .isInstanceOf(InvalidArgument.class)
                .hasMessageContaining("key is null or blank");
    }

    @Test
    void signal_wakes_a_parked_run() {
        readyAfter(1);
        var engine = world.engine(shop);
        var run = engine.start("r", Shop::approve, PATIENCE);
        world.sim.let(Duration.ofHours(5));
        assertThat(run.status().waitingAt()).isEqualTo("answer");
        assertThat(world.events).containsExactly("parked");

        engine.signal("r", Shop.ANSWER, "late");
        assertThat(world.end(run)).isEqualTo("late/fetch late");
        assertThat(world.sim.instant()).isBefore("2026-01-01T05:00:02Z");
    }

    @Test
    void G8_deadline_of_a_signal_yields_the_fallback_not_early() {
        readyAfter(1);
        world.engine(shop).start("r", Shop::approve, PATIENCE);
        world.sim.let(Duration.ofHours(71));
        world.crash();

        assertThat(world.end(world.engine(shop).run("r"))).isEqualTo("none/fetch none");
        assertThat(polls.get(0)).isAfterOrEqualTo("2026-01-04T00:00:00Z").isBefore("2026-01-04T00:00:01Z");
    }

    @Test
    void job_is_polled_at_growing_intervals_and_holds_nothing_between() {
        readyAfter(6);
        var run = world.engine(shop).start("r", Shop::approve, Duration.ofMillis(1));

        assertThat(world.end(run)).isEqualTo("none/fetch none");
        var gaps = new ArrayList<Long>();
        for (int i = 1; i < polls.size(); i++)
            gaps.add(Duration.between(polls.get(i - 1), polls.get(i)).toSeconds());
        assertThat(gaps).containsExactly(10L, 20L, 40L, 80L, 160L);
        assertThat(world.events.stream().filter("parked"::equals)).hasSize(5);
    }

    @Test
    void job_that_cannot_be_polled_fails_after_its_attempts() {
        Shop.elsewhere = what -> {
            throw new Shop.Broken("away", 1);
        };
        var run = world.engine(shop).start("r", Shop::approve, Duration.ofMillis(1));

        var failure = (Throwable) world.end(run);
        assertThat(failure).hasCauseInstanceOf(JobFailed.class).hasRootCauseInstanceOf(Shop.Broken.class);
        assertThat(failure).cause().hasMessageContaining("attempt 3");
    }

    @Test
    void signals_to_nobody_and_to_the_dead_are_refused() {
        readyAfter(1);
        var engine = world.engine(shop);
        var run = engine.start("r", Shop::approve, Duration.ofMillis(1));
        world.end(run);

        assertThatThrownBy(() -> engine.signal("x", Shop.ANSWER, "hello"))
                .isInstanceOf(UnknownRun.class)
                .hasMessageContaining("\"x\"");
        assertThatThrownBy(() -> run.signal(Shop.ANSWER, "hello")).isInstanceOf(RunEnded.class);
    }

    @Test
    void topic_reaches_every_run_that_waits_for_it_and_no_other() {
        readyAfter(1);
        var engine = world.engine(shop);
        var runs = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> engine.start("r" + i, Shop::approve, PATIENCE))
                .toList();
        world.sim.let(Duration.ofMinutes(1));

        assertThat(engine.publish(Shop.ANSWER, "all")).isEqualTo(5);
        for (var run : runs) assertThat(world.end(run)).isEqualTo("all/fetch all");
        assertThat(engine.publish(Shop.ANSWER, "none")).isZero();
    }

    @Test
    void G9_signal_with_a_key_counts_once() {
        readyAfter(1);
        var engine = world.engine(shop);
        var run = engine.start("r", Shop::approve, PATIENCE);
        engine.signal("r", Shop.ANSWER, "yes", "k");
        engine.signal("r", Shop.ANSWER, "yes", "k");
        world.sim.let(Duration.ofMillis(1));
        assertThat(world.image("r").mailbox()).isEmpty();
        assertThat(world.end(run)).isEqualTo("yes/fetch yes");
    }
}
