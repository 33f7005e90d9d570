package dev.perdure.tests.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.InvalidArgument;
import dev.perdure.Run;
import dev.perdure.StoreUnavailable;
import dev.perdure.UnknownRun;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import dev.perdure.store.JoinableStore;
import dev.perdure.store.MemoryStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions on the embedded store: what they write and what came of them, together. */
class TransactionTest {
    @TempDir
    Path folder;

    private final List<Engine> engines = new ArrayList<>();
    private Booking booking = new Booking("book");
    private LocalStore store;

    @BeforeEach
    void open() throws Throwable {
        store = LocalStore.at(folder);
        store.transaction(connection -> execute(connection, "CREATE TABLE book (account TEXT, amount INTEGER)"));
    }

    @AfterEach
    void close() {
        engines.forEach(Engine::close);
        store.close();
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private Engine engine(JoinableStore on) {
        booking = new Booking("book");
        var engine = Engine.open(on)
                .node("n")
                .grace(Duration.ofMillis(50))
                .register(booking)
                .start();
        engines.add(engine);
        return engine;
    }

    private int sum(String account) throws Throwable {
        return store.transaction(connection -> Booking.sum(connection, "book", account));
    }

    /** What becomes of the process, or of the answer, at a transaction. */
    private enum Trouble {
        DIES_BEFORE,
        DIES_AFTER,
        LOST_BEFORE,
        LOST_AFTER
    }

    /** The store as a process sees it that gets into trouble at its n-th transaction. */
    private JoinableStore in(Trouble trouble, int n) {
        var dead = new boolean[1];
        var count = new int[1];
        return (JoinableStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JoinableStore.class}, (proxy, method, arguments) -> {
                    boolean transaction = method.getName().equals("transaction");
                    if (transaction && ++count[0] == n) {
                        boolean after = trouble == Trouble.DIES_AFTER || trouble == Trouble.LOST_AFTER;
                        if (after) invoke(method, arguments);
                        dead[0] = trouble == Trouble.DIES_BEFORE || trouble == Trouble.DIES_AFTER;
                        throw new StoreUnavailable("planned: " + trouble, null);
                    }
                    if (method.getName().equals("joinable")) return proxy;
                    if (dead[0] && transaction) throw new StoreUnavailable("dead", null);
                    if (dead[0] && method.getReturnType() == CompletableFuture.class)
                        return CompletableFuture.failedFuture(new StoreUnavailable("dead", null));
                    return invoke(method, arguments);
                });
    }

    private @Nullable Object invoke(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause();
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void G3_transaction_takes_place_exactly_once_whatever_becomes_of_its_commit(Trouble trouble) throws Throwable {
        for (int n = 1; n <= 3; n++) {
            var id = "r" + n;
            var first = engine(in(trouble, n));
            Run<List<Integer>> run = first.start(id, Booking::book, id, List.of(5, 7, 9));
            boolean dies = trouble == Trouble.DIES_BEFORE || trouble == Trouble.DIES_AFTER;
            if (dies) {
                while (booking.calls.get() < (trouble == Trouble.DIES_AFTER ? n : n - 1)) Thread.onSpinWait();
                run = engine(store).run(id, castList());
            }
            assertThat(run.result()).as("%s at transaction %s", trouble, n).containsExactly(5, 12, 21);
            assertThat(sum(id)).isEqualTo(21);
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<List<Integer>> castList() {
        return (Class<List<Integer>>) (Class<?>) List.class;
    }

    @Test
    void G3_failed_work_is_rolled_back_and_tried_again() throws Throwable {
        var engine = engine(store);
        booking.fault = connection -> {
            if (booking.calls.get() < 3) throw new SQLException("not yet");
        };
        assertThat(engine.start("r", Booking::book, "a", List.of(5)).result()).containsExactly(5);
        assertThat(booking.calls).hasValue(3);
        booking.fault = connection -> {
            throw new SQLException("refused");
        };
        assertThat(engine.start("s", Booking::once, "b", 5).result()).isEqualTo("refused");
        assertThat(sum("b")).isZero();
    }

    @Test
    void branches_have_transactions_side_by_side() throws Throwable {
        var engine = engine(store);
        var amounts = IntStream.rangeClosed(1, 50).boxed().toList();
        assertThat(engine.start("r", Booking::fan, "a", amounts).result()).isEqualTo(50);
        assertThat(sum("a")).isEqualTo(1275);
        assertThat(booking.calls).hasValue(50);
    }

    @Test
    void work_may_not_end_its_transaction() throws Throwable {
        var engine = engine(store);
        booking.fault = connection -> {
            assertThatThrownBy(connection::commit).hasMessageContaining("commit is not allowed");
            assertThatThrownBy(connection::rollback).hasMessageContaining("rollback is not allowed");
            assertThatThrownBy(() -> connection.setAutoCommit(true)).hasMessageContaining("not allowed");
            assertThatThrownBy(() -> engine.start("x", Booking::once, "x", 1))
                    .isInstanceOf(InvalidArgument.class)
                    .hasMessageContaining("within(connection)");
            assertThatThrownBy(() -> engine.transaction(again -> 1))
                    .isInstanceOf(InvalidArgument.class)
                    .hasMessageContaining("already");
        };
        assertThat(engine.start("r", Booking::once, "a", 5).result()).isEqualTo("5");
        booking.fault = connection -> {};
        assertThat(engine.start("s", Booking::once, "a", 5).result()).isEqualTo("10");
    }

    @Test
    void start_and_signal_take_place_with_the_callers_rows() throws Throwable {
        var engine = engine(store);
        var run = engine.transaction(connection -> {
            execute(connection, "INSERT INTO book VALUES ('a', 3)");
            var started = engine.within(connection).start("r", Booking::once, "a", 5);
            assertThat(engine.within(connection)
                            .start("r", Booking::once, "a", 5)
                            .id())
                    .isEqualTo("r");
            assertThatThrownBy(() -> engine.within(connection).start("r", Booking::once, "a", 6))
                    .hasMessageContaining("another run");
            return started;
        });
        assertThat(run.result()).isEqualTo("8");
        assertThatThrownBy(() -> engine.transaction(connection -> {
                    execute(connection, "INSERT INTO book VALUES ('a', 3)");
                    engine.within(connection).start("never", Booking::once, "a", 5);
                    throw new IOException("changed my mind");
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> engine.run("never")).isInstanceOf(UnknownRun.class);
        assertThat(sum("a")).isEqualTo(8);
    }

    @Test
    void connection_that_is_not_the_stores_is_refused() throws Throwable {
        var engine = engine(store);
        var kept = new Connection[1];
        engine.transaction(connection -> {
            kept[0] = connection;
            return 0;
        });
        assertThat(kept[0].isClosed()).isTrue();
        assertThatThrownBy(() -> execute(kept[0], "SELECT 1")).hasMessageContaining("is over");
        assertThatThrownBy(() -> engine.within(kept[0]).start("x", Booking::once, "x", 1))
                .isInstanceOf(InvalidArgument.class)
                .hasMessageContaining("engine.transaction");
    }

    @Test
    void store_without_transactions_is_named() {
        booking = new Booking("book");
        try (var engine = Engine.open(new MemoryStore(Clock.systemUTC()))
                .register(booking)
                .start()) {
            assertThatThrownBy(() -> engine.start("r", Booking::once, "a", 1).result())
                    .hasRootCauseInstanceOf(InvalidArgument.class)
                    .hasStackTraceContaining("LocalStore");
        }
    }
}
