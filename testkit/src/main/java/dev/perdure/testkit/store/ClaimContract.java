package dev.perdure.testkit.store;

import static dev.perdure.store.Result.Status.FENCED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Claim;
import dev.perdure.store.LeaseLost;
import dev.perdure.store.Queues;
import dev.perdure.store.RunImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Handing out runs: due ones, once, to one owner. */
abstract class ClaimContract extends KinContract {
    private void parked(String run, @Nullable Instant dueAt) {
        commit(start(run, lease), step(run, lease, SAME, park(dueAt, null)));
    }

    @Test
    void claimed_runs_belong_to_the_claimer() {
        commit(start("r"));
        var image = images(lease, 1).get(0);
        assertThat(image.status()).isEqualTo(RunImage.Status.OWNED);
        assertThat(image.owner()).isEqualTo(lease.token());
        assertThat(image).isEqualTo(image("r"));
        assertThat(claim(join("b"))).isEmpty();
    }

    @Test
    void G8_a_run_is_claimed_at_its_due_time_and_not_before() {
        var due = clock.instant().plusMillis(1500);
        parked("r", due);
        assertThat(image("r").dueAt()).isEqualTo(due);
        assertThat(claim(lease)).isEmpty();
        clock.advance(Duration.ofMillis(1499));
        assertThat(claim(lease)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(claim(lease)).containsExactly("r");
        assertThat(image("r").dueAt()).isNull();
        assertThat(claim(lease)).isEmpty();
    }

    @Test
    void G8_no_run_is_claimed_a_nanosecond_early() {
        var due = clock.instant().plusNanos(1_500_000_001);
        parked("r", due);
        clock.advance(Duration.ofMillis(1500));
        assertThat(claim(lease)).isEmpty();
        clock.advance(Duration.ofNanos(1_000));
        assertThat(claim(lease)).containsExactly("r");
    }

    @Test
    void G8_a_clock_that_steps_back_wakes_nobody_early() {
        parked("r", clock.instant().plusSeconds(10));
        clock.advance(Duration.ofHours(-1));
        clock.advance(Duration.ofSeconds(30));
        assertThat(claim(lease)).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(claim(join("a"))).containsExactly("r");
    }

    @Test
    void ready_runs_do_not_wait_for_a_clock_that_stepped_back() {
        commit(start("r"));
        clock.advance(Duration.ofHours(-1));
        assertThat(claim(lease)).containsExactly("r");
    }

    @Test
    void due_times_in_the_past_are_due_at_once_and_far_ones_never() {
        parked("past", clock.instant().minus(Duration.ofDays(30)));
        parked("ancient", Instant.MIN);
        parked("far", Instant.MAX);
        parked("never", null);
        assertThat(claim(lease)).containsExactly("ancient", "past");
        clock.advance(Duration.ofDays(10_000));
        assertThat(claim(join("a"))).doesNotContain("far", "never");
    }

    @Test
    void oldest_due_comes_first() {
        var now = clock.instant();
        parked("third", now.plusSeconds(3));
        parked("first", now.plusSeconds(1));
        parked("fifth", now.plusSeconds(5));
        clock.advance(Duration.ofSeconds(2));
        commit(start("second"));
        clock.advance(Duration.ofSeconds(2));
        commit(start("fourth"));
        clock.advance(Duration.ofSeconds(2));
        assertThat(claim(lease, 2)).containsExactly("first", "second");
        assertThat(claim(lease, 2)).containsExactly("third", "fourth");
        assertThat(claim(lease, 2)).containsExactly("fifth");
    }

    @Test
    void runs_of_other_methods_are_left() {
        for (int i = 0; i < 20; i++) commit(new Change.Start("o" + i, OTHER_METHOD, "d", payload("f"), null));
        commit(start("r"));
        assertThat(claim(lease, 1)).containsExactly("r");
        assertThat(claim(lease)).isEmpty();
        var both = new Claim(Set.of(METHOD, OTHER_METHOD, "never.seen()"), 100);
        assertThat(store.claim(lease, both).join()).hasSize(20);
        assertThat(store.claim(lease, new Claim(Set.of(), 10)).join()).isEmpty();
    }

    @Test
    void a_claim_takes_at_most_what_it_asks_for() {
        for (int i = 0; i < 10; i++) commit(start("r" + i));
        assertThat(claim(lease, 0)).isEmpty();
        assertThat(claim(lease, 4)).hasSize(4);
        assertThat(claim(lease, 100)).hasSize(6);
    }

    @Test
    void concurrent_claimers_never_share_a_run() throws Exception {
        for (int i = 0; i < 200; i++) commit(start("r" + i));
        var leases = List.of(lease, join("b"), join("c"), join("d"));
        var claimed = Together.run(4, thread -> {
            var mine = new ArrayList<String>();
            List<String> some;
            do {
                some = claim(leases.get(thread), 7);
                mine.addAll(some);
            } while (!some.isEmpty());
            return mine;
        });
        assertThat(claimed.stream().flatMap(List::stream)).hasSize(200).doesNotHaveDuplicates();
        for (int thread = 0; thread < 4; thread++)
            for (String run : claimed.get(thread))
                assertThat(image(run).owner()).isEqualTo(leases.get(thread).token());
    }

    @Test
    void G7_tokens_only_grow() throws Exception {
        long before = lease.token();
        for (String node : List.of("b", "a", "b")) {
            long next = join(node).token();
            assertThat(next).isGreaterThan(before);
            before = next;
        }
        restart();
        assertThat(lease.token()).isGreaterThan(before);
    }

    @Test
    void G7_joining_again_ends_the_older_lease_and_frees_its_runs() {
        commit(start("r", lease), step("r", lease, whole("f"), MOVE));
        var before = lease;
        lease = join("a");
        assertThatThrownBy(() -> store.renew(before, LEASE).join()).hasCauseInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> claim(before)).hasCauseInstanceOf(LeaseLost.class);
        assertThat(claim(lease)).containsExactly("r");
        assertThat(image("r").crashes()).isEqualTo(1);
        assertThat(frame("r")).containsExactly("f");
    }

