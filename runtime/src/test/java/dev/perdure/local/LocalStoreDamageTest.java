package dev.perdure.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.DataCorrupted;
import dev.perdure.PerdureException;
import dev.perdure.StoreUnavailable;
import dev.perdure.StoreUnusable;
import dev.perdure.store.Change;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Claim;
import dev.perdure.store.Query;
import dev.perdure.store.RunImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file gives an error or the truth: never a wrong answer. */
class LocalStoreDamageTest {
    private static final long SEED = Long.getLong("perdure.seed", 20261120);

    private static final int ROUNDS = Integer.getInteger("perdure.rounds", 150);

    /** Of the runs below, so many are stuck, and so many can be claimed after a restart. */
    private static final int STUCK = 12;

    private static final int CLAIMABLE = 24;

    @TempDir
    Path temp;

    private Map<String, RunImage> makeStore(Path folder) {
        var images = new TreeMap<String, RunImage>();
        try (var store = LocalStore.at(folder)) {
            var lease = Runs.join(store);
            for (int i = 0; i < 60; i++) {
                var id = "run-" + i;
                Runs.commit(
                        store, Runs.start(id, lease), Runs.step(id, lease, "frame " + i), Runs.part(id, lease, "p"));
                Runs.commit(store, new Change.Deliver(id, "signal", Runs.payload("v" + i), "k" + i));
                var next = next(i);
                if (next != null) Runs.commit(store, Runs.step(id, lease, "at rest " + i, next));
            }
            for (int i = 0; i < 60; i++)
                images.put("run-" + i, store.load(List.of("run-" + i)).join().get(0));
        }
        return images;
    }

    private static @Nullable Next next(int i) {
        return switch (i % 5) {
            case 0 -> new Next.Park(Instant.parse("2000-01-01T00:00:00Z").plusSeconds(i), Set.of());
            case 1 -> new Next.Park(null, "other");
            case 2 -> new Next.Stick("why");
            case 3 -> new Next.End(false, Runs.payload("o"));
            default -> null;
        };
    }

    @Test
    void G15_flipped_bits_are_found_or_harmless() throws Exception {
        System.out.println("seed " + SEED);
        var random = new Random(SEED);
        var folder = temp.resolve("store");
        var truth = makeStore(folder);
        var bytes = Files.readAllBytes(folder.resolve("perdure.db"));
        int refused = 0;
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var damaged = bytes.clone();
            int at = random.nextInt(bytes.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(folder.resolve("perdure.db"), damaged);
            try (var store = LocalStore.at(folder)) {
                found += compare(store, truth, "byte " + at);
            } catch (StoreUnusable | StoreUnavailable | DataCorrupted e) {
                refused++;
            }
        }
        System.out.println(
                "refused " + refused + ", found later " + found + ", harmless " + (ROUNDS - refused - found));
        assertThat(refused + found).isPositive();
    }

    /** Asks everything; 1 if some damage was noticed on the way, 0 if everything is as it was. */
    private static int compare(LocalStore store, Map<String, RunImage> truth, String where) {
        int noticed = 0;
        for (var entry : truth.entrySet()) {
            var images = attempt(() -> store.load(List.of(entry.getKey())).join());
            if (images == null || damaged(images.get(0)) || setAside(images.get(0))) noticed = 1;
            else assertThat(images).as(where).containsExactly(entry.getValue());
        }
        var page = attempt(() -> store.find(Query.all(1000)).join());
        if (page == null) noticed = 1;
        else assertThat(page.runs().stream().map(RunImage::id)).as(where).containsExactlyElementsOf(truth.keySet());
        var lease = attempt(() -> Runs.join(store));
        var claimed = lease == null
                ? null
                : attempt(() ->
                        store.claim(lease, new Claim(Set.of(Runs.METHOD), 1000)).join());
        if (claimed == null) return 1;
        boolean damage = check(claimed, truth, where);
        if (claimed.size() < CLAIMABLE) {
            var stuck = attempt(() -> store.find(new Query(Set.of(RunImage.Status.STUCK), null, null, 1000))
                    .join());
            if (stuck != null)
                assertThat(stuck.runs().size() + claimed.size())
                        .as(where + ": lost")
                        .isEqualTo(STUCK + CLAIMABLE);
        }
        return damage ? 1 : noticed;
    }

    /** Whether damage shows in what was claimed; anything else that is not as it was is an error. */
    private static boolean check(List<RunImage> claimed, Map<String, RunImage> truth, String where) {
        var missing = new ArrayList<String>();
        truth.forEach((id, image) -> {
            if (image.status() == RunImage.Status.OWNED || image.dueAt() != null) missing.add(id);
        });
        boolean noticed = false;
        for (var image : claimed) {
            assertThat(missing.remove(image.id()))
                    .as(where + ": " + image.id() + " claimed")
                    .isTrue();
            var expected = truth.get(image.id());
            if (damaged(image)) noticed = true;
            else assertThat(image.frame()).as(where).isEqualTo(expected == null ? null : expected.frame());
        }
        return noticed || !missing.isEmpty();
    }

    private static boolean setAside(RunImage image) {
        return image.status() == RunImage.Status.STUCK
                && String.valueOf(image.problem()).contains("damaged");
    }

    /** Whether the engine, which checks every payload, would refuse the image. */
    private static boolean damaged(RunImage image) {
        var payloads = new ArrayList<>(image.frame());
        image.mailbox().forEach(letter -> payloads.add(letter.value()));
        if (image.outcome() != null) payloads.add(image.outcome());
        return payloads.stream().anyMatch(payload -> Runs.text(payload) == null);
    }

    private static <T> @Nullable T attempt(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(PerdureException.class);
            return null;
        }
    }
}
