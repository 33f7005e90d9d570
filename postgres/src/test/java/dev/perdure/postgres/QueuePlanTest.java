package dev.perdure.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.Payload;
import dev.perdure.store.Placement;
import dev.perdure.store.QueueLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a claim costs does not grow with the queue: its queries go by indexes that hold only what they ask for. */
class QueuePlanTest {
    private static final int RUNS = 8_000;
    private static final int BATCH = 2_000;
    private static final String METHOD = "shop.Film.render(String)";

    private final String schema = Server.schema();
    private PostgresStore store;
    private Session session;

    @BeforeEach
    void fill() throws Exception {
        store = PostgresStore.at(Server.url()).schema(schema).open();
        var lease = store.join("a", Duration.ofMinutes(10)).join();
        store.limit(QueueLimits.of("gpu").atOnce(3).perKey(1)).join();
        for (int from = 0; from < RUNS; from += BATCH) {
            var starts = new ArrayList<Change>();
            for (int i = from; i < from + BATCH; i++) {
                starts.add(start("free" + i, Placement.DEFAULT));
                starts.add(start("gpu" + i, new Placement("gpu", i % 3, i % 2 == 0 ? null : "hot")));
            }
            store.commit(starts).join();
        }
        assertThat(store.claim(lease, new Claim(Set.of(METHOD), 64)).join()).hasSizeBetween(33, 64);
        session = new Session(Server.source().getConnection(), '"' + schema + "\".");
        session.run("ANALYZE {}run");
        session.run("ANALYZE {}queue");
    }

    private static Change.Start start(String run, Placement placement) {
        return new Change.Start(run, METHOD, "d", new Payload(new byte[40], 1), null, placement, null, null);
    }

    @AfterEach
    void close() throws Exception {
        session.close();
        store.close();
    }

    private String plan(String sql, @Nullable Object... parameters) throws Exception {
        var lines = new ArrayList<String>();
        session.each(session.bind("EXPLAIN " + sql, parameters), row -> lines.add(row.getString(1)));
        return String.join("\n", lines);
    }

    private static void cheap(String plan, String index) {
        assertThat(plan).contains(index).doesNotContain("Seq Scan on run").doesNotContain("Sort Key: run.");
    }

    @Test
    void every_query_of_a_claim_goes_by_its_index() throws Exception {
        var methods = Rows.integers(List.of(1));
        var served = new Served(methods, 1, Rows.integers(List.of()));
        cheap(plan(Line.READY, methods, Rows.integers(List.of(0, 1, 3)), 1, 0, 9, 100), "run_ready");
        cheap(plan(Line.HELD, 1L, 1), "run_place");
        cheap(plan(Line.BACK_KEYS, 1, 1), "run_back");
        cheap(plan(LimitedClaims.WAITING, served.every(), served.queues(), methods), "run_ready");
        cheap(
                plan(Claims.LOOK, 1L, methods, 1, served.queues(), 0, 9, 0, 9, methods, 1, served.queues(), 0, 9),
                "run_ready");
    }
}
