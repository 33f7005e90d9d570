package dev.perdure.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.local.LocalStore;
import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Query;
import dev.perdure.store.Queues;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Letter;
import dev.perdure.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Does the same random things to the embedded store and to the one in memory: they never differ. */
class LocalStoreModelTest {
    private static final Duration LONG = Duration.ofDays(10_000);
    private static final String OTHER = "shop.OrderFlow.cancel(shop.Order)";

    @TempDir
    Path folder;

    private final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Store model = new MemoryStore(clock);
    private Store local = model;
    private final List<Lease> leases = new ArrayList<>();
    private Random random = new Random(0);

    static List<Long> seeds() {
        long first = Long.getLong("perdure.seed", 20261120);
        return new Random(first)
                .longs(Integer.getInteger("perdure.rounds", 8))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void both_stores_say_the_same_to_everything(long seed) {
        random = new Random(seed);
        local = LocalStore.at(folder, clock);
        try {
            join("a");
            join("b");
            for (int i = 0; i < 120; i++) {
                act();
                if (i % 10 == 9) compare();
            }
        } finally {
            local.close();
        }
    }

    private void join(String node) {
        var lease = model.join(node, LONG).join();
        assertThat(local.join(node, LONG).join().token()).isEqualTo(lease.token());
        leases.add(lease);
    }

    private void act() {
        int choice = random.nextInt(20);
        if (choice < 12) commit();
        else if (choice < 16) claim();
        else if (choice == 16) clock.advance(Duration.ofMillis(random.nextInt(3_000)));
        else if (choice == 17) leave();
        else if (choice == 18) prune();
        else restart();
    }

    private void commit() {
        var modelBatch = new ArrayList<Change>();
        var localBatch = new ArrayList<Change>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            var change = change();
            boolean consume = random.nextInt(3) == 0;
            modelBatch.add(consume ? consuming(model, change) : change);
            localBatch.add(consume ? consuming(local, change) : change);
        }
        var expected = model.commit(modelBatch).join();
        var found = local.commit(localBatch).join();
        for (int i = 0; i < expected.size(); i++)
            assertThat(found.get(i).status())
                    .as("%s", modelBatch.get(i))
                    .isEqualTo(expected.get(i).status());
    }

    /** A step that takes the oldest signal with it, by its number in that store. */
    private static Change consuming(Store store, Change change) {
        if (!(change instanceof Change.Step step)) return change;
        var images = store.load(List.of(step.run())).join();
        if (images.isEmpty() || images.get(0).mailbox().isEmpty()) return change;
        var oldest = images.get(0).mailbox().get(0).number();
        return new Change.Step(step.run(), step.owner(), step.frame(), List.of(oldest), step.next());
    }

    private Change change() {
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                new Change.Start(
                        run(),
                        random.nextInt(4) == 0 ? OTHER : StoreRig.METHOD,
                        "d" + random.nextInt(2),
                        StoreRig.payload("start " + random.nextInt(100)),
                        random.nextBoolean() ? null : lease());
            case 2 ->
                new Change.Deliver(
                        run(),
                        "s" + random.nextInt(2),
                        StoreRig.payload("v" + random.nextInt(100)),
                        random.nextBoolean() ? null : "k" + random.nextInt(5));
            default -> new Change.Step(run(), lease(), frames(), List.of(), next());
        };
    }

    private Frames frames() {
        return switch (random.nextInt(4)) {
            case 0 -> new Frames.Same();
            case 1 -> new Frames.Part(StoreRig.payload("part " + random.nextInt(1000)));
            default -> new Frames.Whole(StoreRig.payload("x".repeat(random.nextInt(6_000))));
        };
    }

    private Next next() {
        return switch (random.nextInt(9)) {
            case 0 -> new Next.Yield();
            case 1 -> new Next.Stick("problem " + random.nextInt(10));
            case 2 -> new Next.End(random.nextBoolean(), StoreRig.payload("outcome"));
            case 3 -> new Next.Park(due(), Set.of());
            case 4 -> new Next.Park(due(), "s" + random.nextInt(2));
            case 5 -> new Next.Park(null, "s" + random.nextInt(2));
            default -> new Next.Move();
        };
    }

    private Instant due() {
        return clock.instant().plusMillis(random.nextInt(6_000) - 2_000L);
    }

    private String run() {
        return "r" + random.nextInt(25);
    }

    private Lease lease() {
        return leases.get(Math.max(0, leases.size() - 1 - random.nextInt(3)));
    }

    private void claim() {
        var methods = random.nextInt(3) == 0 ? Set.of(StoreRig.METHOD) : Set.of(StoreRig.METHOD, OTHER);
        var claim = new Claim(methods, random.nextInt(5));
        assertThat(local.nextDue(methods, Queues.ALL).join().isAfter(clock.instant()))
                .isEqualTo(model.nextDue(methods, Queues.ALL).join().isAfter(clock.instant()) || orphansOnly(methods));
        var lease = lease();
        List<RunImage> expected;
        try {
            expected = model.claim(lease, claim).join();
        } catch (RuntimeException lost) {
            assertThat(local.claim(lease, claim)).isCompletedExceptionally();
            return;
        }
        assertThat(plain(local.claim(lease, claim).join())).isEqualTo(plain(expected));
    }

    /** The model counts what ended leases have left as due; leases of the embedded store do not end by time. */
    private boolean orphansOnly(Set<String> methods) {
        return methods.stream()
                .noneMatch(method ->
                        model.find(new Query(Set.of(RunImage.Status.PARKED), method, null, 100)).join().runs().stream()
                                .anyMatch(run ->
                                        run.dueAt() != null && !run.dueAt().isAfter(clock.instant())));
    }

    private void leave() {
        var lease = lease();
        model.leave(lease).join();
        local.leave(lease).join();
        join(lease.node());
    }

    private void prune() {
        var before = clock.instant().minusMillis(random.nextInt(4_000));
        assertThat(local.prune(before, 2).join())
                .isEqualTo(model.prune(before, 2).join());
    }

    private void restart() {
        local.close();
        local = LocalStore.at(folder, clock);
        join("a");
        join("b");
    }

    private void compare() {
        var query = Query.all(1000);
        assertThat(local.find(query).join()).isEqualTo(model.find(query).join());
        var ids = model.find(query).join().runs().stream().map(RunImage::id).toList();
        assertThat(plain(local.load(ids).join()))
                .isEqualTo(plain(model.load(ids).join()));
    }

    /** Signals are numbered by run in one store and over all runs in the other; only their order is said to be the same. */
    private static List<RunImage> plain(List<RunImage> images) {
        var plain = new ArrayList<RunImage>();
        for (var image : images) {
            var letters = new ArrayList<Letter>();
            for (var letter : image.mailbox()) letters.add(new Letter(letters.size(), letter.name(), letter.value()));
            plain.add(new RunImage(
                    image.id(),
                    image.method(),
                    image.digest(),
                    image.placement(),
                    image.status(),
                    image.owner(),
                    image.crashes(),
                    image.dueAt(),
                    image.signal(),
                    image.problem(),
                    image.frame(),
                    letters,
                    image.outcome(),
                    image.startedAt(),
                    image.updatedAt()));
        }
        return plain;
    }
}
