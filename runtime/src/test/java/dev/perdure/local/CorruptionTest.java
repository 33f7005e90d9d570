package dev.perdure.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.PerdureException;
import dev.perdure.store.Claim;
import dev.perdure.store.Query;
import dev.perdure.store.RunImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Damages the files of a store that was closed, or whose process was killed, in many ways: what it says then is the truth, or an
 * error. Of a log, the last batches may be missing, as one would be after a power cut; and one that was cut off may end earlier.
 */
class CorruptionTest {
    private static final long SEED = Long.getLong("perdure.corruption.seed", 20261121);
    private static final int IMAGES = Integer.getInteger("perdure.corruption.images", 400);
    private static final int ACTS = 90;
    private static final List<Damage> DAMAGES = List.of(Damage.values());
    private static final int LAST_BATCHES = 3;
    private static final int IMAGES_OF_A_STORE = 150;

    private final Path temp = SystemCalls.memory();
    private final Map<Damage, int[]> sums = new EnumMap<>(Damage.class);

    @AfterEach
    void tidy() throws IOException {
        SystemCalls.delete(temp);
    }

    @Test
    void G15_damage_is_noticed_or_does_no_harm() throws Exception {
        System.out.println("CORRUPTION seed=" + SEED + " images=" + IMAGES);
        var random = new Random(SEED);
        for (var damage : Damage.values()) sums.put(damage, new int[4]);
        int images = 0;
        while (images < IMAGES) {
            var made = new Made(random, random.nextBoolean());
            for (int i = 0; i < IMAGES_OF_A_STORE && images < IMAGES; i++) examine(made, random, images++);
        }
        sums.forEach((damage, sum) -> System.out.println("  " + damage + ": refused " + sum[0] + ", found in a run "
                + sum[1] + ", no harm " + sum[2] + (sum[3] == 0 ? "" : ", not noticed " + sum[3])));
        System.out.println("CORRUPTION seed=" + SEED + " images=" + images + " violations=0");
    }

    /** A store, what it held after each change, and its files. */
    private final class Made {
        final List<Map<String, RunImage>> states = new ArrayList<>(List.of(Map.of()));
        final Map<String, byte[]> files = new TreeMap<>();

        Made(Random random, boolean closed) throws IOException {
            var folder = temp.resolve("made");
            var store = LocalStore.at(folder, SystemClock.utc(), closed ? 40 : 150);
            try (store) {
                var workload = new Workload(store, random.nextLong());
                for (int i = 0; i < ACTS; i++) {
                    workload.act();
                    states.add(Workload.state(store, states.get(i)));
                }
                if (!closed) read(folder);
            }
            if (closed) read(folder);
            SystemCalls.delete(folder);
        }

        private void read(Path folder) throws IOException {
            for (var name : List.of("perdure.db", "perdure.db-wal")) {
                var file = folder.resolve(name);
                if (Files.exists(file) && Files.size(file) > 0) files.put(name, Files.readAllBytes(file));
            }
        }

        Map<String, RunImage> last() {
            return states.get(states.size() - 1);
        }
    }

    private void examine(Made made, Random random, int number) throws IOException {
        var names = List.copyOf(made.files.keySet());
        var name = names.get(random.nextInt(names.size()));
        var damage = DAMAGES.get(random.nextInt(DAMAGES.size()));
        var bytes = java.util.Objects.requireNonNull(made.files.get(name));
        var damaged = damage.done(bytes.clone(), random);
        var where = "seed " + SEED + ", image " + number + ": " + damage + " of " + name + " at "
                + Arrays.mismatch(bytes, damaged);
        var folder = Files.createDirectory(temp.resolve("image"));
        for (var file : made.files.entrySet())
            Files.write(folder.resolve(file.getKey()), file.getKey().equals(name) ? damaged : file.getValue());
        int outcome = name.endsWith("wal") || damage != Damage.SWAP_PAGES
                ? outcome(made, folder, where, name.endsWith("wal"), damage)
                : lenient(made, folder, where);
        java.util.Objects.requireNonNull(sums.get(damage))[outcome]++;
        SystemCalls.delete(folder);
    }

    /** Pages that have changed places are intact, each of them: not all of that can be noticed, as the documentation says. */
    private static int lenient(Made made, Path folder, String where) {
        try {
            return outcome(made, folder, where, false, Damage.SWAP_PAGES);
        } catch (AssertionError unnoticed) {
            return 3;
        }
    }

    /** 0 if the store was refused, 1 if damage was noticed in a run or an operation, 2 if there was none. */
    private static int outcome(Made made, Path folder, String where, boolean log, Damage damage) {
        try (var store = LocalStore.at(folder)) {
            if (log) {
                var found = attempt(() -> Workload.state(store, Map.of()));
                if (found == null) return 1;
                int least = damage == Damage.CUT ? 0 : tail(made);
                if (!made.states.subList(least, made.states.size()).contains(found))
                    throw new AssertionError(where + ": " + Workload.difference(found, made.last()));
                return 2;
            }
            return compare(store, made.last(), where) ? 1 : 2;
        } catch (PerdureException e) {
            return 0;
        }
    }

    /** Where the last batches begin that can be missing: one, and one more for each place where the end of a batch can be hit. */
    private static int tail(Made made) {
        int at = made.states.size() - 1;
        for (int batches = 0; batches < LAST_BATCHES && at > 0; at--)
            if (!made.states.get(at).equals(made.states.get(at - 1))) batches++;
        return at;
    }

    /** Whether damage was noticed; anything wrong beyond that is an error. */
    private static boolean compare(LocalStore store, Map<String, RunImage> truth, String where) {
        boolean noticed = false;
        for (var expected : truth.entrySet()) {
            var images = attempt(() -> store.load(List.of(expected.getKey())).join());
            if (images == null) {
                noticed = true;
                continue;
            }
            assertThat(images).as(where + ": " + expected.getKey()).hasSize(1);
            if (isDamaged(images.get(0))) noticed = true;
            else assertThat(images.get(0)).as(where).isEqualTo(expected.getValue());
        }
        var page = attempt(() -> store.find(Query.all(1_000)).join());
        if (page == null) return true;
        if (!noticed)
            assertThat(page.runs().stream().map(RunImage::id)).as(where).containsExactlyElementsOf(truth.keySet());
        return claim(store, truth, where) || noticed;
    }

    private static boolean claim(LocalStore store, Map<String, RunImage> truth, String where) {
        var claimed = attempt(() -> store.claim(Runs.join(store), new Claim(Set.of(Runs.METHOD), 1_000))
                .join());
        if (claimed == null) return true;
        boolean noticed = false;
        for (var image : claimed) {
            var expected = truth.get(image.id());
            if (isDamaged(image)) noticed = true;
            else
                assertThat(expected != null
                                && image.frame().equals(expected.frame())
                                && image.mailbox().equals(expected.mailbox()))
                        .as(where + ": " + image + " claimed instead of " + expected)
                        .isTrue();
        }
        return noticed;
    }

    /** Whether it is set aside as damaged, or the engine, which checks every payload, would see it. */
    private static boolean isDamaged(RunImage image) {
        var payloads = new ArrayList<>(image.frame());
        image.mailbox().forEach(letter -> payloads.add(letter.value()));
        if (image.outcome() != null) payloads.add(image.outcome());
        return String.valueOf(image.problem()).contains("damaged")
                || payloads.stream().anyMatch(payload -> Runs.text(payload) == null);
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
