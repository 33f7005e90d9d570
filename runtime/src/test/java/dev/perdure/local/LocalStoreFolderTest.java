package dev.perdure.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.StoreLocked;
import dev.perdure.StoreUnavailable;
import dev.perdure.StoreUnusable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a store may live, and with whom. */
class LocalStoreFolderTest {
    @TempDir
    Path temp;

    @Test
    void folder_and_files_are_made_for_this_user_only() throws Exception {
        var folder = temp.resolve("deep/down/orders");
        try (var store = LocalStore.at(folder)) {
            Runs.commit(store, Runs.start("r", Runs.join(store)));
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(temp.resolve("deep"))).isEqualTo("rwx------");
            for (String name : new String[] {"perdure.db", "perdure.db-wal", "perdure.db-shm", "perdure.lock"})
                assertThat(permissions(folder.resolve(name))).as(name).isEqualTo("rw-------");
        }
    }

    @Test
    void closing_leaves_one_file_that_holds_everything() throws Exception {
        try (var store = LocalStore.at(temp)) {
            Runs.commit(store, Runs.start("r", Runs.join(store)));
        }
        assertThat(temp.resolve("perdure.db-wal")).doesNotExist();
        var copy = Files.createDirectory(temp.resolve("copy"));
        Files.copy(temp.resolve("perdure.db"), copy.resolve("perdure.db"));
        try (var store = LocalStore.at(copy)) {
            assertThat(Runs.frame(store, "r")).containsExactly("start r");
        }
    }

    @Test
    void a_second_opening_in_this_process_is_refused_and_harms_nothing() throws Exception {
        try (var store = LocalStore.at(temp)) {
            for (int i = 0; i < 2; i++)
                assertThatThrownBy(() -> LocalStore.at(temp.resolve("../" + temp.getFileName())))
                        .isInstanceOf(StoreLocked.class)
                        .hasMessageContaining("perdure/store-locked")
                        .hasMessageContaining(temp.toRealPath().toString())
                        .hasMessageContaining(
                                String.valueOf(ProcessHandle.current().pid()));
            try (var child = Child.java(Holder.class, temp.toString())) {
                assertThat(child.line())
                        .startsWith("perdure/store-locked")
                        .contains("process " + ProcessHandle.current().pid());
            }
            Runs.commit(store, Runs.start("r", Runs.join(store)));
        }
        LocalStore.at(temp).close();
    }

    @Test
    void G1_another_process_keeps_the_store_until_it_dies_and_loses_nothing_acknowledged() throws Exception {
        int acknowledged;
        try (var child = Child.java(Holder.class, temp.toString())) {
            assertThat(child.line()).isEqualTo("1");
            assertThatThrownBy(() -> LocalStore.at(temp))
                    .isInstanceOf(StoreLocked.class)
                    .hasMessageContaining("process " + child.pid());
            do acknowledged = Integer.parseInt(child.line());
            while (acknowledged < 100);
            child.kill();
            String line;
            while ((line = child.line()) != null) acknowledged = Integer.parseInt(line);
        }
        try (var store = LocalStore.at(temp)) {
            int found = Integer.parseInt(Runs.frame(store, "r").get(0).substring(1));
            assertThat(found).isBetween(acknowledged, acknowledged + 1);
            assertThat(Runs.frame(store, "s")).as("the same batch").containsExactly("s" + found);
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws Exception {
        var file = Files.writeString(temp.resolve("file"), "x");
        assertThatThrownBy(() -> LocalStore.at(file))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("perdure/store-unavailable")
                .hasMessageContaining(file + " is a file");
        assertThatThrownBy(() -> LocalStore.at(file.resolve("orders")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("x");
    }

    @Test
    void a_lock_file_that_cannot_be_opened_is_named() throws Exception {
        Files.createDirectory(temp.resolve("perdure.lock"));
        assertThatThrownBy(() -> LocalStore.at(temp))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("perdure.lock");
        Files.delete(temp.resolve("perdure.lock"));
        LocalStore.at(temp).close();
    }

    @Test
    void symbolic_links_are_not_followed() throws Exception {
        var real = Files.createDirectory(temp.resolve("real"));
        var link = Files.createSymbolicLink(temp.resolve("link"), real);
        assertThatThrownBy(() -> LocalStore.at(link))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("symbolic link")
                .hasMessageContaining(real.toRealPath().toString());
        for (String name : new String[] {"perdure.db", "perdure.db-wal", "perdure.lock"}) {
            var target = Files.writeString(temp.resolve("target"), "");
            Files.createSymbolicLink(real.resolve(name), target);
            assertThatThrownBy(() -> LocalStore.at(real))
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining(name);
            assertThat(target).isEmptyFile();
            Files.delete(real.resolve(name));
        }
    }

    @Test
    void a_failed_opening_gives_the_folder_back() throws Exception {
        var database = Files.writeString(temp.resolve("perdure.db"), "no database at all".repeat(100));
        assertThatThrownBy(() -> LocalStore.at(temp)).isInstanceOf(StoreUnusable.class);
        assertThatThrownBy(() -> LocalStore.at(temp)).isInstanceOf(StoreUnusable.class);
        Files.delete(database);
        LocalStore.at(temp).close();
    }

    @Test
    void closing_twice_does_nothing_and_everything_after_it_fails() {
        var store = LocalStore.at(temp);
        var lease = Runs.join(store);
        store.close();
        store.close();
        assertThatThrownBy(() -> Runs.commit(store, Runs.start("r", lease))).hasCauseInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> Runs.frame(store, "r")).hasCauseInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> Runs.join(store)).hasCauseInstanceOf(StoreUnavailable.class);
        try (var again = LocalStore.at(temp)) {
            assertThat(Runs.join(again).token()).isGreaterThan(lease.token());
        }
    }

    @Test
    void an_interrupted_thread_can_commit() throws Exception {
        try (var store = LocalStore.at(temp)) {
            var lease = Runs.join(store);
            for (int i = 0; i < 300; i++) {
                Thread.currentThread().interrupt();
                Runs.commit(store, Runs.start("r" + i, lease), Runs.step("r" + i, lease, "x".repeat(10_000)));
            }
            assertThat(Thread.interrupted()).isTrue();
            assertThat(Runs.frame(store, "r299")).hasSize(1);
        }
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
