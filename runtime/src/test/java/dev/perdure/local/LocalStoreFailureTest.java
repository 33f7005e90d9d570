package dev.perdure.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.StoreUnavailable;
import dev.perdure.store.Change;
import dev.perdure.store.Queues;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a failed write nothing is acknowledged any more, and nothing half done is kept. */
class LocalStoreFailureTest {
    @TempDir
    Path folder;

    @Test
    void G15_a_full_disk_stops_the_store_and_keeps_nothing_half_done() throws Exception {
        int acknowledged = 0;
        try (var store = LocalStore.at(folder)) {
            var lease = Runs.join(store);
            store.writer().limitPages(60);
            Throwable failure = null;
            while (failure == null) {
                var batch = new ArrayList<Change>();
                for (int i = 0; i < 5; i++)
                    batch.add(new Change.Start(
                            "r" + (acknowledged + i), Runs.METHOD, "d", Runs.payload("x".repeat(3000)), lease));
                try {
                    Runs.commit(store, batch.toArray(Change[]::new));
                    acknowledged += 5;
                } catch (RuntimeException e) {
                    failure = e.getCause();
                }
            }
            assertThat(failure)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("perdure/store-unavailable")
                    .hasMessageContaining("no room")
                    .hasMessageContaining("perdure.db");
            store.writer().limitPages(1_000_000);
            refusesEverything(store);
        }
        assertThat(acknowledged).isPositive();
        try (var store = LocalStore.at(folder)) {
            for (int i = 0; i < acknowledged; i++)
                assertThat(Runs.frame(store, "r" + i)).hasSize(1);
            assertThat(Runs.frame(store, "r" + acknowledged)).isEmpty();
            Runs.commit(store, Runs.start("r" + acknowledged, Runs.join(store)));
        }
    }

    @Test
    @SuppressWarnings("NullAway") // the point
    void G2_a_batch_with_nonsense_in_it_leaves_nothing_and_stops_the_store() {
        try (var store = LocalStore.at(folder)) {
            var lease = Runs.join(store);
            Runs.commit(store, Runs.start("r0", lease));
            var batch = Arrays.asList(Runs.start("before", lease), null);
            assertThatThrownBy(() -> store.commit(batch).join())
                    .hasCauseInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("unexpected");
            refusesEverything(store);
        }
        try (var store = LocalStore.at(folder)) {
            assertThat(Runs.frame(store, "r0")).hasSize(1);
            assertThat(Runs.frame(store, "before")).isEmpty();
        }
    }

    private static void refusesEverything(LocalStore store) {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> Runs.commit(store, Runs.start("later", null)))
                    .hasCauseInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("stopped after an earlier failure")
                    .hasMessageContaining("open it again");
            assertThatThrownBy(() -> Runs.join(store)).hasCauseInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> store.prune(Instant.MAX, 1).join()).hasCauseInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> store.nextDue(java.util.Set.of(Runs.METHOD), Queues.ALL)
                            .join())
                    .hasCauseInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> Runs.frame(store, "r0")).hasCauseInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void G15_a_write_that_the_system_refuses_stops_the_store_and_loses_nothing_acknowledged() throws Exception {
        int acknowledged = 0;
        try (var child = Child.javaWithFileLimit(3_000, Filler.class, folder.toString())) {
            String line;
            while ((line = child.line()) != null && !line.startsWith("failed ")) acknowledged = Integer.parseInt(line);
            assertThat(line).startsWith("failed perdure/store-unavailable: ").contains("perdure.db");
            assertThat(child.line()).startsWith("then perdure/store-unavailable: the store has stopped");
        }
        assertThat(acknowledged).isGreaterThan(10);
        try (var store = LocalStore.at(folder)) {
            int found = new Scanner(Runs.frame(store, "r").get(0)).nextInt();
            assertThat(found).isBetween(acknowledged, acknowledged + 1);
        }
    }

    /** Main class of a process that writes until it cannot. */
    static final class Filler {
        private Filler() {}

        private static Throwable cause(RuntimeException e) {
            return Objects.requireNonNull(e.getCause());
        }

        public static void main(String[] arguments) {
            var store = LocalStore.at(Path.of(arguments[0]));
            var lease = Runs.join(store);
            Runs.commit(store, Runs.start("r", lease));
            try {
                for (int i = 1; ; i++) {
                    Runs.commit(store, Runs.step("r", lease, i + " " + "x".repeat(50_000)));
                    System.out.println(i);
                }
            } catch (RuntimeException e) {
                System.out.println("failed " + cause(e).getMessage());
            }
            try {
                Runs.commit(store, Runs.step("r", lease, "0"));
            } catch (RuntimeException e) {
                System.out.println("then " + cause(e).getMessage());
            }
        }
    }
}
