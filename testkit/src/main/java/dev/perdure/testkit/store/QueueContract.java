package dev.perdure.testkit.store;

import static dev.perdure.store.Result.Status.APPLIED;
import static dev.perdure.store.Result.Status.CONFLICT;
import static dev.perdure.store.Result.Status.DUPLICATE;
import static dev.perdure.store.Result.Status.EXISTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.Placement;
import dev.perdure.store.Query;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Queues;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Queues: who is handed out when. */
abstract class QueueContract extends ClaimContract {
    protected static final Set<String> METHODS = Set.of(METHOD, "never.seen()");

    protected static Change.Start queued(String run, String queue) {
        return queued(run, new Placement(queue, 0, null));
    }

    protected static Change.Start queued(String run, Placement placement) {
        return queued(run, placement, null, null);
    }

    protected static Change.Start queued(
            String run, Placement placement, @Nullable Instant notBefore, @Nullable String dedup) {
        return new Change.Start(run, METHOD, "d1", payload("start " + run), null, placement, notBefore, dedup);
    }

    protected void limit(QueueLimits limits) {
        store.limit(limits).join();
    }

    protected void startMany(String prefix, String queue, int runs) {
        for (int i = 0; i < runs; i++) {
            commit(queued(prefix + i, queue));
            clock.advance(Duration.ofMillis(1));
        }
    }

    protected List<String> claimOf(Lease by, int max, String... queues) {
        var claim = new Claim(METHODS, Queues.of(queues), max, 0, Integer.MAX_VALUE);
        return store.claim(by, claim).join().stream().map(RunImage::id).toList();
    }

    protected Instant nextDue() {
        return store.nextDue(METHODS, Queues.ALL).join();
    }

    protected void endRun(String run) {
        assertThat(commit(step(run, lease, SAME, end("ok")))).containsExactly(APPLIED);
    }

    @Test
    void a_run_is_handed_out_to_those_who_serve_its_queue() {
        commit(queued("gpu-1", "gpu"), queued("mail-1", "mail"), start("plain"));
        assertThat(claimOf(lease, 10)).isEmpty();
        assertThat(claimOf(lease, 10, "nobody-has-named-this")).isEmpty();
        assertThat(claimOf(lease, 10, "gpu")).containsExactly("gpu-1");
        assertThat(claimOf(lease, 10, "default")).containsExactly("plain");
        assertThat(claim(lease)).containsExactly("mail-1");
    }

    @Test
    void a_run_keeps_its_place_in_line_through_its_life() throws Exception {
        var placement = new Placement("gpu", 7, "c-1");
        limit(QueueLimits.of("gpu").atOnce(3));
        commit(queued("r", placement));
        assertThat(image("r").placement()).isEqualTo(placement);
        assertThat(images(lease, 1).get(0).placement()).isEqualTo(placement);
        commit(step("r", lease, whole("f"), park(null, "s")));
        restart();
        assertThat(image("r").placement()).isEqualTo(placement);
        commit(signal("r", "s", "v", null));
        claim(lease);
        endRun("r");
        assertThat(image("r").placement()).isEqualTo(placement);
        assertThat(image("never").placement()).isEqualTo(Placement.DEFAULT);
    }

    @Override
    protected RunImage image(String run) {
        if (run.equals("never")) commit(start("never"));
        return super.image(run);
    }

