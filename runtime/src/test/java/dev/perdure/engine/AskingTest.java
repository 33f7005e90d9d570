package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.MethodRef;
import dev.perdure.RunStatus;
import dev.perdure.RunStatus.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What an operator sees of runs, and does to them by hand. */
final class AskingTest {
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
    private final Shop shop = new Shop(this::call);

    @Test
    void status_tells_undos_and_locals() {
        var run = world.engine(party).start("r", Party::trip, true);
        world.sim.let(Duration.ofMinutes(1));

        var status = run.status();
        assertThat(status.state()).isEqualTo(State.WAITING);
        assertThat(status.undos()).containsExactly("hotel", "flight");
        assertThat(status.locals()).containsEntry("flight", "\"flight\"").containsEntry("fail", "true");
    }

    @Test
    void status_tells_the_branches_that_have_not_ended() {
        answers = what -> what.startsWith("i1") ? "!down" : what;
        var run = world.engine(options -> options.parkThreshold(Duration.ofMillis(100)), party)
                .start("r", Party::ask, Party.names(3));
        world.sim.let(Duration.ofMillis(10));

        assertThat(run.status().branches())
                .hasSize(1)
                .hasEntrySatisfying("[1]", error -> assertThat(error).contains("!down"));
    }

    @Test
    void runs_are_found_by_state_method_label_and_local() {
        var engine = world.engine(party, shop);
        engine.start("a", Party::trip, true);
        engine.start("b", Party::trip, false);
        engine.start("c", Shop::buy, "tea", 1);
        world.end(engine.start("d", Party::vote));
        world.sim.let(Duration.ofMinutes(1));

        assertThat(ids(engine, Search.runs())).containsExactly("a", "b", "c", "d");
        assertThat(ids(engine, Search.runs().in(State.DONE))).containsExactly("d");
        MethodRef.F2<Party, Boolean, String> trip = Party::trip;
        assertThat(ids(engine, Search.runs().of(trip))).containsExactly("a", "b");
        assertThat(ids(engine, Search.runs().at("sleep"))).containsExactly("a", "b", "c");
        assertThat(ids(engine, Search.runs().with("fail", "false"))).containsExactly("b");
        assertThat(ids(engine, Search.runs().max(1).after("a"))).containsExactly("b");
        assertThat(ids(
                        engine,
                        Search.runs()
                                .started(
                                        world.sim.instant(), world.sim.instant().plusSeconds(1))))
                .isEmpty();
    }

    @Test
    void cancelled_run_is_seen_as_such_and_one_that_makes_something_of_it_is_not() {
        var engine = world.engine(party, shop);
        engine.start("a", Party::trip, false);
        engine.start("b", Party::trip, true);
        world.sim.let(Duration.ofMinutes(1));
        engine.run("a").cancel("enough");
        world.end(engine.run("a"));
        world.end(engine.run("b"));

        assertThat(engine.run("a").status().state()).isEqualTo(State.CANCELLED);
        assertThat(engine.run("b").status().state()).isEqualTo(State.FAILED);
        assertThat(ids(engine, Search.runs().in(State.CANCELLED))).containsExactly("a");
        assertThat(State.CANCELLED.terminal()).isTrue();
    }

    private static List<String> ids(Engine engine, Search search) {
        return engine.find(search).stream().map(RunStatus::id).toList();
    }

    @Test
    void next_attempt_is_made_at_once_on_request() {
        answers = what -> "!down";
        var engine = world.engine(shop);
        var run = engine.start("r", Shop::insist, Duration.ofMinutes(1), Duration.ofDays(10));
        world.sim.let(Duration.ofHours(1));
        int attempts = log.size();
        answers = what -> "up";
        run.retry();
        world.sim.let(Duration.ofMillis(100));
        assertThat(log).hasSize(attempts + 1);
        assertThat(world.end(run)).isEqualTo("up");
    }

    @Test
    void outcome_of_an_await_can_be_given_by_hand() {
        answers = what -> "!down";
        var engine = world.engine(shop);
        var run = engine.start("r", Shop::insist, Duration.ofMinutes(1), Duration.ofDays(10));
        world.sim.let(Duration.ofHours(1));
        run.complete("by hand");
        assertThat(world.end(run)).isEqualTo("by hand");
    }
}
