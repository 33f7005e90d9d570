package dev.perdure.testkit.store;

import static dev.perdure.store.Result.Status.APPLIED;
import static dev.perdure.store.Result.Status.CONFLICT;
import static dev.perdure.store.Result.Status.FENCED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Deliver;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Change.Start;
import dev.perdure.store.Lease;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a step does to other runs, what wakes a run whatever it waits for, and who hears of it. */
abstract class KinContract extends SignalContract {
    private static Start child(String id, String digest) {
        return new Start(id, METHOD, digest, payload("start " + id), null);
    }

    private static Deliver letter(String run, String name, String dedup) {
        return new Deliver(run, name, payload("x"), dedup);
    }

    private Change family(String run, Next next, List<Start> starts, List<Deliver> sends) {
        return new Change.Step(run, lease, whole("f2"), List.of(), next, starts, sends);
    }

    @Test
    void G2_G11_children_are_started_and_signals_sent_with_the_step() throws Exception {
        commit(start("p", lease), start("other"));
        assertThat(commit(family(
                        "p", MOVE, List.of(child("p/1", "d"), child("p/2", "d")), List.of(letter("other", "n", "k")))))
                .containsExactly(APPLIED);
        restart();
        assertThat(frame("p")).containsExactly("f2");
        assertThat(frame("p/1")).containsExactly("start p/1");
        assertThat(image("p/2").status()).isEqualTo(Status.READY);
        assertThat(image("other").mailbox()).hasSize(1);
    }

    @Test
    void G2_G7_step_that_is_rejected_starts_and_sends_nothing() {
        commit(start("p", lease), start("other"), new Start("taken", METHOD, "d1", payload("t"), null));
        var foreign = new Lease("b", lease.token() + 1, lease.until());
        var stale = new Change.Step(
                "p",
                foreign,
                whole("f2"),
                List.of(),
                MOVE,
                List.of(child("p/1", "d")),
                List.of(letter("other", "n", "k")));
        assertThat(commit(stale)).containsExactly(FENCED);
        var clash = family(
                "p", MOVE, List.of(child("p/1", "d"), child("taken", "another")), List.of(letter("other", "n", "k")));
        assertThat(commit(clash)).containsExactly(CONFLICT);

        assertThat(store.load(List.of("p/1")).join()).isEmpty();
        assertThat(image("other").mailbox()).isEmpty();
        assertThat(frame("p")).containsExactly("start p");
    }

    @Test
    void G11_child_that_is_there_already_is_the_same_one() {
        commit(start("p", lease));
        commit(family("p", MOVE, List.of(child("p/1", "d")), List.of()));
        assertThat(commit(family("p", MOVE, List.of(child("p/1", "d")), List.of())))
                .containsExactly(APPLIED);
        assertThat(frame("p/1")).containsExactly("start p/1");
    }

    @Test
    void signals_to_ended_and_unknown_runs_are_no_obstacle_to_a_step() {
        commit(start("p", lease), start("gone", lease), step("gone", lease, SAME, end("o")));
        assertThat(commit(family(
                        "p", end("o"), List.of(), List.of(letter("gone", "n", "k"), letter("nobody", "n", "k")))))
                .containsExactly(APPLIED);
    }

    @Test
    void G11_outcome_of_a_child_wakes_its_parent_once() {
        commit(start("p", lease), start("c", lease), step("p", lease, whole("f"), park(null, "@child/c")));
        commit(family("c", end("o"), List.of(), List.of(letter("p", "@child/c", "@child/c"))));
        assertThat(image("p").status()).isEqualTo(Status.READY);
        assertThat(commit(letter("p", "@child/c", "@child/c"))).containsExactly(Result.Status.EXISTS);
    }

    @Test
    void run_waits_for_the_first_of_several_signals() {
        commit(start("r", lease), step("r", lease, whole("f"), new Next.Park(null, Set.of("a", "b"))));
        commit(signal("r", "c", "x", null));
        assertThat(image("r").status()).isEqualTo(Status.PARKED);
        commit(signal("r", "b", "x", null));
        assertThat(image("r").status()).isEqualTo(Status.READY);
    }

    @Test
    void urgent_signal_that_a_run_knows_of_wakes_it_no_more() {
        commit(start("r", lease), signal("r", Change.CANCEL, "x", null));
        long seen = image("r").mailbox().get(0).number();
        commit(step("r", lease, whole("f"), new Next.Park(null, Set.of("a"), seen)));
        assertThat(image("r").status()).isEqualTo(Status.PARKED);
        commit(signal("r", Change.URGENT + "other", "y", null));
        assertThat(image("r").status()).isEqualTo(Status.READY);
    }

    @Test
    void urgent_signal_wakes_a_run_whatever_it_waits_for_early_and_late() {
        commit(
                start("r", lease),
                step("r", lease, whole("f"), park(clock.instant().plusSeconds(60), "a")));
        commit(signal("r", Change.CANCEL, "x", null));
        assertThat(image("r").status()).isEqualTo(Status.READY);

        commit(start("s", lease), signal("s", Change.CANCEL, "x", null));
        commit(step("s", lease, whole("f"), park(null, "a")));
        assertThat(image("s").status()).isEqualTo(Status.READY);
    }

    @Test
    void G6_end_is_refused_while_a_cancellation_is_not_consumed() {
        commit(start("r", lease));
        long number = commitOne(signal("r", Change.CANCEL, "x", null)).number();
        assertThat(commit(step("r", lease, SAME, end("o")))).containsExactly(CONFLICT);
        assertThat(image("r").status()).isEqualTo(Status.OWNED);
        assertThat(commit(step("r", lease, SAME, end("o"), number))).containsExactly(APPLIED);
    }

    @Test
    void owner_hears_of_signals_to_what_it_owns_and_of_no_others() {
        var heard = new ArrayList<String>();
        store.onMail(heard::add);
        commit(start("owned", lease), start("ready"));
        commit(signal("owned", "a", "x", null), signal("ready", "a", "x", null));
        assertThat(heard).containsExactly("owned");
    }
}