    @Test
    void the_highest_priority_goes_first_and_then_the_oldest() {
        int[] priorities = {0, 5, -3, 5, 0};
        for (int i = 0; i < priorities.length; i++) {
            commit(queued("r" + i, new Placement("gpu", priorities[i], null)));
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(claim(lease, 1)).containsExactly("r1");
        assertThat(claim(lease, 2)).containsExactlyInAnyOrder("r3", "r0");
        assertThat(claim(lease, 2)).containsExactly("r4", "r2");
    }

    @Test
    void G13_a_long_queue_does_not_keep_others_waiting() {
        startMany("long", "a", 50);
        startMany("short", "b", 2);
        limit(QueueLimits.of("c").atOnce(100));
        startMany("limited", "c", 50);
        commit(start("plain"));
        assertThat(claim(lease, 12)).contains("short0", "short1", "plain").anyMatch(run -> run.startsWith("limited"));
    }

    @Test
    void G8_a_run_that_is_to_begin_later_does_not_begin_before() {
        var due = clock.instant().plusSeconds(60);
        commit(queued("r", Placement.DEFAULT, due, null));
        assertThat(image("r").status()).isEqualTo(Status.PARKED);
        assertThat(image("r").dueAt()).isEqualTo(due);
        assertThat(nextDue()).isEqualTo(due);
        commit(signal("r", "s", "v", null));
        clock.advance(Duration.ofSeconds(59));
        assertThat(claim(join("a"))).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(claim(join("a"))).containsExactly("r");
    }

    @Test
    void a_run_that_is_to_begin_later_can_be_cancelled_before() {
        commit(queued("r", new Placement("gpu", 0, null), clock.instant().plusSeconds(60), null));
        commit(signal("r", Change.CANCEL, "why", null));
        assertThat(claim(lease)).containsExactly("r");
    }

    @Test
    void one_run_with_a_mark_at_a_time_is_on_a_queue() {
        var gpu = new Placement("gpu", 0, null);
        assertThat(commit(queued("r1", gpu, null, "m"))).containsExactly(APPLIED);
        var second = commitOne(queued("r2", gpu, null, "m"));
        assertThat(second).isEqualTo(Result.duplicateOf("r1"));
        assertThat(commit(queued("r1", gpu, null, "m"), queued("r3", gpu, null, "other")))
                .containsExactly(EXISTS, APPLIED);
        assertThat(commit(queued("r4", new Placement("mail", 0, null), null, "m"), queued("r5", gpu, null, null)))
                .containsExactly(APPLIED, APPLIED);
        assertThat(store.load(List.of("r2")).join()).isEmpty();
        assertThat(commit(new Change.Start("r1", METHOD, "other", payload("x"), null, gpu, null, "m")))
                .containsExactly(CONFLICT);
        claim(lease);
        assertThat(commit(step("r1", lease, SAME, park(null, "s")), queued("r6", gpu, null, "m")))
                .containsExactly(APPLIED, DUPLICATE);
        commit(signal("r1", "s", "v", null));
        claim(lease);
        assertThat(commit(step("r1", lease, SAME, end("ok"), 1L), queued("r6", gpu, null, "m")))
                .containsExactly(APPLIED, APPLIED);
        assertThat(commit(queued("r7", gpu, null, "m"), queued("r8", gpu, null, "new"), queued("r9", gpu, null, "new")))
                .containsExactly(DUPLICATE, APPLIED, DUPLICATE);
    }

    @Test
    void work_is_told_of_when_a_run_is_started_that_begins_later() {
        var told = new AtomicInteger();
        store.onWork(told::incrementAndGet);
        commit(queued("r", Placement.DEFAULT, clock.instant().plusSeconds(60), null));
        assertThat(told).hasPositiveValue();
        told.set(0);
        commit(queued("s", new Placement("gpu", 0, null), clock.instant().plusSeconds(60), "m"));
        assertThat(told).hasPositiveValue();
    }

    @Test
    void a_run_of_a_queue_cannot_be_started_past_its_line() {
        assertThatThrownBy(() -> new Change.Start(
                        "r", METHOD, "d", payload("x"), lease, new Placement("gpu", 0, null), null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("r");
    }

    @Test
    void pages_can_be_narrowed_by_queue() {
        startMany("g", "gpu", 3);
        startMany("m", "mail", 2);
        commit(start("plain"));
        assertThat(find("gpu")).containsExactly("g0", "g1", "g2");
        assertThat(find("default")).containsExactly("plain");
        assertThat(find("none")).isEmpty();
    }

    private List<String> find(String queue) {
        return store.find(new Query(Set.of(), null, queue, null, 10)).join().runs().stream()
                .map(RunImage::id)
                .toList();
    }
}
