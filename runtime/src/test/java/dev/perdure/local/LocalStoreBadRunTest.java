package dev.perdure.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Claim;
import dev.perdure.store.Query;
import dev.perdure.store.RunImage;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other engines did with runs whose rows were damaged: stopped at them, or took them for nobody's and threw them away. */
class LocalStoreBadRunTest {
    private static final int RUNS = 9;

    @TempDir
    Path folder;

    @BeforeEach
    void makeStore() {
        try (var store = LocalStore.at(folder)) {
            var lease = Runs.join(store);
            for (int i = 0; i < RUNS; i++) {
                var id = "r" + i;
                Runs.commit(store, Runs.start(id, lease), Runs.step(id, lease, "f"), Runs.part(id, lease, "p"));
                Runs.commit(store, new Change.Deliver(id, "signal", Runs.payload("v"), "k"));
            }
        }
    }

    private List<Long> sql(String... statements) throws Exception {
        var numbers = new ArrayList<Long>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("perdure.db"));
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                if (!sql.startsWith("SELECT")) {
                    statement.execute(sql);
                    continue;
                }
                try (var row = statement.executeQuery(sql)) {
                    row.next();
                    numbers.add(row.getLong(1));
                }
            }
        }
        return numbers;
    }

    @Test
    void G13_recovery_goes_past_bad_runs_first_last_and_between() throws Exception {
        for (int bad : List.of(0, 4, RUNS - 1)) sql("UPDATE hot SET seal = seal + 1 WHERE run = " + (bad + 1));
        try (var store = LocalStore.at(folder)) {
            var lease = Runs.join(store);
            var claimed =
                    store.claim(lease, new Claim(Set.of(Runs.METHOD), 100)).join();
            assertThat(claimed.stream().map(RunImage::id)).containsExactly("r1", "r2", "r3", "r5", "r6", "r7");
            for (var image : claimed)
                Runs.commit(store, Runs.step(image.id(), lease, "", new Next.End(false, Runs.payload("o"))));
            assertThat(store.find(new Query(Set.of(RunImage.Status.STUCK), null, null, 100))
                            .join()
                            .runs())
                    .hasSize(3)
                    .allMatch(run -> String.valueOf(run.problem()).contains("damaged"));
        }
    }

    @Test
    void G15_damaged_runs_are_never_taken_for_ended_or_nobodys_and_deleted() throws Exception {
        sql(
                "UPDATE run SET status = 4, updated_at = 1 WHERE id = 'r0'",
                "UPDATE run SET status = 6 WHERE id = 'r1'",
                "UPDATE run SET status = 99 WHERE id = 'r2'",
                "UPDATE run SET slot = 77 WHERE id = 'r3'",
                "UPDATE hot SET run = 1000 WHERE run = 5",
                "UPDATE hot SET token = 1000 WHERE run = 6");
        var rows = List.of("run", "hot", "part", "letter", "sent").stream()
                .map(table -> "SELECT count(*) FROM " + table)
                .toArray(String[]::new);
        var before = sql(rows);
        for (int life = 0; life < 3; life++) {
            try (var store = LocalStore.at(folder)) {
                store.claim(Runs.join(store), new Claim(Set.of(Runs.METHOD), 100))
                        .join();
                assertThat(store.prune(Instant.MAX, 100).join()).as("pruned").isZero();
            }
        }
        assertThat(sql(rows)).isEqualTo(before);
        try (var store = LocalStore.at(folder)) {
            var stuck = store.find(new Query(Set.of(RunImage.Status.STUCK), null, null, 100))
                    .join();
            assertThat(stuck.runs().stream().map(RunImage::id)).contains("r0", "r1", "r3", "r4");
        }
    }
}
