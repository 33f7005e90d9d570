package dev.perdure.testkit.store;

import static dev.perdure.store.Result.Status.APPLIED;
import static dev.perdure.store.Result.Status.FENCED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Next;
import dev.perdure.store.LeaseLost;
import dev.perdure.store.Query;
import dev.perdure.store.Queues;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every store must do. A store is supported when a subclass passes: it says how a store is opened and reopened. The
 * tests are in the classes above, by subject; here are listing, pruning, notice of work and leases that expire.
 */
public abstract class StoreContract extends QueueHistoryContract {
    @Test
    void pages_list_every_run_once_by_id() {
        for (int i = 0; i < 25; i++) commit(start("r%02d".formatted(24 - i)));
        var seen = new ArrayList<String>();
        @Nullable String after = null;
        int pages = 0;
        do {
            var page = store.find(new Query(Set.of(), null, after, 10)).join();
            page.runs().forEach(run -> seen.add(run.id()));
            after = page.next();
            pages++;
        } while (after != null);
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_last_full_page_has_no_next() {
        for (int i = 0; i < 10; i++) commit(start("r" + i));
        assertThat(store.find(Query.all(10)).join().next()).isNull();
        assertThat(store.find(Query.all(9)).join().next()).isEqualTo("r8");
        assertThat(store.find(new Query(Set.of(), null, "r9", 5)).join().runs()).isEmpty();
    }

    @Test
    void pages_can_be_narrowed_by_status_and_method() {
        commit(start("ready"), start("owned", lease), start("parked", lease), start("stuck", lease));
        commit(start("done", lease), start("failed", lease));
        commit(new Change.Start("other", OTHER_METHOD, "d", payload("f"), null));
        commit(
                step("parked", lease, SAME, park(null, "s")),
                step("stuck", lease, SAME, new Next.Stick("why")),
                step("done", lease, SAME, end("ok")),
                step("failed", lease, SAME, new Next.End(true, payload("no"))),
                start("cancelled", lease),
                step("cancelled", lease, SAME, new Next.End(Status.CANCELLED, payload("no"))));
        for (var status : Status.values()) {
            var expected = status.name().toLowerCase(Locale.ROOT);
            var found = store.find(new Query(Set.of(status), METHOD, null, 10)).join();
            assertThat(found.runs().stream().map(RunImage::id)).containsExactly(expected);
            assertThat(found.runs().get(0).status()).isEqualTo(status);
        }
        var both = new Query(Set.of(Status.READY, Status.DONE), null, null, 10);
        assertThat(store.find(both).join().runs().stream().map(RunImage::id)).containsExactly("done", "other", "ready");
        assertThat(store.find(new Query(Set.of(), "never.seen()", null, 10))
                        .join()
                        .runs())
                .isEmpty();
    }

    @Test
    void pages_leave_out_frames_mailboxes_and_outcomes() {
        commit(start("a", lease), signal("a", "s", "v", null), start("b", lease), step("b", lease, SAME, end("ok")));
        for (var run : store.find(Query.all(10)).join().runs()) {
            assertThat(run.frame()).isEmpty();
            assertThat(run.mailbox()).isEmpty();
            assertThat(run.outcome()).isNull();
            var whole = image(run.id());
            assertThat(run.status()).isEqualTo(whole.status());
            assertThat(run.owner()).isEqualTo(whole.owner());
        }
    }

    @Test
    void pruning_deletes_old_ended_runs_only() throws Exception {
        commit(start("old", lease), signal("old", "s", "v", "k"), step("old", lease, part("p"), end("ok")));
        commit(start("alive", lease), start("stuck", lease));
        commit(step("alive", lease, SAME, park(null, "s")), step("stuck", lease, SAME, new Next.Stick("why")));
        clock.advance(Duration.ofSeconds(5));
        commit(start("new", lease), step("new", lease, SAME, new Next.End(true, payload("no"))));
        assertThat(store.prune(clock.instant(), 100).join()).isEqualTo(1);
        assertThat(store.load(List.of("old", "alive", "stuck", "new")).join()).hasSize(3);
        assertThat(commit(start("old"))).containsExactly(APPLIED);
        assertThat(commit(signal("old", "s", "v", "k"))).containsExactly(APPLIED);
        restart();
        assertThat(frame("old")).containsExactly("start old");
        assertThat(image("old").mailbox()).hasSize(1);
    }

    @Test
    void pruning_stops_at_its_limit() {
        for (int i = 0; i < 5; i++) commit(start("r" + i, lease), step("r" + i, lease, SAME, end("ok")));
        clock.advance(Duration.ofSeconds(1));
        assertThat(store.prune(clock.instant(), 3).join()).isEqualTo(3);
        assertThat(store.prune(clock.instant(), 3).join()).isEqualTo(2);
        assertThat(store.prune(clock.instant(), 3).join()).isZero();
    }

    @Test
    void work_is_announced_when_runs_become_claimable_otherwise_than_by_time() {
        var calls = new AtomicInteger();
        store.onWork(calls::incrementAndGet);
        commit(start("owned", lease), step("owned", lease, whole("f"), MOVE));
        commit(step("owned", lease, SAME, park(clock.instant().plusSeconds(5), "s")));
        assertThat(calls.getAndSet(0)).isZero();
        commit(start("ready"));
        assertThat(calls.getAndSet(0)).isPositive();
        commit(signal("owned", "other", "v", null));
        assertThat(calls.getAndSet(0)).isZero();
        commit(signal("owned", "s", "v", null));
        assertThat(calls.getAndSet(0)).isPositive();
        claim(lease);
        commit(step("ready", lease, SAME, new Next.Yield()));
        assertThat(calls.getAndSet(0)).isPositive();
        store.leave(lease).join();
        assertThat(calls.getAndSet(0)).isPositive();
    }

    @Test
    void every_listener_hears_of_work() {
        var calls = new AtomicInteger();
        store.onWork(calls::incrementAndGet);
        store.onWork(calls::incrementAndGet);
        commit(start("r"));
        assertThat(calls).hasValue(2);
    }

    @Test
    void now_is_the_clocks() {
        clock.advance(Duration.ofSeconds(3));
        assertThat(store.now()).isEqualTo(clock.instant());
    }

    @Test
    void a_renewed_lease_holds() {
        clock.advance(Duration.ofSeconds(8));
        lease = store.renew(lease, LEASE).join();
        clock.advance(Duration.ofSeconds(8));
        assertThat(commit(start("r", lease))).containsExactly(APPLIED);
        assertThat(lease.until()).isAfter(clock.instant());
    }

    @Test
    void G7_a_lease_ends_when_it_says_so_by_the_stores_clock() {
        commit(start("r", lease));
        if (leasesExpire()) expires();
        else lasts();
    }

    private void expires() {
        assertThat(lease.until()).isEqualTo(clock.instant().plus(LEASE));
        assertThat(store.nextDue(Set.of(METHOD), Queues.ALL).join()).isEqualTo(lease.until());
        clock.advance(LEASE);
        assertThat(commit(step("r", lease, whole("x"), MOVE), start("s", lease)))
                .containsExactly(FENCED, FENCED);
        assertThatThrownBy(() -> store.renew(lease, LEASE).join()).hasCauseInstanceOf(LeaseLost.class);
        var other = join("b");
        assertThat(images(other, 1).get(0).crashes()).isEqualTo(1);
        assertThat(frame("r")).containsExactly("start r");
    }

    private void lasts() {
        assertThat(lease.until()).isEqualTo(Instant.MAX);
        clock.advance(Duration.ofDays(1000));
        assertThat(commit(step("r", lease, whole("x"), MOVE))).containsExactly(APPLIED);
        assertThat(claim(join("b"))).isEmpty();
    }
}