    @Test
    void leaving_gives_runs_back_without_a_crash() {
        commit(start("r", lease), step("r", lease, whole("f"), MOVE), step("r", lease, part("p"), MOVE));
        store.leave(lease).join();
        assertThat(image("r").status()).isEqualTo(RunImage.Status.READY);
        assertThat(commit(step("r", lease, whole("x"), MOVE))).containsExactly(FENCED);
        assertThatThrownBy(() -> store.renew(lease, LEASE).join()).hasCauseInstanceOf(LeaseLost.class);
        var other = join("b");
        assertThat(claim(other)).containsExactly("r");
        assertThat(image("r").crashes()).isZero();
        assertThat(frame("r")).containsExactly("f", "p");
        store.leave(lease).join();
        assertThat(image("r").owner()).isEqualTo(other.token());
    }

    @Test
    void G14_crashes_are_counted_until_a_step() throws Exception {
        commit(start("r", lease));
        for (int crash = 1; crash <= 3; crash++) {
            restart();
            assertThat(images(lease, 1).get(0).crashes()).isEqualTo(crash);
        }
        commit(step("r", lease, part("p"), MOVE));
        assertThat(image("r").crashes()).isZero();
        restart();
        assertThat(images(lease, 1).get(0).crashes()).isEqualTo(1);
        commit(step("r", lease, SAME, new Next.Yield()));
        assertThat(images(lease, 1).get(0).crashes()).isZero();
    }

    @Test
    void G13_runs_are_claimed_by_their_crashes() throws Exception {
        commit(start("calm", lease), start("bad", lease));
        restart();
        claim(lease);
        commit(step("calm", lease, part("p"), MOVE), start("ready"));
        restart();

        var innocent = store.claim(lease, new Claim(Set.of(METHOD), 10, 0, 0)).join();
        var suspect = store.claim(lease, new Claim(Set.of(METHOD), 10, 1, 3)).join();
        assertThat(innocent).extracting(RunImage::id).containsExactlyInAnyOrder("calm", "ready");
        assertThat(suspect).extracting(RunImage::id, RunImage::crashes).containsExactly(tuple("bad", 2));
    }

    @Test
    void G14_leaving_keeps_the_count_of_crashes() throws Exception {
        commit(start("r", lease));
        restart();
        claim(lease);
        store.leave(lease).join();
        lease = join("a");
        assertThat(images(lease, 1).get(0).crashes()).isEqualTo(1);
    }

    @Test
    void an_unclaimed_orphan_is_claimed_over_many_restarts() throws Exception {
        commit(start("r", lease), step("r", lease, whole("f"), MOVE));
        for (int i = 0; i < 3; i++) restart();
        assertThat(image("r").crashes()).isZero();
        assertThat(claim(lease)).containsExactly("r");
    }

    @Test
    void next_due_is_the_first_of_the_named_methods() {
        assertThat(nextDue()).isAfter(clock.instant().plus(Duration.ofDays(10_000)));
        var now = clock.instant();
        parked("b", now.plusSeconds(7));
        parked("a", now.plusSeconds(9));
        parked("signal", null);
        commit(new Change.Start("o", OTHER_METHOD, "d", payload("f"), lease));
        commit(step("o", lease, SAME, park(now.plusSeconds(1), null)));
        store.leave(lease).join();
        assertThat(nextDue()).isEqualTo(now.plusSeconds(7));
        clock.advance(Duration.ofSeconds(8));
        assertThat(nextDue()).isEqualTo(now.plusSeconds(7));
        lease = join("a");
        assertThat(claim(lease)).containsExactly("b");
        commit(step("b", lease, SAME, end("ok")));
        store.leave(lease).join();
        assertThat(nextDue()).isEqualTo(now.plusSeconds(9));
    }

    private Instant nextDue() {
        return store.nextDue(Set.of(METHOD, "never.seen()"), Queues.ALL).join();
    }
}
