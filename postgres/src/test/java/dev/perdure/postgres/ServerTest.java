package dev.perdure.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.InvalidArgument;
import dev.perdure.StoreUnavailable;
import dev.perdure.StoreUnusable;
import dev.perdure.store.Change;
import dev.perdure.store.Payload;
import dev.perdure.store.Query;
import dev.perdure.store.Result;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the store does about a server and a schema that it finds. */
class ServerTest {
    private final String schema = Server.schema();

    private PostgresStoreBuilder on(String options) {
        return PostgresStore.at(Server.url() + "&options=" + options).schema(schema);
    }

    @Test
    void G1_server_that_may_lose_what_it_acknowledges_is_refused() {
        assertThatThrownBy(() -> on("-c%20synchronous_commit=off").open())
                .isInstanceOf(StoreUnusable.class)
                .hasMessageStartingWith("perdure/store-not-durable: synchronous_commit is off");
    }

    @Test
    void server_that_only_reads_is_refused() {
        assertThatThrownBy(() -> on("-c%20default_transaction_read_only=on").open())
                .isInstanceOf(StoreUnusable.class)
                .hasMessageStartingWith("perdure/store-read-only");
    }

    @Test
    void G1_store_that_finds_itself_at_another_server_than_before_asks_it_anew() {
        Server.run("CREATE DATABASE " + schema);
        var url = Server.url().replace("/postgres?", "/" + schema + "?");
        try (var store = PostgresStore.at(url).open()) {
            var start = new Change.Start("r", "m", "d", new Payload("{}".getBytes(StandardCharsets.UTF_8), 0), null);
            failOver("off");
            assertThatThrownBy(() -> inTime(store, start))
                    .hasCauseInstanceOf(StoreUnusable.class)
                    .hasMessageContaining("perdure/store-not-durable: synchronous_commit is off");
            failOver("on");
            assertThat(inTime(store, start).get(0).status()).isEqualTo(Result.Status.APPLIED);
        }
    }

    /** All connections break, and lead to a server that is set up otherwise. */
    private void failOver(String synchronousCommit) {
        Server.run("ALTER DATABASE " + schema + " SET synchronous_commit = " + synchronousCommit);
        Server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + schema + "'");
    }

    /** What comes of a write once the store has noticed that its connection is gone. */
    private static List<Result> inTime(PostgresStore store, Change change) {
        while (true) {
            try {
                return store.commit(List.of(change)).join();
            } catch (CompletionException failure) {
                if (!(failure.getCause() instanceof StoreUnavailable)) throw failure;
            }
        }
    }

    @Test
    void standby_is_refused(@TempDir Path folder) throws Exception {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on");
        try (var primary = builder.start()) {
            PostgresStore.at(primary.getJdbcUrl("postgres", "postgres")).open().close();
        }
        Files.createFile(folder.resolve("standby.signal"));
        try (var standby = builder.start()) {
            var url = standby.getJdbcUrl("postgres", "postgres");
            assertThatThrownBy(() -> PostgresStore.at(url).open())
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageStartingWith("perdure/store-read-only")
                    .hasMessageContaining("it is a standby");
        }
    }

    @Test
    void server_that_is_not_there_is_named() {
        assertThatThrownBy(() -> PostgresStore.at("jdbc:postgresql://localhost:1/x?user=x")
                        .open())
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("localhost:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Perdure", "1st", "a\"; DROP SCHEMA public; --", "with space"})
    void schema_name_that_is_none_is_refused(String name) {
        assertThatThrownBy(() -> PostgresStore.at(Server.url()).schema(name))
                .isInstanceOf(InvalidArgument.class)
                .hasMessageContaining('"' + name + '"');
    }

    @Test
    void validating_refuses_what_creating_has_not_made() {
        var validating = PostgresStore.at(Server.url()).schema(schema).schemaMode(SchemaMode.VALIDATE);
        assertThatThrownBy(validating::open)
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("schema " + schema + " has no tables");
        PostgresStore.at(Server.url()).schema(schema).open().close();
        validating.open().close();
    }

    @Test
    void scripts_run_by_hand_make_a_schema_that_validates() {
        Server.run("CREATE SCHEMA " + schema + "; SET search_path TO " + schema + ";" + PostgresStore.ddl());
        try (var store = PostgresStore.at(Server.url())
                .schema(schema)
                .schemaMode(SchemaMode.VALIDATE)
                .open()) {
            assertThat(store.find(Query.all(10)).join().runs()).isEmpty();
        }
    }

    @Test
    void later_version_is_refused_and_left_as_it_is() {
        PostgresStore.at(Server.url()).schema(schema).open().close();
        Server.run("INSERT INTO " + schema + ".schema_version VALUES (99)");
        assertThatThrownBy(() -> PostgresStore.at(Server.url()).schema(schema).open())
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("version 99");
    }

    @Test
    void processes_that_open_at_the_same_time_make_one_schema() {
        var opened = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> PostgresStore.at(Server.url()).schema(schema).open()))
                .limit(4)
                .toList();
        for (var store : opened) store.join().close();
    }

    @Test
    void data_source_gets_its_connections_back_as_they_were() throws Exception {
        var source = new Lent();
        try (var store = PostgresStore.on(source).schema(schema).open()) {
            store.find(Query.all(1)).join();
            assertThat(source.lent()).isPositive();
        }
        assertThat(source.lent()).isZero();
        assertThat(source.settings()).doesNotContain("statement_timeout=30s", "enable_seqscan=off");
    }
}
