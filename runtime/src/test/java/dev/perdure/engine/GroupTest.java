package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Index.atIndex;

import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import dev.perdure.BranchFailed;
import dev.perdure.CancelledException;
import dev.perdure.DeadlineExceeded;
import dev.perdure.OutcomeUnknown;
import dev.perdure.PolicyRejected;
import dev.perdure.RunFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several awaits at once, cancellation and undo, in one process and in two. */
final class GroupTest {
    private final World world = new World();
    private final List<String> log = new ArrayList<>();
    private UnaryOperator<String> answers = what -> what;

    private String call(String what) throws Shop.Broken {
        log.add(what);
        var answer = answers.apply(what);
        if (answer.startsWith("!")) throw new Shop.Broken(answer, 1);
        return answer;
    }

    private final Party party = new Party(this::call);

    @Test
    void all_waits_for_a_call_and_a_signal() {
        var run = world.engine(party).start("r", Party::both, Duration.ofDays(1));
        world.sim.let(Duration.ofMinutes(1));
        assertThat(log).containsExactly("a");
        run.signal(Party.ANSWER, "yes");

        assertThat(world.end(run)).isEqualTo("ayes");
    }

    @Test
    void G8_race_is_lost_by_a_signal_that_does_not_come_also_over_a_crash() {
        world.engine(party).start("r", Party::both, Duration.ofDays(1));
        world.sim.let(Duration.ofHours(23));
        world.crash();
        var run = world.engine(party).run("r");
        world.sim.let(Duration.ofMinutes(59));
        assertThat(log).containsExactly("a");

        assertThat(world.end(run)).isEqualTo("anull");
    }

