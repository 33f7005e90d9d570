package dev.perdure.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.StoreUnusable;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Claim;
import dev.perdure.store.Query;
import dev.perdure.store.RunImage;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are a store's, and what people see in them. */
class LocalStoreFileTest {
    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("perdure.db");
    }

    private void makeStore() {
        try (var store = LocalStore.at(folder)) {
            var lease = Runs.join(store);
            for (int i = 0; i < 50; i++) Runs.commit(store, Runs.start("r" + i, lease));
        }
    }

    private void sql(String... statements) throws Exception {
        try (var connection = connect(file);
                var statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    private static Connection connect(Path database) throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + database);
    }

    /** Opening is refused with this text, and changes nothing in the folder but the lock file. */
    private void refused(String... texts) throws Exception {
        var before = contents();
        for (int i = 0; i < 2; i++)
            assertThatThrownBy(() -> LocalStore.at(folder))
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining("perdure/store-unusable")
                    .hasMessageContaining(
                            folder.toRealPath().resolve("perdure.db").toString())
                    .satisfies(e -> assertThat(e.getMessage()).contains(texts));
        assertThat(contents()).isEqualTo(before);
    }

    private Map<String, List<Byte>> contents() throws Exception {
        var contents = new TreeMap<String, List<Byte>>();
        try (var files = Files.list(folder)) {
            for (Path path : files.toList()) {
                if (path.endsWith("perdure.lock")) continue;
                var bytes = new ArrayList<Byte>();
                for (byte b : Files.readAllBytes(path)) bytes.add(b);
                contents.put(path.getFileName().toString(), bytes);
            }
        }
        return contents;
    }

    @Test
    void G15_a_file_that_is_no_database_is_refused_and_left() throws Exception {
        Files.writeString(file, "customer,amount\nann,3\n".repeat(100));
        refused("is not a Perdure store", "it begins with");
    }

    @Test
    void G15_a_short_file_is_refused_and_left() throws Exception {
        Files.writeString(file, "x");
        refused("is not a Perdure store", "only 1 bytes");
    }

    @Test
    void G15_the_database_of_another_program_is_refused_and_left() throws Exception {
        sql("CREATE TABLE customer (name TEXT)", "INSERT INTO customer VALUES ('ann')");
        refused("is not a Perdure store", "application 0x0");
        sql("PRAGMA application_id = 1234567");
        refused("is not a Perdure store", "application 0x12d687");
    }

    @Test
    void a_store_of_a_later_version_is_refused_and_left() throws Exception {
        makeStore();
        sql("PRAGMA user_version = 99");
        refused("later Perdure", "version is 99", "up to 1");
    }

    @Test
    void G15_an_altered_schema_is_refused() throws Exception {
        makeStore();
        sql("DROP INDEX run_due");
        refused("index run_due", "is missing");
    }

    @Test
    void G15_a_log_without_its_database_is_refused() throws Exception {
        makeStore();
        Files.move(file, folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("perdure.db-wal"), "x");
        refused("missing", "perdure.db-wal");
    }

    @Test
    void G15_an_empty_file_is_no_store() throws Exception {
        makeStore();
        Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                .close();
        refused("empty", "backup");
    }

    @Test
    void making_a_store_that_was_interrupted_is_begun_anew() throws Exception {
        sql("PRAGMA journal_mode = WAL");
        Files.move(file, folder.resolve("perdure.db.new"));
        makeStore();
        try (var store = LocalStore.at(folder)) {
            assertThat(Runs.frame(store, "r0")).containsExactly("start r0");
        }
    }

    @Test
    void G15_a_truncated_file_is_refused() throws Exception {
        makeStore();
        long size = Files.size(file);
        for (long length = size - 1; length >= 512; length -= 4096 + 7) {
            try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
                raw.setLength(length);
            }
            assertThatThrownBy(() -> LocalStore.at(folder))
                    .as("length " + length)
                    .isInstanceOf(StoreUnusable.class);
        }
    }

    @Test
    void G15_a_row_that_another_program_has_changed_is_not_used() throws Exception {
        makeStore();
        sql("UPDATE run SET digest = 'x', status = 2 WHERE id = 'r7'");
        try (var store = LocalStore.at(folder)) {
            assertThatThrownBy(() -> Runs.frame(store, "r7"))
                    .hasRootCauseInstanceOf(dev.perdure.DataCorrupted.class)
                    .hasMessageContaining("seal");
            assertThat(Runs.frame(store, "r8")).containsExactly("start r8");
        }
    }

    @Test
    void G13_G15_a_damaged_run_is_set_aside_and_the_others_go_on() throws Exception {
        makeStore();
        sql(
                "UPDATE run SET digest = 'x' WHERE id = 'r1'",
                "UPDATE hot SET crashes = 5 WHERE run = (SELECT no FROM run WHERE id = 'r2')",
                "UPDATE run SET slot = NULL, status = 0 WHERE id = 'r3'",
                "DELETE FROM hot WHERE run = (SELECT no FROM run WHERE id = 'r4')",
                "INSERT INTO part VALUES (1, (SELECT no FROM run WHERE id = 'r5'), 1, 0, 0, 0, x'00')");
        try (var store = LocalStore.at(folder)) {
            var claimed = store.claim(Runs.join(store), new Claim(Set.of(Runs.METHOD), 100))
                    .join();
            assertThat(claimed).hasSize(45);
            for (String id : List.of("r1", "r2", "r3", "r4", "r5")) {
                var image = store.load(List.of(id)).join().get(0);
                assertThat(image.status()).as(id).isEqualTo(RunImage.Status.STUCK);
                assertThat(image.problem()).as(id).contains("perdure/data-corrupted", "damaged");
            }
        }
        try (var store = LocalStore.at(folder)) {
            assertThat(store.find(Query.all(100)).join().runs()).hasSize(50);
        }
    }

    @Test
    void people_can_read_the_file_while_the_store_is_open() throws Exception {
        try (var store = LocalStore.at(folder);
                var connection = connect(file);
                var statement = connection.createStatement()) {
            var lease = Runs.join(store);
            Runs.commit(
                    store, Runs.start("r", lease), Runs.step("r", lease, "{\"total\":3}"), Runs.part("r", lease, "{}"));
            Runs.commit(
                    store,
                    Runs.start("s", lease),
                    Runs.step("s", lease, "", new Next.End(true, Runs.payload("\"no\""))));
            var seen = new ArrayList<String>();
            try (var rows =
                    statement.executeQuery("SELECT id, method, status, outcome, started_at FROM runs ORDER BY id")) {
                while (rows.next()) {
                    seen.add(rows.getString(1) + " " + rows.getString(3) + " " + rows.getString(4));
                    assertThat(rows.getString(2)).isEqualTo(Runs.METHOD);
                    assertThat(rows.getString(5)).startsWith("20");
                }
            }
            assertThat(seen).containsExactly("r owned null", "s failed \"no\"");
            try (var rows = statement.executeQuery("SELECT frame FROM checkpoints WHERE id = 'r' ORDER BY n")) {
                var frames = new ArrayList<String>();
                while (rows.next()) frames.add(rows.getString(1));
                assertThat(frames).containsExactly("{\"total\":3}", "{}");
            }
        }
    }

    @Test
    void views_name_every_status() throws Exception {
        try (var store = LocalStore.at(folder);
                var connection = connect(file);
                var statement = connection.createStatement()) {
            var lease = Runs.join(store);
            Runs.commit(store, Runs.start("ready", null), Runs.start("owned", lease), Runs.start("parked", lease));
            Runs.commit(store, Runs.start("stuck", lease), Runs.start("done", lease), Runs.start("failed", lease));
            Runs.commit(
                    store,
                    Runs.step("parked", lease, "f", new Next.Park(null, "s")),
                    Runs.step("stuck", lease, "f", new Next.Stick("why")),
                    Runs.step("done", lease, "f", new Next.End(false, Runs.payload("1"))),
                    Runs.step("failed", lease, "f", new Next.End(true, Runs.payload("2"))));
            try (var rows = statement.executeQuery("SELECT id, status FROM runs")) {
                int count = 0;
                for (; rows.next(); count++) assertThat(rows.getString(2)).isEqualTo(rows.getString(1));
                assertThat(count).isEqualTo(6);
            }
        }
    }
}
