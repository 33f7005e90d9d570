package dev.perdure.testkit.store;

import static dev.perdure.store.Result.Status.APPLIED;
import static dev.perdure.store.Result.Status.FENCED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Query;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Steps of owned runs: what they write, what comes then, and who may. */
abstract class StepContract extends StartContract {
    @Test
    void a_whole_frame_replaces_all_before_it() {
        commit(start("r", lease), step("r", lease, part("p1"), MOVE));
        assertThat(commit(step("r", lease, whole("f1"), MOVE))).containsExactly(Result.Status.APPLIED);
        assertThat(frame("r")).containsExactly("f1");
        commit(step("r", lease, whole("f2"), MOVE));
        assertThat(frame("r")).containsExactly("f2");
    }

    @Test
    void parts_are_kept_in_order_behind_the_frame() throws Exception {
        commit(start("r", lease), start("s", lease));
        var expected = new ArrayList<>(List.of("start r"));
        for (int i = 0; i < 25; i++) {
            commit(step("r", lease, part("p" + i), MOVE), step("s", lease, part("s" + i), MOVE));
            expected.add("p" + i);
        }
        assertThat(frame("r")).isEqualTo(expected);
        restart();
        assertThat(frame("r")).isEqualTo(expected);
        images(lease, 10);
        commit(step("r", lease, part("last"), MOVE));
        expected.add("last");
        assertThat(frame("r")).isEqualTo(expected);
        assertThat(frame("s")).hasSize(26);
    }

    @Test
    void parts_go_on_behind_a_new_whole_frame() {
        commit(start("r", lease), step("r", lease, part("old"), MOVE), step("r", lease, whole("f"), MOVE));
        commit(step("r", lease, part("new"), MOVE));
        assertThat(frame("r")).containsExactly("f", "new");
    }

    @Test
    void same_leaves_the_checkpoint_as_it_is() {
        commit(start("r", lease), step("r", lease, whole("f"), MOVE), step("r", lease, part("p"), MOVE));
        clock.advance(Duration.ofSeconds(1));
        assertThat(commit(step("r", lease, SAME, MOVE))).containsExactly(Result.Status.APPLIED);
        assertThat(frame("r")).containsExactly("f", "p");
        assertThat(image("r").updatedAt()).isEqualTo(clock.instant());
    }

    @Test
    void checkpoints_survive_parking_and_claiming_in_every_combination() throws Exception {
        commit(start("whole", lease), start("part", lease), start("same", lease));
        for (int round = 0; round < 3; round++) {
            commit(
                    step("whole", lease, whole("w" + round), park(clock.instant(), null)),
                    step("part", lease, part("p" + round), park(clock.instant(), null)),
                    step("same", lease, SAME, park(clock.instant(), null)));
            if (round == 1) restart();
            assertThat(claim(lease)).containsExactlyInAnyOrder("whole", "part", "same");
        }
        assertThat(frame("whole")).containsExactly("w2");
        assertThat(frame("part")).containsExactly("start part", "p0", "p1", "p2");
        assertThat(frame("same")).containsExactly("start same");
    }

    @Test
    void a_frame_written_while_owned_outlives_a_park_without_one() throws Exception {
        commit(start("r", lease), step("r", lease, whole("old"), park(clock.instant(), null)));
        claim(lease);
        commit(step("r", lease, whole("new"), MOVE), step("r", lease, SAME, park(clock.instant(), null)));
        assertThat(frame("r")).containsExactly("new");
        restart();
        assertThat(text(images(lease, 1).get(0).frame().get(0))).isEqualTo("new");
    }

    @Test
    void an_ended_run_keeps_its_outcome_and_drops_the_rest() throws Exception {
        commit(start("r", lease), signal("r", "s", "v", null), step("r", lease, part("p"), MOVE));
        clock.advance(Duration.ofSeconds(5));
        assertThat(commit(step("r", lease, whole("f"), end("receipt")))).containsExactly(Result.Status.APPLIED);
        restart();
        var image = image("r");
        assertThat(image.status()).isEqualTo(Status.DONE);
        assertThat(image.outcome()).isEqualTo(payload("receipt"));
        assertThat(image.frame()).isEmpty();
        assertThat(image.mailbox()).isEmpty();
        assertThat(image.owner()).isZero();
        assertThat(image.startedAt()).isEqualTo(clock.instant().minusSeconds(5));
        assertThat(image.updatedAt()).isEqualTo(clock.instant());
        assertThat(claim(lease)).isEmpty();
    }

