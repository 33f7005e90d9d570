package dev.perdure.testkit.store;

import static dev.perdure.store.Result.Status.APPLIED;
import static dev.perdure.store.Result.Status.CONFLICT;
import static dev.perdure.store.Result.Status.EXISTS;
import static dev.perdure.store.Result.Status.FENCED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Change;
import dev.perdure.store.RunImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Starting runs. */
abstract class StartContract extends StoreRig {
    @Test
    void started_run_without_owner_is_ready() {
        assertThat(commit(start("r"))).containsExactly(APPLIED);

        var image = image("r");
        assertThat(image.status()).isEqualTo(RunImage.Status.READY);
        assertThat(image.owner()).isZero();
        assertThat(image.method()).isEqualTo(METHOD);
        assertThat(image.digest()).isEqualTo("d1");
        assertThat(image.crashes()).isZero();
        assertThat(image.dueAt()).isNull();
        assertThat(image.signal()).isNull();
        assertThat(image.problem()).isNull();
        assertThat(image.outcome()).isNull();
        assertThat(image.mailbox()).isEmpty();
        assertThat(image.startedAt()).isEqualTo(clock.instant());
        assertThat(image.updatedAt()).isEqualTo(clock.instant());
        assertThat(frame("r")).containsExactly("start r");
    }

    @Test
    void started_run_with_owner_is_owned_by_it() {
        assertThat(commit(start("r", lease))).containsExactly(APPLIED);

        assertThat(image("r").status()).isEqualTo(RunImage.Status.OWNED);
        assertThat(image("r").owner()).isEqualTo(lease.token());
        assertThat(frame("r")).containsExactly("start r");
        assertThat(claim(lease)).isEmpty();
    }

    @Test
    void G10_same_id_and_input_is_the_same_run() {
        commit(start("r"));
        assertThat(commit(start("r"), start("r", lease))).containsExactly(EXISTS, EXISTS);

        assertThat(image("r").status()).isEqualTo(RunImage.Status.READY);
        assertThat(claim(lease)).containsExactly("r");
    }

    @Test
    void G10_same_id_with_another_input_or_method_is_a_conflict() {
        commit(start("r"));
        var otherInput = new Change.Start("r", METHOD, "d2", payload("x"), null);
        var otherMethod = new Change.Start("r", OTHER_METHOD, "d1", payload("x"), lease);

        assertThat(commit(otherInput, otherMethod)).containsExactly(CONFLICT, CONFLICT);
        assertThat(frame("r")).containsExactly("start r");
        assertThat(image("r").method()).isEqualTo(METHOD);
    }

    @Test
    void G10_an_ended_run_keeps_its_id() {
        commit(start("r", lease), step("r", lease, SAME, end("ok")));
        assertThat(commit(start("r"))).containsExactly(EXISTS);
        assertThat(commit(new Change.Start("r", METHOD, "d2", payload("x"), lease)))
                .containsExactly(CONFLICT);
        assertThat(image("r").status()).isEqualTo(RunImage.Status.DONE);
    }

    @Test
    void G10_the_same_id_twice_in_a_batch_makes_one_run() {
        assertThat(commit(start("r", lease), start("r", lease), start("r"))).containsExactly(APPLIED, EXISTS, EXISTS);
        assertThat(image("r").status()).isEqualTo(RunImage.Status.OWNED);
    }

    @Test
    void G10_concurrent_starts_of_one_id_make_one_run() throws Exception {
        var applied = Together.run(
                8,
                thread -> IntStream.range(0, 50)
                        .filter(i -> commitOne(start("r" + i)).applied())
                        .count());
        assertThat(applied.stream().mapToLong(Long::longValue).sum()).isEqualTo(50);
        assertThat(claim(lease)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void G7_start_under_a_lease_that_is_over_is_fenced() {
        var before = lease;
        lease = join("a");
        assertThat(commit(start("r", before))).containsExactly(FENCED);
        assertThat(store.load(List.of("r")).join()).isEmpty();
        assertThat(commit(start("r", lease))).containsExactly(APPLIED);
    }

    @Test
    void ids_of_any_letters_and_sizes_are_kept() {
        var ids = List.of("x", "with space", "Ünïcödé 漢字 🎈", "a".repeat(255), "'; DROP TABLE run; --", "%_?\\");
        for (String id : ids) assertThat(commit(start(id))).containsExactly(APPLIED);
        for (String id : ids) assertThat(frame(id)).containsExactly("start " + id);
        assertThat(claim(lease)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void G1_starts_are_there_after_a_restart() throws Exception {
        commit(start("ready"), start("owned", lease));
        restart();
        assertThat(frame("ready")).containsExactly("start ready");
        assertThat(frame("owned")).containsExactly("start owned");
        assertThat(commit(start("ready"), start("owned"))).containsExactly(EXISTS, EXISTS);
        assertThat(claim(lease)).containsExactlyInAnyOrder("ready", "owned");
    }

    @Test
    void an_empty_batch_has_no_results() {
        assertThat(commit()).isEmpty();
    }

    @Test
    void unknown_ids_have_no_image() {
        commit(start("r"));
        assertThat(store.load(List.of("nope", "r", "r")).join()).hasSize(1);
        assertThat(store.load(List.of()).join()).isEmpty();
    }
}
