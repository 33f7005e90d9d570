package dev.perdure.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.PerdureException;
import dev.perdure.StoreUnavailable;
import dev.perdure.local.FileCalls.Answer;
import dev.perdure.store.RunImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Has the k-th write, sync or change of a length fail: with an error before or after it took place, or for want of room; once or
 * for good. Then the store is closed, or its process is taken for dead, and it is opened again; and then the power is cut.
 */
class FailingDiskTest {
    private static final long SEED = Long.getLong("perdure.disk.seed", 20261121);
    /** So many of all cases, by lot. */
    private static final int FAULTS = Integer.getInteger("perdure.disk.faults", 80);

    private static final Clock STILL = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final int LOG_PAGES = 30;
    private static final int ACTS = 40;
    private static final int ACTS_AFTERWARDS = 3;
    private static final int IMAGES = 3;
    /** More calls than the acts make. */
    private static final int CALLS = 700;

    private final Path temp = SystemCalls.memory();

    @AfterEach
    void tidy() throws IOException {
        SystemCalls.delete(temp);
    }

    @TestFactory
    Stream<DynamicTest> G1_G15_nothing_is_acknowledged_after_a_failed_call_and_nothing_acknowledged_is_lost() {
        return SystemCalls.available()
                ? Stream.of(DynamicTest.dynamicTest("seed " + SEED, this::failAll))
                : Stream.of();
    }

    private void failAll() throws Exception {
        System.out.println("DISK seed=" + SEED + " faults=" + FAULTS);
        var random = new Random(SEED);
        var truth = truth();
        int faults = 0;
        for (int tried = 0; faults < FAULTS; tried++) {
            var how = List.of(Answer.FAIL, Answer.FAIL_AFTERWARDS, Answer.FULL).get(random.nextInt(3));
            int call = 1 + random.nextInt(CALLS);
            boolean forGood = random.nextBoolean();
            boolean closed = random.nextBoolean();
            var where = "seed " + SEED + ", case " + tried + ": call " + call + " " + how + (forGood ? " for good" : "")
                    + (closed ? ", then closed" : ", then killed");
            if (new Case(where, truth, new Random(random.nextLong())).run(call, forGood, how, closed)) faults++;
        }
        System.out.println("DISK seed=" + SEED + " faults=" + faults + " violations=0");
    }

    /** What the store holds after each act when nothing fails. */
    private List<Map<String, RunImage>> truth() throws IOException {
        var states = new ArrayList<>(List.of(Map.<String, RunImage>of()));
        var folder = temp.resolve("truth");
        try (var store = LocalStore.at(folder, STILL, LOG_PAGES)) {
            var workload = new Workload(store, SEED);
            for (int i = 0; i < ACTS; i++) {
                workload.act();
                states.add(Workload.state(store, states.get(i)));
            }
        }
        SystemCalls.delete(folder);
        return states;
    }

    /** One fault. */
    private final class Case {
        private final String where;
        private final List<Map<String, RunImage>> truth;
        private final Random random;

        Case(String where, List<Map<String, RunImage>> truth, Random random) {
            this.where = where;
            this.truth = truth;
            this.random = random;
        }

        /** False if the call was not made. */
        @SuppressWarnings("try") // it is heard of what is done meanwhile
        boolean run(int call, boolean forGood, Answer how, boolean closed) throws Exception {
            var folder = Files.createDirectory(temp.resolve("store"));
            var left = temp.resolve("left");
            LocalStore.at(folder).close();
            var disk = Disk.of(folder);
            var calls = new FailingDisk(folder, call, forGood, how);
            int acknowledged;
            try (var heard = SystemCalls.heardBy(calls)) {
                var store = open(folder, calls);
                acknowledged = store == null ? 0 : work(store);
                if (!closed) Files.createDirectory(left);
                if (!closed) copy(folder, left);
                calls.mend();
                var journal = calls.journal();
                if (store != null) close(store);
                disk.apply(closed ? calls.journal() : journal);
            }
            if (calls.hasFailed()) recover(closed ? folder : left, disk, acknowledged);
            SystemCalls.delete(folder);
            if (!closed) SystemCalls.delete(left);
            return calls.hasFailed();
        }