    @ParameterizedTest
    @ValueSource(longs = {500, 600_000})
    void G8_deadline_of_a_group_ends_it_in_memory_or_parked(long patience) {
        var begin = world.sim.instant();
        var run = world.engine(party).start("r", Party::hurry, Duration.ofMillis(patience));
        assertThat(world.end(run))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        failure -> assertThat(failure.getCause())
                                .isInstanceOf(DeadlineExceeded.class)
                                .hasMessageContaining("0 of its 2 branches had ended"));
        assertThat(Duration.between(begin, world.sim.instant())).isEqualTo(Duration.ofMillis(patience));
    }

    @Test
    void fan_out_yields_results_in_order_and_keeps_its_limit() {
        var run = world.engine(party).start("r", Party::crawl, Party.names(5), 2);
        assertThat(world.end(run))
                .isEqualTo(List.of("add fetch i0", "add fetch i1", "add fetch i2", "add fetch i3", "add fetch i4"));
        assertThat(log).hasSize(11).endsWith("done");
        int fetched = 0;
        for (String what : log) {
            if (what.startsWith("fetch")) fetched++;
            if (what.startsWith("add")) fetched--;
            assertThat(fetched).as("branches under way, in %s", log).isBetween(0, 2);
        }
    }

    @Test
    void G3_branches_that_have_ended_are_not_run_again_after_a_crash() {
        answers = what -> what.equals("i7@r-0.7") ? "!down" : what;
        world.engine(party).start("r", Party::ask, Party.names(10));
        world.sim.let(Duration.ofMillis(10));
        world.crash();
        log.clear();
        answers = what -> what;

        var run = world.engine(party).run("r");
        assertThat((List<?>) world.end(run)).map(String::valueOf).contains("i7@r-0.7", atIndex(7));
        assertThat(log).containsExactly("i7@r-0.7");
    }

    @Test
    void first_failure_cancels_the_others_and_is_thrown() {
        answers = what -> what.startsWith("add fetch i1") ? "!bad" : what;
        var run = world.engine(party).start("r", Party::crawl, Party.names(4), 4);
        assertThat(world.end(run))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        failure -> assertThat(failure.getCause())
                                .isInstanceOf(BranchFailed.class)
                                .hasCauseInstanceOf(Shop.Broken.class));
        assertThat(log).doesNotContain("done");
    }

    @Test
    void quorum_cancels_who_is_late_and_waits_for_its_cleaning() {
        var run = world.engine(party).start("r", Party::vote);
        assertThat(world.end(run)).isEqualTo(List.of("one", "three"));
        assertThat(log).containsExactlyInAnyOrder("one", "three", "clean");
    }

    @Test
    void fan_out_of_ten_thousand_ends() {
        var run = world.engine(party).start("r", Party::ask, Party.names(10_000));
        assertThat((List<?>) world.end(run)).hasSize(10_000);
    }

    @Test
    void what_a_branch_has_done_that_was_not_needed_is_undone_when_the_method_fails() {
        answers = what -> what.equals("down") ? "!down" : what;
        var run = world.engine(party).start("r", Party::rush);
        assertThat(world.end(run)).isInstanceOf(RunFailed.class);
        assertThat(log).containsExactly("down", "book", "fast", "cancel book");
    }

    @Test
    void undos_run_in_reverse_when_the_method_fails() {
        var run = world.engine(party).start("r", Party::trip, true);
        assertThat(world.end(run)).isInstanceOf(RunFailed.class);
        assertThat(log).containsExactly("flight", "hotel", "leave hotel of flight", "cancel flight");
    }

    @Test
    void no_undo_runs_when_the_method_returns() {
        var run = world.engine(party).start("r", Party::trip, false);
        assertThat(world.end(run)).isEqualTo("car for flight and hotel!");
        assertThat(log).hasSize(3);
    }

    @Test
    void undo_that_fails_is_tried_again_until_it_succeeds() {
        int[] failures = {3};
        answers = what -> what.startsWith("leave") && failures[0]-- > 0 ? "!not now" : what;
        var run = world.engine(party).start("r", Party::trip, true);
        assertThat(world.end(run)).isInstanceOf(RunFailed.class);
        assertThat(log).endsWith("leave hotel of flight", "cancel flight").hasSize(7);
    }

    @Test
    void cancelled_run_undoes_what_it_has_done_also_after_a_crash() {
        world.engine(party).start("r", Party::trip, false);
        world.sim.let(Duration.ofMinutes(1));
        world.crash();
        var run = world.engine(party).run("r");
        run.cancel("changed my mind");

        assertThat(world.end(run))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        failure -> assertThat(failure.getCause())
                                .isInstanceOf(CancelledException.class)
                                .hasMessageContaining("changed my mind"));
        assertThat(log).containsExactly("flight", "hotel", "leave hotel of flight", "cancel flight");
    }

    @Test
    void cancelled_run_cancels_its_branches() {
        var run = world.engine(party).start("r", Party::both, Duration.ofDays(1));
        world.sim.let(Duration.ofMinutes(1));
        run.cancel("enough");

        assertThat(world.end(run))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        failure -> assertThat(failure.getCause()).isInstanceOf(CancelledException.class));
        assertThat(log).containsExactly("a");
    }

    @Test
    void G4_call_that_may_be_made_once_is_not_made_again_after_a_crash() {
        answers = what -> {
            world.crash();
            return what;
        };
        world.engine(party).start("r", Party::charge);
        world.sim.let(Duration.ofMinutes(1));
        answers = what -> what;
        assertThat(world.end(world.engine(party).run("r")))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        failure -> assertThat(failure.getCause())
                                .isInstanceOf(OutcomeUnknown.class)
                                .hasMessageContaining("charge"));
        assertThat(log).containsExactly("charge");
        assertThat(world.end(world.engine(party).start("s", Party::charge))).isEqualTo("charge");
    }

    @Test
    void open_circuit_breaker_keeps_attempts_of_all_runs_back() {
        answers = what -> "!down";
        var breaker = CircuitBreaker.<Object>builder()
                .withFailureThreshold(2)
                .withDelay(Duration.ofDays(1))
                .build();
        var engine = world.engine(
                options -> options.circuitBreaker("bank", breaker).bulkhead("bank", Bulkhead.of(3)), party);
        assertThat(world.end(engine.start("a", Party::guarded))).isInstanceOf(RunFailed.class);
        assertThat(log).hasSize(2);
        assertThat(world.end(engine.start("b", Party::guarded)))
                .isInstanceOfSatisfying(
                        RunFailed.class,
                        failure -> assertThat(failure.getCause())
                                .isInstanceOf(PolicyRejected.class)
                                .hasMessageContaining("circuit breaker is open"));
        assertThat(log).hasSize(2);
    }

    @Test
    void policy_that_the_engine_does_not_have_leaves_the_run_stuck_and_names_those_there_are() {
        var engine = world.engine(options -> options.circuitBreaker("shop", CircuitBreaker.ofDefaults()), party);
        var run = engine.start("a", Party::guarded);
        world.sim.until(() -> world.events.contains("stuck"));
        assertThat(run.status().problem()).contains("\"bank\"").contains("[shop]");
    }

    @Test
    void G2_G8_waits_of_branches_that_were_brought_back_are_kept_when_others_are_written() {
        answers = what -> log.size() < 2 ? "!down" : what;
        var begin = world.sim.instant();
        world.engine(party).start("r", Party::both, Duration.ofHours(2));
        world.sim.let(Duration.ofMillis(300)); // the first attempt has failed, the second is not due
        world.crash();
        world.engine(party);
        world.sim.let(Duration.ofHours(1));
        assertThat(log).containsExactly("a", "a");
        world.crash();
        var run = world.engine(party).run("r");
        assertThat(world.end(run)).isEqualTo("anull");
        assertThat(world.sim.instant()).isBetween(begin.plusSeconds(7_200), begin.plusSeconds(7_201));
    }
}
