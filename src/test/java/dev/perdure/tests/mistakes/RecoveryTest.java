package dev.perdure.tests.mistakes;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.RunStatus.State;
import dev.perdure.StoreLocked;
import dev.perdure.StoreUnavailable;
import dev.perdure.StoreUnusable;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores and runs that something happened to between two processes. */
class RecoveryTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private final Events events = new Events();

    private LocalStore store(Duration later) {
        return LocalStore.at(folder.resolve("store"), Clock.fixed(NOON.plus(later), ZoneOffset.UTC));
    }

    private Engine engine(Duration later, Object... hosts) {
        return Engine.open(store(later)).register(hosts).listener(events).start();
    }

    private void parkTwo() throws Exception {
        try (var engine = engine(Duration.ZERO, new Letters("Dear"), new Letters.Cards())) {
            engine.start("letter", Letters::send, "Ann", ofHours(1));
            engine.start("card", Letters.Cards::card, ofHours(1));
            events.parked("letter");
            events.parked("card");
        }
    }

    private int update(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store/perdure.db"));
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Test
    void G15_a_flipped_bit_in_a_frame_is_found_and_the_other_runs_go_on() throws Exception {
        parkTwo();
        assertThat(update("UPDATE frame SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Dear', 'Deaf') AS BLOB)"
                        + " WHERE CAST(bytes AS TEXT) LIKE '%Dear%'"))
                .isEqualTo(1);
        try (var engine = engine(ofDays(1), new Letters("Dear"), new Letters.Cards())) {
            assertThat(engine.run("card").result()).isEqualTo("card");
            assertThat(events.stuck("letter")).contains("perdure/data-corrupted");
            var status = engine.run("letter").status();
            assertThat(status.state()).isEqualTo(State.STUCK);
            assertThat(status.problem()).contains("perdure/data-corrupted");
        }
    }

    @Test
    void G16_a_run_of_a_class_that_is_not_registered_waits_visibly_and_the_others_go_on() throws Exception {
        parkTwo();
        try (var engine = engine(ofDays(1), new Letters.Cards())) {
            assertThat(engine.run("card").result()).isEqualTo("card");
            var status = engine.run("letter").status();
            assertThat(status.state().terminal()).isFalse();
            assertThat(status.problem()).contains("perdure/not-registered", "Letters.send");
        }
        try (var engine = engine(ofDays(1), new Letters("Dear"), new Letters.Cards())) {
            assertThat(engine.run("letter").result()).isEqualTo("Dear, Ann!");
        }
    }

    @Test
    void G16_a_call_that_could_not_be_resumed_here_is_not_begun() throws Exception {
        try (var engine = engine(ofDays(1), new Letters("Dear"))) {
            engine.start("noted", Letters::noted, "Ann");
            assertThat(events.stuck("noted"))
                    .contains("perdure/not-registered", "Notes.note", "register(TheClass.class)");
        }
        try (var engine = engine(ofDays(1), new Letters("Dear"), Letters.StickyNotes.class, Letters.Notes.class)) {
            var run = engine.run("noted");
            run.resume();
            assertThat(run.result()).isEqualTo("note for Ann!");
        }
    }

    @Test
    void a_file_of_another_version_is_refused_and_left_alone() throws Exception {
        parkTwo();
        update("PRAGMA user_version = 999");
        assertThatThrownBy(() -> store(Duration.ZERO))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContainingAll("perdure/store-unusable", "999");
        update("PRAGMA user_version = 1");
        try (var engine = engine(ofDays(1), new Letters("Dear"), new Letters.Cards())) {
            assertThat(engine.run("letter").result()).isEqualTo("Dear, Ann!");
        }
    }

    @Test
    void a_foreign_file_is_refused_and_left_alone() throws Exception {
        var file = folder.resolve("store/perdure.db");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "these are my recipes".repeat(1_000));
        assertThatThrownBy(() -> store(Duration.ZERO))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContainingAll("perdure/store-unusable", "perdure.db");
        assertThat(Files.readString(file)).startsWith("these are my recipes");
    }

    @Test
    void a_second_opener_is_told_who_has_the_store() {
        try (var first = store(Duration.ZERO)) {
            assertThat(first.now()).isEqualTo(NOON);
            assertThatThrownBy(() -> store(Duration.ZERO))
                    .isInstanceOf(StoreLocked.class)
                    .hasMessageContainingAll("perdure/store-locked", "store");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> LocalStore.at(file))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("needs a folder");
        assertThatThrownBy(() -> LocalStore.at(file.resolve("below")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("perdure/store-unavailable");
    }
}
