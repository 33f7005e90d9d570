package dev.perdure.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Change.Next;
import dev.perdure.store.Claim;
import dev.perdure.store.Placement;
import dev.perdure.store.Query;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Queues;
import dev.perdure.store.RunImage.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Queues: that limits are kept, and that places which come free are taken. */
abstract class QueueLimitContract extends QueueContract {
    @Test
    void priority_holds_in_queues_with_limits_too() {
        limit(QueueLimits.of("gpu").atOnce(1));
        commit(queued("low", "gpu"));
        clock.advance(Duration.ofSeconds(1));
        commit(queued("high", new Placement("gpu", 1, null)));
        assertThat(claim(lease)).containsExactly("high");
    }

    @Test
    void G12_no_more_move_than_the_limit_and_the_next_follows_when_one_ends_or_parks() {
        limit(QueueLimits.of("gpu").atOnce(2));
        startMany("r", "gpu", 5);
        assertThat(claim(lease)).containsExactly("r0", "r1");
        assertThat(claim(lease)).isEmpty();
        assertThat(claim(join("b"))).isEmpty();
        commit(step("r0", lease, SAME, MOVE));
        assertThat(claim(lease)).isEmpty();
        endRun("r0");
        assertThat(claim(lease)).containsExactly("r2");
        commit(step("r1", lease, SAME, park(null, "s")));
        assertThat(claim(lease)).containsExactly("r3");
        commit(step("r2", lease, SAME, new Next.Stick("why")));
        assertThat(claim(lease)).containsExactly("r4");
    }

    @Test
    void G12_a_run_that_wakes_waits_for_a_place() {
        limit(QueueLimits.of("gpu").atOnce(1));
        var due = clock.instant().plusSeconds(3);
        startMany("r", "gpu", 1);
        claim(lease);
        commit(step("r0", lease, SAME, park(due, null)));
        startMany("s", "gpu", 1);
        assertThat(claim(lease)).containsExactly("s0");
        clock.advance(Duration.ofSeconds(4));
        assertThat(claim(lease)).isEmpty();
        assertThat(image("r0").status()).isEqualTo(Status.READY);
        assertThat(nextDue()).isAfter(clock.instant()); // only a place is missing, and no time brings that
        endRun("s0");
        assertThat(claim(lease)).containsExactly("r0");
    }

    @Test
    void G12_a_queue_can_hold_its_places_until_the_end() {
        limit(QueueLimits.of("gpu").atOnce(1).holdUntilEnd());
        startMany("r", "gpu", 2);
        assertThat(claim(lease)).containsExactly("r0");
        commit(step("r0", lease, SAME, park(null, "s")));
        assertThat(claim(lease)).isEmpty();
        commit(signal("r0", "s", "v", null));
        assertThat(claim(lease)).containsExactly("r0");
        commit(step("r0", lease, SAME, new Next.Yield()));
        assertThat(claim(lease)).containsExactly("r0");
        endRun("r0");
        assertThat(claim(lease)).containsExactly("r1");
        commit(step("r1", lease, SAME, new Next.Stick("why")));
        startMany("s", "gpu", 1);
        assertThat(claim(lease)).containsExactly("s0");
    }

    @Test
    void G12_a_node_takes_no_more_than_its_own_limit() {
        limit(QueueLimits.of("gpu").perNode(2));
        startMany("r", "gpu", 5);
        assertThat(claim(lease)).containsExactly("r0", "r1");
        var other = join("b");
        assertThat(claim(other)).containsExactly("r2", "r3");
        assertThat(claim(lease)).isEmpty();
        endRun("r0");
        assertThat(claim(other)).isEmpty();
        assertThat(claim(lease)).containsExactly("r4");
    }

    @Test
    void G12_runs_of_one_key_go_one_after_the_other_and_hold_up_no_other_key() {
        limit(QueueLimits.of("gpu").perKey(1));
        for (int i = 0; i < 250; i++) commit(queued("a" + i, new Placement("gpu", 1, "a")));
        clock.advance(Duration.ofSeconds(1));
        commit(queued("b0", new Placement("gpu", 0, "b")), queued("b1", new Placement("gpu", 0, "b")));
        commit(queued("none0", "gpu"), queued("none1", "gpu"));
        var first = claim(lease, 10);
        assertThat(first).hasSize(4).contains("none0", "none1").containsAnyOf("b0", "b1");
        assertThat(claim(lease, 10)).isEmpty();
        for (int i = 1; i < 4; i++) {
            var moving = first.stream()
                    .filter(run -> run.startsWith("a"))
                    .findFirst()
                    .orElseThrow();
            commit(step(moving, lease, SAME, end("ok")));
            first = claim(lease, 10);
            assertThat(first).hasSize(1).allMatch(run -> run.startsWith("a"));
        }
    }

