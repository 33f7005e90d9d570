package dev.perdure.tests.cluster;

import static dev.perdure.Perdure.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.Durable;
import dev.perdure.IdConflict;
import dev.perdure.InvalidArgument;
import dev.perdure.Signal;
import dev.perdure.UnknownRun;
import dev.perdure.engine.Engine;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.Server;
import dev.perdure.store.MemoryStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts and signals as part of the caller's own transaction. */
public class JoinedTest {
    private static final Signal<String> NEWS = Signal.of("news", String.class);

    private final String schema = Server.schema();
    private Engine engine;
    private Connection connection;

    /** Waits for a word. */
    public static class Listener {
        /** Returns it. */
        @Durable
        public String listen(String greeting) {
            return greeting + " " + await(NEWS).get();
        }
    }

    @BeforeEach
    void open() throws SQLException {
        engine = Engine.open(PostgresStore.at(Server.url()).schema(schema).open())
                .register(new Listener())
                .start();
        connection = DriverManager.getConnection(Server.url());
        connection.setAutoCommit(false);
        run("CREATE TABLE " + schema + ".shop (name text)");
        connection.commit();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        engine.close();
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int rows() {
        return Integer.parseInt(Server.text("SELECT count(*) FROM " + schema + ".shop"));
    }

    @Test
    void start_and_signal_take_place_with_the_callers_rows() throws Exception {
        run("INSERT INTO " + schema + ".shop VALUES ('a')");
        var run = engine.within(connection).start("r", Listener::listen, "hello");
        assertThatThrownBy(() -> engine.run("r")).isInstanceOf(UnknownRun.class);
        connection.commit();
        assertThat(rows()).isEqualTo(1);

        run("INSERT INTO " + schema + ".shop VALUES ('b')");
        engine.within(connection).signal("r", NEWS, "world", "once");
        engine.within(connection).signal("r", NEWS, "world", "once");
        connection.commit();
        assertThat(run.result()).isEqualTo("hello world");
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void nothing_takes_place_when_the_caller_rolls_back() throws Exception {
        var other = engine.start("other", Listener::listen, "hello");
        run("INSERT INTO " + schema + ".shop VALUES ('a')");
        engine.within(connection).start("r", Listener::listen, "hello");
        engine.within(connection).signal("other", NEWS, "never");
        connection.rollback();
        assertThatThrownBy(() -> engine.run("r")).isInstanceOf(UnknownRun.class);
        assertThat(rows()).isZero();
        other.signal(NEWS, "world");
        assertThat(other.result()).isEqualTo("hello world");
    }

    @Test
    void G10_id_of_another_input_is_a_conflict_and_the_same_is_the_same_run() throws Exception {
        engine.start("r", Listener::listen, "hello");
        engine.within(connection).start("r", Listener::listen, "hello");
        assertThatThrownBy(() -> engine.within(connection).start("r", Listener::listen, "other"))
                .isInstanceOf(IdConflict.class);
        assertThatThrownBy(() -> engine.within(connection).signal("nobody", NEWS, "x"))
                .isInstanceOf(UnknownRun.class);
        connection.rollback();
    }

    @Test
    void connection_without_a_transaction_is_refused() throws Exception {
        connection.setAutoCommit(true);
        assertThatThrownBy(() -> engine.within(connection).start("r", Listener::listen, "hello"))
                .isInstanceOf(InvalidArgument.class)
                .hasMessageContaining("auto-commit");
        try (var memory = Engine.open(new MemoryStore(Clock.systemUTC()))
                .register(new Listener())
                .start()) {
            assertThatThrownBy(() -> memory.within(connection).start("r", Listener::listen, "hello"))
                    .isInstanceOf(InvalidArgument.class)
                    .hasMessageContaining("MemoryStore");
        }
    }
}
