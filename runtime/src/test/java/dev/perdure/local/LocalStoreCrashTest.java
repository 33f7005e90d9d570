package dev.perdure.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Lease;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash leaves behind is what was acknowledged; images of the files are taken while the store is open. */
class LocalStoreCrashTest {
    private static final long SEED = Long.getLong("perdure.seed", 20261120);

    @TempDir
    Path temp;

    private Path image(Path folder, String name) throws IOException {
        var copy = Files.createDirectory(temp.resolve(name));
        for (String file : List.of("perdure.db", "perdure.db-wal"))
            Files.copy(folder.resolve(file), copy.resolve(file));
        return copy;
    }

    /** Two runs that are always stepped in one batch; what they say must always fit. */
    private static void both(LocalStore store, Lease lease, int i) {
        var batch = new ArrayList<Change>();
        for (String run : List.of("a", "b"))
            batch.add(i % 3 == 0 ? Runs.step(run, lease, "w" + i) : Runs.part(run, lease, "p" + i));
        Runs.commit(store, batch.toArray(Change[]::new));
    }

    /** The number of the last step that an image holds; fails if the image is torn. */
    private static int last(LocalStore store) {
        var a = Runs.frame(store, "a");
        assertThat(Runs.frame(store, "b")).isEqualTo(a.get(0).startsWith("start") ? renamed(a) : a);
        int last = number(a.get(a.size() - 1));
        for (int i = 1; i < a.size(); i++) assertThat(a.get(i)).isEqualTo("p" + (last - a.size() + 1 + i));
        return last;
    }

    private static List<String> renamed(List<String> frames) {
        var renamed = new ArrayList<>(frames);
        renamed.set(0, "start b");
        return renamed;
    }

    private static int number(String frame) {
        return frame.startsWith("start") ? 0 : Integer.parseInt(frame.substring(1));
    }

    @Test
    void G1_G2_an_image_at_any_moment_holds_what_was_acknowledged_and_nothing_torn() throws Exception {
        var folder = temp.resolve("store");
        try (var store = LocalStore.at(folder)) {
            var lease = Runs.join(store);
            Runs.commit(store, Runs.start("a", lease), Runs.start("b", lease));
            for (int i = 1; i <= 40; i++) {
                both(store, lease, i);
                if (i % 4 != 0) continue;
                try (var crashed = LocalStore.at(image(folder, "image" + i))) {
                    assertThat(last(crashed)).isEqualTo(i);
                    assertThat(Runs.join(crashed).token()).isGreaterThan(lease.token());
                }
            }
        }
    }

    @Test
    void G2_a_log_cut_anywhere_ends_with_a_whole_batch() throws Exception {
        System.out.println("seed " + SEED);
        var random = new Random(SEED);
        var folder = temp.resolve("store");
        Path image;
        try (var store = LocalStore.at(folder)) {
            var lease = Runs.join(store);
            Runs.commit(store, Runs.start("a", lease), Runs.start("b", lease));
            for (int i = 1; i <= 60; i++) both(store, lease, i);
            image = image(folder, "image");
        }
        var log = Files.readAllBytes(image.resolve("perdure.db-wal"));
        int used = log.length;
        while (log[used - 1] == 0) used--;
        int last = Integer.MAX_VALUE;
        for (int round = 0; round < 60; round++) {
            used -= random.nextInt(used / 30);
            Files.write(image.resolve("perdure.db-wal"), java.util.Arrays.copyOf(log, used));
            var copy = image(image, "cut" + round);
            try (var crashed = LocalStore.at(copy)) {
                if (Runs.frame(crashed, "a").isEmpty()) break;
                assertThat(last(crashed)).isLessThanOrEqualTo(last);
                last = last(crashed);
            }
        }
        assertThat(last).isLessThan(60);
    }

    @Test
    void G1_a_long_log_is_carried_over_while_steps_go_on_and_loses_nothing() throws Exception {
        var folder = temp.resolve("store");
        long longest = 0;
        int steps = 400;
        try (var store = LocalStore.at(folder)) {
            var lease = Runs.join(store);
            Runs.commit(store, Runs.start("r", lease));
            for (int i = 1; i <= steps; i++) {
                Runs.commit(store, Runs.step("r", lease, i + " " + "x".repeat(200_000)));
                longest = Math.max(longest, Files.size(folder.resolve("perdure.db-wal")));
            }
            try (var crashed = LocalStore.at(image(folder, "image"))) {
                assertThat(Runs.frame(crashed, "r").get(0)).startsWith(steps + " ");
            }
        }
        assertThat(longest).as("bytes of log; written were " + steps * 200_000L).isLessThan(40_000_000);
    }

    @Test
    void a_crash_between_commits_leaves_owned_parked_and_ended_runs_as_they_were() throws Exception {
        var folder = temp.resolve("store");
        try (var store = LocalStore.at(folder)) {
            var lease = Runs.join(store);
            for (int i = 0; i < 30; i++) {
                Runs.commit(store, Runs.start("r" + i, lease), Runs.step("r" + i, lease, "f" + i));
                if (i % 3 == 1) Runs.commit(store, Runs.step("r" + i, lease, "p" + i, new Next.Park(null, "s")));
                if (i % 3 == 2)
                    Runs.commit(store, Runs.step("r" + i, lease, "", new Next.End(false, Runs.payload("o" + i))));
            }
            try (var crashed = LocalStore.at(image(folder, "image"))) {
                for (int i = 0; i < 30; i++) {
                    var id = "r" + i;
                    var expected = store.load(List.of(id)).join();
                    assertThat(crashed.load(List.of(id)).join()).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void a_torn_end_of_a_database_that_was_growing_is_mended_by_its_log() throws Exception {
        var folder = temp.resolve("store");
        try (var store = LocalStore.at(folder)) {
            var lease = Runs.join(store);
            for (int i = 0; i < 200; i++) Runs.commit(store, Runs.start("r" + i, lease));
            var image = image(folder, "image");
            try (var raw = new RandomAccessFile(image.resolve("perdure.db").toFile(), "rw")) {
                raw.seek(raw.length());
                raw.write(new byte[3000]);
            }
            try (var crashed = LocalStore.at(image)) {
                for (int i = 0; i < 200; i++)
                    assertThat(Runs.frame(crashed, "r" + i)).hasSize(1);
            }
        }
    }
}
