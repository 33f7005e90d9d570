package dev.perdure.tests.tx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Engine;
import dev.perdure.postgres.CuttingProxy;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.Server;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions on PostgreSQL, where connections break and processes are taken for dead. */
class PostgresTransactionTest {
    private static final Set<String> LANES = Set.of("commit", "claim", "heartbeat", "read", "watch");

    private final String schema = Server.schema();
    private final String table = schema + ".book";

    @BeforeEach
    void open() throws Exception {
        store(Server.port()).close();
        Server.run("CREATE TABLE " + table + " (account text, amount integer)");
    }

    private PostgresStore store(int port) {
        return PostgresStore.at(Server.url(port)).schema(schema).open();
    }

    private int sum(String account) {
        return Integer.parseInt(
                Server.text("SELECT coalesce(sum(amount), 0) FROM " + table + " WHERE account = '" + account + "'"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void G3_transaction_takes_place_exactly_once_wherever_its_connection_breaks(boolean answer) throws Exception {
        try (var proxy = new CuttingProxy(Server.port());
                var engine = Engine.open(store(proxy.port()))
                        .register(new Booking(table))
                        .start()) {
            engine.start("r", Booking::book, "r", List.of(1)).result();
            while (!proxy.knows(LANES)) Thread.onSpinWait();
            int cuts = 0;
            for (int request = 1; ; request++) {
                var id = "r" + request;
                proxy.arm(CuttingProxy.OTHERS, request, answer);
                assertThat(engine.start(id, Booking::book, id, List.of(5, 7)).result())
                        .as("cut at request %s", request)
                        .containsExactly(5, 12);
                assertThat(sum(id)).isEqualTo(12);
                if (!proxy.disarm()) break;
                cuts++;
            }
            assertThat(cuts).isGreaterThan(3);
        }
    }

    @Test
    void G3_G7_process_that_was_taken_for_dead_commits_nothing() throws Exception {
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var left = new AtomicBoolean();
        var frozen = new Booking(table);
        frozen.fault = connection -> {
            entered.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            left.set(true);
        };
        try (var first = Engine.open(store(Server.port()))
                .node("n")
                .register(frozen)
                .grace(Duration.ofMillis(50))
                .start()) {
            first.start("r", Booking::once, "a", 5);
            entered.await();
            try (var second = Engine.open(store(Server.port()))
                    .node("n")
                    .register(new Booking(table))
                    .start()) {
                assertThat(second.run("r", String.class).result()).isEqualTo("5");
                goOn.countDown();
            }
        }
        assertThat(left).isTrue();
        while (!Server.text("SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query LIKE '%"
                        + table + "%'")
                .equals("0")) Thread.onSpinWait();
        assertThat(sum("a")).isEqualTo(5);
    }

    @Test
    void branches_have_connections_of_their_own() {
        try (var engine =
                Engine.open(store(Server.port())).register(new Booking(table)).start()) {
            var amounts = IntStream.rangeClosed(1, 20).boxed().toList();
            assertThat(engine.start("r", Booking::fan, "a", amounts).result()).isEqualTo(20);
            assertThat(sum("a")).isEqualTo(210);
        }
    }
}