    @Test
    void a_cancelled_run_is_one_that_has_ended() {
        commit(start("c", lease), start("d", lease));
        commit(step("c", lease, SAME, new Next.End(Status.CANCELLED, payload("enough"))));
        commit(step("d", lease, SAME, end("done")));
        assertThat(image("c").status()).isEqualTo(Status.CANCELLED);
        assertThat(image("c").outcome()).isEqualTo(payload("enough"));
        var cancelled = new Query(Set.of(Status.CANCELLED), null, null, 10);
        assertThat(store.find(cancelled).join().runs()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(store.prune(clock.instant(), 10).join()).isEqualTo(2);
    }

    @Test
    void a_failed_run_keeps_its_outcome() {
        commit(start("r", lease), step("r", lease, SAME, new Next.End(true, payload("boom"))));
        assertThat(image("r").status()).isEqualTo(Status.FAILED);
        assertThat(image("r").outcome()).isEqualTo(payload("boom"));
    }

    @Test
    void a_stuck_run_waits_visibly_and_is_not_claimed() throws Exception {
        commit(start("r", lease), signal("r", "s", "v", null));
        commit(step("r", lease, whole("f"), new Next.Stick("no such code")));
        restart();
        assertThat(image("r").status()).isEqualTo(Status.STUCK);
        assertThat(image("r").problem()).isEqualTo("no such code");
        assertThat(frame("r")).containsExactly("f");
        assertThat(image("r").mailbox()).hasSize(1);
        commit(signal("r", "s", "again", null));
        clock.advance(Duration.ofDays(1000));
        assertThat(claim(join("a"))).isEmpty();
    }

    @Test
    void a_stuck_run_that_is_resumed_is_ready_with_all_it_had() throws Exception {
        commit(start("r", lease), signal("r", "s", "v", null), step("r", lease, whole("f"), new Next.Stick("why")));
        assertThat(commit(new Change.Resume("r"))).containsExactly(Result.Status.APPLIED);
        restart();
        assertThat(image("r").problem()).isNull();
        assertThat(image("r").crashes()).isZero();
        assertThat(claim(join("b"))).containsExactly("r");
        assertThat(frame("r")).containsExactly("f");
        assertThat(image("r").mailbox()).hasSize(1);
    }

    @Test
    void resuming_what_is_not_stuck_changes_nothing() {
        commit(
                start("moving", lease),
                start("ended", lease),
                step("ended", lease, SAME, new Next.End(false, payload("x"))));
        assertThat(commit(new Change.Resume("moving"), new Change.Resume("ended"), new Change.Resume("nobody")))
                .containsExactly(Result.Status.EXISTS, Result.Status.ENDED, Result.Status.UNKNOWN);
        assertThat(image("moving").status()).isEqualTo(Status.OWNED);
    }

    @Test
    void a_yielded_run_is_ready_for_anyone() {
        commit(start("r", lease), step("r", lease, whole("f"), new Next.Yield()));
        assertThat(image("r").status()).isEqualTo(Status.READY);
        assertThat(commit(step("r", lease, whole("g"), MOVE))).containsExactly(FENCED);
        assertThat(claim(join("b"))).containsExactly("r");
        assertThat(frame("r")).containsExactly("f");
    }

    @Test
    void G7_only_the_owner_may_step() {
        var other = join("b");
        commit(start("mine", lease), start("free"), start("theirs", other));
        assertThat(commit(
                        step("mine", other, whole("x"), MOVE),
                        step("free", lease, whole("x"), MOVE),
                        step("theirs", lease, whole("x"), end("x")),
                        step("none", lease, whole("x"), MOVE)))
                .containsExactly(FENCED, FENCED, FENCED, FENCED);
        for (String run : List.of("mine", "free", "theirs"))
            assertThat(frame(run)).containsExactly("start " + run);
        assertThat(store.load(List.of("none")).join()).isEmpty();
    }

    @Test
    void G7_an_owner_whose_lease_is_over_can_change_nothing() {
        commit(start("r", lease));
        var before = lease;
        lease = join("a");
        assertThat(commit(step("r", before, whole("x"), MOVE), step("r", before, SAME, end("x"))))
                .containsExactly(FENCED, FENCED);
        assertThat(claim(lease)).containsExactly("r");
        assertThat(commit(step("r", before, whole("x"), MOVE))).containsExactly(FENCED);
        assertThat(commit(step("r", lease, whole("y"), MOVE))).containsExactly(Result.Status.APPLIED);
        assertThat(frame("r")).containsExactly("y");
    }

    @Test
    void G7_a_former_owner_is_fenced_after_it_gave_the_run_back() {
        var other = join("b");
        commit(start("r", lease), step("r", lease, SAME, park(clock.instant(), null)));
        assertThat(claim(other)).containsExactly("r");
        assertThat(commit(step("r", lease, whole("x"), MOVE))).containsExactly(FENCED);
    }

    @Test
    void G6_an_ended_run_never_changes_again() {
        commit(start("r", lease), step("r", lease, SAME, end("first")));
        assertThat(commit(step("r", lease, SAME, end("second")), step("r", lease, whole("x"), MOVE)))
                .containsExactly(FENCED, FENCED);
        assertThat(image("r").outcome()).isEqualTo(payload("first"));
    }

    @Test
    void G2_a_rejected_step_leaves_no_trace() {
        var other = join("b");
        commit(start("r", lease), signal("r", "s", "v", null));
        long number = image("r").mailbox().get(0).number();
        assertThat(commit(step("r", other, whole("x"), park(clock.instant(), "s"), number)))
                .containsExactly(FENCED);
        assertThat(image("r").mailbox()).hasSize(1);
        assertThat(image("r").status()).isEqualTo(Status.OWNED);
        assertThat(frame("r")).containsExactly("start r");
    }

    @Test
    void a_rejected_change_leaves_its_neighbours_alone() {
        var other = join("b");
        commit(start("a", lease), start("b", lease), start("c", lease));
        assertThat(commit(
                        step("a", lease, whole("a1"), MOVE),
                        step("b", other, whole("b1"), MOVE),
                        step("c", lease, whole("c1"), MOVE)))
                .containsExactly(APPLIED, FENCED, APPLIED);
        assertThat(frame("a")).containsExactly("a1");
        assertThat(frame("b")).containsExactly("start b");
        assertThat(frame("c")).containsExactly("c1");
    }

    @Test
    void changes_of_a_batch_are_applied_in_order() {
        assertThat(commit(
                        start("r", lease),
                        step("r", lease, whole("f1"), MOVE),
                        step("r", lease, part("p1"), MOVE),
                        step("r", lease, SAME, end("ok")),
                        step("r", lease, whole("late"), MOVE),
                        start("s", lease),
                        step("s", lease, whole("s1"), MOVE)))
                .containsExactly(APPLIED, APPLIED, APPLIED, APPLIED, FENCED, APPLIED, APPLIED);
        assertThat(image("r").status()).isEqualTo(Status.DONE);
        assertThat(frame("s")).containsExactly("s1");
    }

    @Test
    void G1_steps_are_there_after_a_restart() throws Exception {
        for (int i = 0; i < 40; i++) commit(start("r" + i, lease), step("r" + i, lease, whole("f" + i), MOVE));
        restart();
        for (int i = 0; i < 40; i++) assertThat(frame("r" + i)).containsExactly("f" + i);
    }

    @Test
    void readers_see_what_was_acknowledged_before_they_asked() throws Exception {
        var stale = Together.run(4, thread -> {
            var run = "r" + thread;
            commit(start(run, lease));
            int missed = 0;
            for (int i = 0; i < 40; i++) {
                commit(step(run, lease, i % 5 == 0 ? whole("f" + i) : part("f" + i), MOVE));
                var frame = frame(run);
                if (!frame.get(frame.size() - 1).equals("f" + i)) missed++;
            }
            return missed;
        });
        assertThat(stale).containsOnly(0);
    }

    @Test
    void empty_and_large_payloads_are_kept() throws Exception {
        var large = "x".repeat(5_000_000);
        commit(start("r", lease), step("r", lease, whole(large), MOVE), step("r", lease, part(""), MOVE));
        assertThat(frame("r")).containsExactly(large, "");
        commit(step("r", lease, part(large), park(clock.instant(), null)));
        restart();
        assertThat(frame("r")).containsExactly(large, "", large);
        claim(lease);
        commit(step("r", lease, SAME, end(large)));
        assertThat(image("r").outcome()).isEqualTo(payload(large));
    }
}
