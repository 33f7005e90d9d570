package dev.perdure.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.PerdureException;
import dev.perdure.store.RunImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Cuts the power: of what SQLite has really told the system to write and to force, images are made of all that could be on the
 * disk at some moment, and each is opened.
 */
class PowerCutTest {
    private static final long SEED = Long.getLong("perdure.power.seed", 20261121);
    private static final int IMAGES = Integer.getInteger("perdure.power.images", 800);
    private static final int IMAGES_OF_A_SESSION = 100;
    private static final int IMAGES_OF_A_RECOVERY = 8;
    private static final int RECOVERIES_EVERY = 20;
    private static final int ACTS = 120;

    private final Path temp = SystemCalls.memory();

    @AfterEach
    void tidy() throws IOException {
        SystemCalls.delete(temp);
    }

    private int images;
    private int violations;

    @TestFactory
    Stream<DynamicTest> G1_G2_whatever_a_power_cut_leaves_holds_all_that_was_acknowledged() {
        return SystemCalls.available() ? Stream.of(DynamicTest.dynamicTest("seed " + SEED, this::cutAll)) : Stream.of();
    }

    private void cutAll() throws Exception {
        System.out.println("POWER seed=" + SEED + " images=" + IMAGES);
        var random = new Random(SEED);
        while (images < IMAGES) {
            var folder = Files.createDirectory(temp.resolve("s" + images));
            LocalStore.at(folder).close();
            var disk = Disk.of(folder);
            var session = new Session(folder, Map.of(), random, ACTS);
            cut(disk, session, random, IMAGES_OF_A_SESSION, true);
            assertThat(disk.difference(folder))
                    .as("what was heard is all there is")
                    .isNull();
            SystemCalls.delete(folder);
        }
        System.out.println("POWER seed=" + SEED + " images=" + images + " violations=" + violations);
    }

    /** Goes through what became of the files, and cuts the power now and then. */
    private void cut(Disk disk, Session session, Random random, int count, boolean recoveries) throws Exception {
        int acknowledged = 0;
        var cuts = random.ints(count, 0, session.journal.size() + 1).sorted().toArray();
        int next = 0;
        for (int at = 0; at <= session.journal.size(); at++) {
            for (; next < cuts.length && cuts[next] == at; next++) {
                var image = temp.resolve("image" + images);
                boolean recovery = recoveries && next % RECOVERIES_EVERY == 0;
                Files.createDirectory(image);
                disk.cut(image, random);
                examine(image, session.states, acknowledged, random, recovery);
                SystemCalls.delete(image);
            }
            if (at == session.journal.size()) break;
            var io = session.journal.get(at);
            disk.apply(io);
            if (io instanceof Io.Acknowledged change) acknowledged = change.change();
        }
    }

    private void examine(
            Path image, List<Map<String, RunImage>> states, int acknowledged, Random random, boolean recovery)
            throws Exception {
        images++;
        var where = "seed " + SEED + ", image " + images + ", acknowledged " + acknowledged;
        var before = Disk.of(image);
        Map<String, RunImage> found;
        try (var store = LocalStore.at(image)) {
            found = Workload.state(store, Map.of());
        } catch (PerdureException e) {
            throw new AssertionError(where + ": " + e.getMessage(), e);
        }
        var allowed = states.subList(acknowledged, Math.min(states.size(), acknowledged + 2));
        if (!allowed.contains(found))
            throw new AssertionError(where + ": " + Workload.difference(found, allowed.get(0)));
        if (!recovery) return;
        var again = Files.createDirectory(temp.resolve("again" + images));
        before.write(again);
        var disk = Disk.of(again);
        var session = new Session(again, found, random, 8);
        cut(disk, session, random, IMAGES_OF_A_RECOVERY, false);
        assertThat(disk.difference(again)).as(where + ", recovered").isNull();
        SystemCalls.delete(again);
    }
}