        /** The store, or null if opening it failed, as it may when a call has. */
        private @Nullable LocalStore open(Path folder, FailingDisk calls) {
            try {
                return LocalStore.at(folder, STILL, LOG_PAGES);
            } catch (StoreUnavailable e) {
                if (!calls.hasFailed()) throw e;
                return null;
            }
        }

        /** How many acts were acknowledged. After the first failure no other one is. */
        private int work(LocalStore store) {
            var workload = new Workload(store, SEED);
            int acknowledged = 0;
            Throwable failure = null;
            for (int i = 0; i < ACTS && failure == null; i++) {
                failure = attempt(workload);
                if (failure == null) acknowledged++;
            }
            if (failure == null) return acknowledged;
            assertThat(failure).as(where).isInstanceOf(PerdureException.class);
            for (int i = 0; i < 3; i++)
                assertThat(attempt(workload)).as(where + ", afterwards").isInstanceOf(StoreUnavailable.class);
            return acknowledged;
        }

        private @Nullable Throwable attempt(Workload workload) {
            try {
                workload.act();
                return null;
            } catch (CompletionException e) {
                return e.getCause();
            }
        }

        /** Closing may fail too. */
        private void close(LocalStore store) {
            try {
                store.close();
            } catch (StoreUnavailable e) {
                assertThat(e).as(where).hasMessageContaining("closing");
            }
        }

        @SuppressWarnings("try") // it is heard of what is done meanwhile
        private void recover(Path folder, Disk disk, int acknowledged) throws Exception {
            var recorder = Recorder.seeing(folder, folder.resolve("perdure.db-wal"));
            var states = new ArrayList<Map<String, RunImage>>();
            try (var heard = SystemCalls.heardBy(recorder);
                    var store = LocalStore.at(folder, STILL, LOG_PAGES)) {
                int opened = recorder.journal().size();
                var found = Workload.state(store, Map.of());
                isPossible(found, acknowledged, "opened again");
                states.add(found);
                var workload = new Workload(store, random.nextLong());
                for (int i = 0; i < ACTS_AFTERWARDS; i++) {
                    workload.act();
                    states.add(Workload.state(store, states.get(i)));
                }
                apply(disk, recorder.journal(), opened, acknowledged);
                for (int i = 0; i < IMAGES; i++) cut(disk, states.get(ACTS_AFTERWARDS));
            }
        }

        /**
         * The disk hears of all that was done. Where it has lost something that the system believes to be there, the power is cut
         * now and then while the store is being opened, too.
         */
        private void apply(Disk disk, List<Io> journal, int opened, int acknowledged) throws IOException {
            disk.apply(List.of());
            var cuts =
                    disk.hasLost() ? random.ints(IMAGES, 0, opened + 1).boxed().toList() : List.of();
            for (int i = 0; i < journal.size(); i++) {
                disk.apply(journal.get(i));
                if (cuts.contains(i)) isPossible(afterCut(disk), acknowledged, "then the power was cut in opening it");
            }
        }

        /** What was acknowledged is there, and of what was not at most the next act. */
        private void isPossible(Map<String, RunImage> found, int acknowledged, String when) {
            if (!truth.subList(acknowledged, Math.min(truth.size(), acknowledged + 2))
                    .contains(found))
                throw new AssertionError(where + ", acknowledged " + acknowledged + ", " + when + ": "
                        + Workload.difference(found, truth.get(acknowledged)));
        }

        /** What a power cut leaves has all, whatever the system has lost since that sync failed. */
        private void cut(Disk disk, Map<String, RunImage> all) throws IOException {
            var found = afterCut(disk);
            if (!found.equals(all))
                throw new AssertionError(where + ", then the power was cut: " + Workload.difference(found, all));
        }

        private Map<String, RunImage> afterCut(Disk disk) throws IOException {
            var image = Files.createDirectory(temp.resolve("image"));
            disk.cut(image, random);
            try (var store = LocalStore.at(image)) {
                return Workload.state(store, Map.of());
            } catch (PerdureException | CompletionException e) {
                throw new AssertionError(where + ", then the power was cut", e);
            } finally {
                SystemCalls.delete(image);
            }
        }

        private void copy(Path from, Path to) throws IOException {
            for (var name : List.of("perdure.db", "perdure.db-wal"))
                if (Files.exists(from.resolve(name))) Files.copy(from.resolve(name), to.resolve(name));
        }
    }
}
