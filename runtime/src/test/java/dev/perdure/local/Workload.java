package dev.perdure.local;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.Query;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.RunImage;
import dev.perdure.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does random things to a store, one after the other; the same ones by the same seed. */
final class Workload {
    private static final int RUNS = 24;
    private static final int LARGE = 9_000;

    private final Store store;
    private final Random random;
    private @Nullable Lease lease;

    Workload(Store store, long seed) {
        this.store = store;
        this.random = new Random(seed);
    }

    /** Does one thing, which is durable when this returns. Throws what the store does. */
    void act() {
        var held = lease;
        int choice = random.nextInt(40);
        if (held == null || choice == 0) lease = Runs.join(store);
        else if (choice == 1)
            store.limit(QueueLimits.of("q" + random.nextInt(3)).atOnce(1 + random.nextInt(9)))
                    .join();
        else if (choice == 2) store.prune(Instant.MAX, 1 + random.nextInt(3)).join();
        else if (choice < 8)
            store.claim(held, new Claim(Set.of(Runs.METHOD), 4)).join();
        else store.commit(batch(held)).join();
    }

    private List<Change> batch(Lease held) {
        var batch = new ArrayList<Change>();
        for (int i = random.nextInt(5); i >= 0; i--) batch.add(change(held));
        return batch;
    }

    private Change change(Lease held) {
        var run = "r" + random.nextInt(RUNS);
        return switch (random.nextInt(9)) {
            case 0, 1 -> Runs.start(run, random.nextInt(3) == 0 ? null : held);
            case 2 ->
                new Change.Deliver(run, "s" + random.nextInt(2), text(200), random.nextBoolean() ? null : "k" + run);
            case 3 -> Runs.part(run, held, "p" + random.nextInt());
            case 4 -> new Change.Resume(run);
            default -> new Change.Step(run, held, new Frames.Whole(text(LARGE)), List.of(), next());
        };
    }

    private dev.perdure.store.Payload text(int length) {
        int small = random.nextInt(4) == 0 ? length : Math.min(300, length);
        return Runs.payload(random.nextInt() + "x".repeat(random.nextInt(small)));
    }

    private Next next() {
        return switch (random.nextInt(10)) {
            case 0 -> new Next.Park(Instant.EPOCH.plusSeconds(random.nextInt(1_000)), Set.of());
            case 1 -> new Next.Park(null, "s0");
            case 2 -> new Next.Stick("why");
            case 3 -> new Next.End(random.nextBoolean(), text(300));
            case 4 -> new Next.Yield();
            default -> new Next.Move();
        };
    }

    /** All that a store holds; images that are as they were before are the same ones. */
    static Map<String, RunImage> state(Store store, Map<String, RunImage> before) {
        var ids = store.find(Query.all(1_000)).join().runs().stream()
                .map(RunImage::id)
                .toList();
        var state = new TreeMap<String, RunImage>();
        for (var image : store.load(ids).join()) {
            var old = before.get(image.id());
            state.put(image.id(), image.equals(old) ? old : image);
        }
        return state;
    }

    /** In what a state differs from another one, in short. */
    static String difference(Map<String, RunImage> found, Map<String, RunImage> expected) {
        var ids = new TreeSet<>(found.keySet());
        ids.addAll(expected.keySet());
        return ids.stream()
                .filter(id -> !Objects.equals(found.get(id), expected.get(id)))
                .limit(3)
                .map(id -> found.get(id) + " instead of " + expected.get(id))
                .collect(Collectors.joining("; "));
    }
}