    @Test
    void G12_those_who_wait_behind_a_key_follow_in_their_order() throws Exception {
        limit(QueueLimits.of("gpu").perKey(1));
        for (int i = 0; i < 4; i++) {
            commit(queued("r" + i, new Placement("gpu", i == 3 ? 9 : 0, "k")));
            if (i == 0) assertThat(claim(lease)).containsExactly("r0");
            else assertThat(claim(lease)).isEmpty();
            clock.advance(Duration.ofMillis(5));
        }
        restart();
        assertThat(claim(lease)).containsExactly("r0");
        for (String next : List.of("r3", "r1", "r2")) {
            var moving = store.find(new Query(Set.of(Status.OWNED), null, null, 10))
                    .join()
                    .runs()
                    .get(0)
                    .id();
            endRun(moving);
            assertThat(claim(lease)).containsExactly(next);
        }
    }

    @Test
    void G12_no_more_begin_within_a_period_than_the_rate_and_going_on_is_free() {
        limit(QueueLimits.of("mail").rate(2, Duration.ofSeconds(5)));
        startMany("r", "mail", 4);
        var begin = clock.instant();
        assertThat(claim(lease)).containsExactly("r0", "r1");
        assertThat(claim(lease)).isEmpty();
        assertThat(nextDue()).isEqualTo(begin.plusSeconds(5));
        commit(step("r0", lease, SAME, new Next.Yield()));
        assertThat(claim(lease)).containsExactly("r0");
        clock.advance(Duration.ofMillis(4_999));
        assertThat(claim(lease)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        store.leave(lease).join();
        lease = join("a");
        assertThat(claim(lease)).containsExactlyInAnyOrder("r0", "r1", "r2", "r3");
        assertThat(claim(lease)).isEmpty();
    }

    @Test
    void G13_a_rate_that_opens_between_a_claim_and_the_question_is_told_of_whoever_claimed_meanwhile()
            throws Exception {
        limit(QueueLimits.of("mail").rate(1, Duration.ofSeconds(5)));
        startMany("r", "mail", 2);
        assertThat(claim(lease)).containsExactly("r0");
        assertThat(claim(lease)).isEmpty();
        var told = new CountDownLatch(1);
        clock.advance(Duration.ofSeconds(5));
        var suspects = new Claim(Set.of(METHOD), Queues.ALL, 9, 2, Integer.MAX_VALUE);
        assertThat(store.claim(lease, suspects).join()).isEmpty();
        store.onWork(told::countDown);
        boolean now = !nextDue().isAfter(clock.instant()); // or else the store has to say so by itself, and soon
        assertThat(now || told.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(claim(lease)).containsExactly("r1");
        assertThat(nextDue()).isAfter(clock.instant());
    }

    @Test
    void G13_what_a_claim_may_not_take_stays_due_for_those_that_may() {
        limit(QueueLimits.of("mail").atOnce(1));
        startMany("r", "mail", 1);
        assertThat(claim(lease)).containsExactly("r0");
        commit(step("r0", lease, SAME, park(clock.instant().plusSeconds(5), null)));
        clock.advance(Duration.ofSeconds(5));
        var suspects = new Claim(Set.of(METHOD), Queues.ALL, 9, 2, Integer.MAX_VALUE);
        assertThat(store.claim(lease, suspects).join()).isEmpty();
        assertThat(nextDue()).isBeforeOrEqualTo(clock.instant());
        assertThat(claim(lease)).containsExactly("r0");
    }

    @Test
    void G12_a_run_whose_node_died_keeps_its_place_until_another_goes_on_with_it() throws Exception {
        limit(QueueLimits.of("gpu").atOnce(1));
        startMany("r", "gpu", 2);
        assertThat(claim(lease)).containsExactly("r0");
        commit(step("r0", lease, whole("f"), MOVE));
        restart();
        assertThat(claim(lease)).containsExactly("r0");
        assertThat(claim(lease)).isEmpty();
        endRun("r0");
        assertThat(claim(lease)).containsExactly("r1");
    }

    @Test
    void G12_a_node_takes_over_no_more_than_its_own_limit() throws Exception {
        limit(QueueLimits.of("gpu").perNode(2));
        startMany("r", "gpu", 4);
        assertThat(claim(lease)).hasSize(2);
        var other = join("b");
        assertThat(claim(other)).hasSize(2);
        restart();
        if (leasesExpire()) clock.advance(LEASE);
        lease = join("a");
        assertThat(claim(lease)).hasSize(2);
        assertThat(claim(lease)).isEmpty();
        assertThat(nextDue()).isAfter(clock.instant());
        for (var run : store.find(new Query(Set.of(Status.OWNED), null, null, 10))
                .join()
                .runs()) if (run.owner() == lease.token()) endRun(run.id());
        assertThat(claim(lease)).hasSize(2);
    }

    @Test
    void leaving_gives_places_back() {
        limit(QueueLimits.of("gpu").atOnce(1));
        startMany("r", "gpu", 1);
        claim(lease);
        store.leave(lease).join();
        var other = join("b");
        assertThat(claim(other)).containsExactly("r0");
        assertThat(claim(other)).isEmpty();
    }

    @Test
    void limits_are_kept_and_the_last_that_were_said_hold() throws Exception {
        var limits = QueueLimits.of("gpu")
                .atOnce(3)
                .perNode(2)
                .perKey(1)
                .rate(9, Duration.ofMinutes(1))
                .holdUntilEnd();
        limit(limits);
        limit(QueueLimits.of("a").atOnce(0));
        limit(QueueLimits.of("a").atOnce(5));
        restart();
        assertThat(store.limits().join()).containsExactly(QueueLimits.of("a").atOnce(5), limits);
    }

    @Test
    void a_queue_can_be_paused_and_resumed() {
        limit(QueueLimits.of("gpu").atOnce(0));
        startMany("r", "gpu", 2);
        assertThat(claim(lease)).isEmpty();
        limit(QueueLimits.of("gpu"));
        assertThat(claim(lease)).containsExactly("r0", "r1");
    }

    @Test
    void limits_can_be_set_when_runs_wait_and_move_already() {
        startMany("r", "gpu", 4);
        assertThat(claim(lease, 1)).containsExactly("r0");
        limit(QueueLimits.of("gpu").atOnce(1));
        assertThat(claim(lease)).containsExactly("r1"); // r0 was let go before there was a limit
        assertThat(claim(lease)).isEmpty();
        endRun("r0");
        assertThat(claim(lease)).isEmpty();
        endRun("r1");
        assertThat(claim(lease)).containsExactly("r2");
    }

    @Test
    void work_is_told_of_when_a_place_comes_free() {
        limit(QueueLimits.of("gpu").atOnce(1));
        startMany("r", "gpu", 2);
        claim(lease);
        var told = new AtomicInteger();
        store.onWork(told::incrementAndGet);
        commit(step("r0", lease, SAME, MOVE));
        assertThat(told).hasValue(0);
        commit(step("r0", lease, SAME, park(null, "s")));
        assertThat(told).hasPositiveValue();
        claim(lease);
        told.set(0);
        commit(signal("r1", "s", "v", null), step("r1", lease, SAME, end("ok")));
        assertThat(told).hasPositiveValue();
    }

    @Test
    void G12_concurrent_claimers_never_exceed_a_limit() throws Exception {
        limit(QueueLimits.of("gpu").atOnce(7).perKey(2).perNode(3));
        for (int i = 0; i < 60; i++) commit(queued("r" + i, new Placement("gpu", 0, "k" + i % 5)));
        var leases = List.of(lease, join("b"), join("c"), join("d"));
        for (int round = 0; round < 6; round++) {
            Together.run(4, thread -> {
                var mine = new ArrayList<String>();
                for (int i = 0; i < 3; i++) mine.addAll(claim(leases.get(thread), 2));
                return mine;
            });
            var owned = store.find(new Query(Set.of(Status.OWNED), null, null, 100))
                    .join()
                    .runs();
            QueueHistoryContract.check(QueueLimits.of("gpu").atOnce(7).perKey(2).perNode(3), owned);
            assertThat(owned).isNotEmpty();
            for (var run : owned) {
                var owner = leases.stream()
                        .filter(one -> one.token() == run.owner())
                        .findFirst()
                        .orElseThrow();
                commit(step(run.id(), owner, SAME, round % 2 == 0 ? end("ok") : new Next.Yield()));
            }
        }
    }
}
