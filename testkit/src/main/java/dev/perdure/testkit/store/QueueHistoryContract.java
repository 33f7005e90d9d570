package dev.perdure.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Lease;
import dev.perdure.store.LeaseLost;
import dev.perdure.store.Placement;
import dev.perdure.store.Query;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues with all limits at once, under random histories of three nodes that die and come back. */
abstract class QueueHistoryContract extends QueueLimitContract {
    private static final int STEPS = 250;

    private final Map<String, Deque<Instant>> begun = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<Lease> leases = new ArrayList<>();

    /** Fails if more of a queue are owned than the limits allow. */
    static void check(QueueLimits limits, List<RunImage> owned) {
        var ours = owned.stream()
                .filter(run -> run.placement().queue().equals(limits.queue()))
                .toList();
        assertThat(ours).as("at once on %s", limits).hasSizeLessThanOrEqualTo(limits.atOnce());
        assertThat(ours.stream()
                        .collect(Collectors.groupingBy(RunImage::owner, Collectors.counting()))
                        .values())
                .as("per node on %s", limits)
                .allMatch(runs -> runs <= limits.perNode());
        assertThat(ours.stream()
                        .filter(run -> run.placement().key() != null)
                        .collect(Collectors.groupingBy(run -> run.placement().key(), Collectors.counting()))
                        .values())
                .as("per key on %s", limits)
                .allMatch(runs -> runs <= limits.perKey());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void G12_limits_hold_and_all_runs_end_in_random_histories(long seed) throws Exception {
        var random = new Random(seed);
        var limits = List.of(
                QueueLimits.of("q0").atOnce(1 + random.nextInt(4)).perKey(1 + random.nextInt(2)),
                QueueLimits.of("q1").perNode(1 + random.nextInt(2)).rate(1 + random.nextInt(3), Duration.ofSeconds(4)),
                QueueLimits.of("q2")
                        .atOnce(2)
                        .perKey(1)
                        .rate(4, Duration.ofSeconds(3))
                        .holdUntilEnd());
        limits.forEach(this::limit);
        leases.addAll(List.of(lease, join("b"), join("c")));
        for (int i = 0; i < STEPS; i++) {
            act(random, i, limits);
            var owned = store.find(new Query(Set.of(Status.OWNED), null, null, 1000))
                    .join()
                    .runs();
            for (var limit : limits) check(limit, owned);
        }
        heal(limits);
    }

    private void act(Random random, int n, List<QueueLimits> limits) throws Exception {
        int node = random.nextInt(leases.size());
        switch (random.nextInt(8)) {
            case 0, 1 -> start(random, n);
            case 2, 3, 4 -> take(leases.get(node), 1 + random.nextInt(3), limits);
            case 5, 6 -> move(random);
            default -> disturb(random, node);
        }
    }

    private void start(Random random, int n) {
        var key = random.nextInt(3) == 0 ? null : "k" + random.nextInt(2);
        var placement = new Placement("q" + random.nextInt(4), random.nextInt(3), key);
        commit(queued(
                "r" + n, placement, random.nextInt(5) == 0 ? clock.instant().plusSeconds(2) : null, null));
    }

    private void take(Lease by, int max, List<QueueLimits> limits) {
        List<RunImage> claimed;
        try {
            claimed = images(by, max);
        } catch (java.util.concurrent.CompletionException lost) {
            assertThat(lost).hasCauseInstanceOf(LeaseLost.class);
            return;
        }
        assertThat(claimed).hasSizeLessThanOrEqualTo(max);
        for (var run : claimed)
            if (known.add(run.id()))
                begun.computeIfAbsent(run.placement().queue(), any -> new ArrayDeque<>())
                        .add(clock.instant());
        for (var limit : limits) {
            var times = begun.getOrDefault(limit.queue(), new ArrayDeque<>());
            var from = clock.instant().minus(limit.period());
            times.removeIf(time -> !time.isAfter(from));
            assertThat(times).as("rate of %s", limit).hasSizeLessThanOrEqualTo(limit.rate());
        }
    }

    private void move(Random random) {
        var owned = store.find(new Query(Set.of(Status.OWNED), null, null, 1000))
                .join()
                .runs();
        if (owned.isEmpty()) return;
        var run = owned.get(random.nextInt(owned.size()));
        var owner = leases.stream().filter(one -> one.token() == run.owner()).findFirst();
        if (owner.isEmpty()) return;
        var next = List.of(
                        MOVE,
                        end("ok"),
                        end("ok"),
                        new Next.Yield(),
                        park(clock.instant().plusSeconds(random.nextInt(4)), null),
                        park(null, "s"),
                        new Next.Stick("why"))
                .get(random.nextInt(7));
        commit(step(run.id(), owner.get(), SAME, next));
    }

    private void disturb(Random random, int node) throws Exception {
        switch (random.nextInt(6)) {
            case 0 -> leases.set(node, join(leases.get(node).node()));
            case 1 -> {
                store.leave(leases.get(node)).join();
                leases.set(node, join(leases.get(node).node()));
            }
            case 2 -> {
                restart();
                leases.set(0, lease);
                leases.set(1, join("b"));
                leases.set(2, join("c"));
            }
            default -> {
                clock.advance(Duration.ofMillis(random.nextInt(3_000)));
                for (int i = 0; i < leases.size(); i++) leases.set(i, renewed(leases.get(i)));
                wake(random);
            }
        }
    }

    private Lease renewed(Lease old) {
        try {
            return store.renew(old, LEASE).join();
        } catch (java.util.concurrent.CompletionException lost) {
            return join(old.node());
        }
    }

    private void wake(Random random) {
        var parked = store.find(new Query(Set.of(Status.PARKED, Status.STUCK), null, null, 1000))
                .join()
                .runs();
        if (parked.isEmpty()) return;
        var run = parked.get(random.nextInt(parked.size()));
        commit(run.status() == Status.STUCK ? new Change.Resume(run.id()) : signal(run.id(), "s", "v", null));
    }

    /** Nothing goes wrong any more: then every run has to end, within the limits. */
    private void heal(List<QueueLimits> limits) {
        for (int round = 0; round < 2_000; round++) {
            var alive = store.find(new Query(
                            Set.of(Status.READY, Status.OWNED, Status.PARKED, Status.STUCK), null, null, 1000))
                    .join()
                    .runs();
            if (alive.isEmpty()) return;
            for (var run : alive) {
                if (run.status() == Status.STUCK) commit(new Change.Resume(run.id()));
                if (run.status() == Status.PARKED) commit(signal(run.id(), "s", "v", null));
            }
            for (int node = 0; node < leases.size(); node++) {
                leases.set(node, renewed(leases.get(node)));
                take(leases.get(node), 5, limits);
                for (var run : store.find(new Query(Set.of(Status.OWNED), null, null, 1000))
                        .join()
                        .runs()) {
                    if (run.owner() == leases.get(node).token())
                        commit(step(run.id(), leases.get(node), SAME, end("ok")));
                }
            }
            clock.advance(Duration.ofMillis(500));
        }
        throw new AssertionError("runs do not end: "
                + store.find(Query.all(1000)).join().runs().stream()
                        .filter(run -> !run.status().terminal())
                        .toList());
    }
}
