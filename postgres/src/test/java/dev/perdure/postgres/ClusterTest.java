package dev.perdure.postgres;

import static dev.perdure.store.Result.Status.APPLIED;
import static dev.perdure.store.Result.Status.EXISTS;
import static dev.perdure.store.Result.Status.FENCED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.Payload;
import dev.perdure.store.Queues;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.Store;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several stores on one schema, by the server's own clock. */
class ClusterTest {
    private static final String METHOD = "shop.OrderFlow.place(shop.Order)";
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Claim ALL = new Claim(Set.of(METHOD), 1000);

    private final String schema = Server.schema();
    private final List<PostgresStore> stores = new ArrayList<>();

    private PostgresStore store(Duration poll) {
        var store =
                PostgresStore.at(Server.url()).schema(schema).pollEvery(poll).open();
        stores.add(store);
        return store;
    }

    @AfterEach
    void close() {
        stores.forEach(PostgresStore::close);
    }

    private static Payload payload(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    private static Change start(String run, Lease owner) {
        return new Change.Start(run, METHOD, "d", payload("start"), owner);
    }

    private static Change start(String run) {
        return new Change.Start(run, METHOD, "d", payload("start"), null);
    }

    private static Change whole(String run, Lease owner, String frame) {
        return new Change.Step(run, owner, new Frames.Whole(payload(frame)), List.of(), new Next.Move());
    }

    private static Result.Status one(Store store, Change change) {
        return store.commit(List.of(change)).join().get(0).status();
    }

    @Test
    void other_processes_hear_of_work_and_mail_at_once() throws Exception {
        var here = store(Duration.ofHours(1));
        var there = store(Duration.ofHours(1));
        var lease = there.join("there", LONG).join();
        var heard = new LinkedBlockingQueue<String>();
        there.onWork(() -> heard.add("work"));
        there.onMail(heard::add);
        // The other one may still be on its way to listening: so again, until it hears.
        for (int i = 0; ; i++) {
            one(here, start("r" + i));
            var word = heard.poll(200, TimeUnit.MILLISECONDS);
            if (word != null) break;
        }
        one(there, start("mine", lease));
        heard.clear();
        one(here, new Change.Deliver("mine", "s", payload("v"), null));
        String word;
        do word = heard.poll(20, TimeUnit.SECONDS);
        while ("work".equals(word));
        assertThat(word).isEqualTo("mine");
    }

    @Test
    void who_misses_the_notice_looks_by_itself() throws Exception {
        var there = store(Duration.ofMillis(50));
        var lease = there.join("there", LONG).join();
        one(there, start("mine", lease));
        var heard = new LinkedBlockingQueue<String>();
        there.onMail(heard::add);
        Server.run(
                "INSERT INTO %1$s.letter VALUES ('mine', 1, 's', 0, ''); UPDATE %1$s.run SET letters = 1, last_letter = 1"
                        .formatted(schema));
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("mine");
        assertThat(heard.poll(200, TimeUnit.MILLISECONDS)).as("told once").isNull();
    }

    @Test
    void G10_many_starts_of_one_id_on_two_nodes_make_one_run() {
        int ids = Integer.getInteger("perdure.cluster.ids", 50);
        var nodes = List.of(store(LONG), store(LONG));
        var leases = List.of(
                nodes.get(0).join("a", LONG).join(),
                nodes.get(1).join("b", LONG).join());
        var asked = new ArrayList<CompletableFuture<List<Result>>>();
        for (int caller = 0; caller < 16; caller++)
            for (int id = 0; id < ids; id++) {
                int node = (caller + id) % 2;
                var start = caller % 3 == 0 ? start("r" + id, leases.get(node)) : start("r" + id);
                asked.add(nodes.get(node).commit(List.of(start)));
            }
        var statuses = asked.stream().map(done -> done.join().get(0).status()).toList();
        assertThat(statuses).containsOnly(APPLIED, EXISTS);
        assertThat(statuses.stream().filter(APPLIED::equals)).hasSize(ids);
    }

    @Test
    void G7_node_whose_lease_ran_out_is_fenced_and_its_runs_are_taken_over_in_time() throws Exception {
        var before = store(LONG);
        var after = store(LONG);
        var lease = before.join("before", Duration.ofMillis(600)).join();
        var other = after.join("after", LONG).join();
        one(before, start("r", lease));
        one(before, whole("r", lease, "f1"));
        assertThat(after.nextDue(Set.of(METHOD), Queues.ALL).join()).isEqualTo(lease.until());
        List<RunImage> taken;
        do taken = after.claim(other, ALL).join();
        while (taken.isEmpty() && after.now().isBefore(lease.until().plusSeconds(20)));
        assertThat(taken).hasSize(1);
        assertThat(taken.get(0).updatedAt())
                .isBetween(lease.until(), lease.until().plusSeconds(2));
        assertThat(taken.get(0).crashes()).isEqualTo(1);
        assertThat(one(before, whole("r", lease, "stale"))).isEqualTo(FENCED);
        assertThat(one(after, whole("r", other, "f2"))).isEqualTo(APPLIED);
        assertThat(after.load(List.of("r")).join().get(0).frame()).containsExactly(payload("f2"));
    }

    @Test
    void G7_process_that_is_stopped_in_a_transaction_holds_its_locks_no_longer_than_two_seconds() throws Exception {
        var here = store(LONG);
        var lease = here.join("here", LONG).join();
        one(here, start("r", lease));
        var sessions = new Sessions(Server.source(), new Schema(schema).prefix(), LONG, LONG, Duration.ofSeconds(2));
        var stopped = sessions.open("stopped");
        stopped.begin();
        stopped.bind("UPDATE {}run SET digest = 'x' WHERE id = ?", "r").executeUpdate();
        assertThat(one(here, whole("r", lease, "f"))).isEqualTo(APPLIED);
        sessions.abort(stopped);
    }

    @Test
    void steps_touch_no_index_and_read_no_other_run() throws Exception {
        var here = store(LONG);
        var lease = here.join("here", LONG).join();
        for (var kind : List.of("r", "bystander"))
            here.commit(IntStream.range(0, kind.equals("r") ? 50 : 1000)
                            .mapToObj(i -> start(kind + i, lease))
                            .toList())
                    .join();
        for (int round = 0; round < 20; round++) {
            int n = round;
            here.commit(IntStream.range(0, 50)
                            .mapToObj(i -> whole("r" + i, lease, "frame " + n))
                            .toList())
                    .join();
        }
        var writers = writers();
        here.close();
        while (!Collections.disjoint(writers(), writers))
            Thread.onSpinWait(); // what they counted is there when they are gone
        assertThat(statistic("n_tup_upd", "tables")).isEqualTo(1000);
        assertThat(statistic("n_tup_hot_upd", "tables")).isGreaterThan(950);
        assertThat(statistic("sum(idx_tup_read)", "indexes")).isLessThan(5000);
    }

    private static Set<Integer> writers() throws Exception {
        var pids = new HashSet<Integer>();
        try (var connection = DriverManager.getConnection(Server.url());
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT pid FROM pg_stat_activity WHERE application_name = 'perdure-commit'")) {
            while (row.next()) pids.add(row.getInt(1));
        }
        return pids;
    }

    private long statistic(String what, String of) throws Exception {
        try (var connection = DriverManager.getConnection(Server.url());
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
            try (var row = statement.executeQuery("SELECT " + what + " FROM pg_stat_user_" + of
                    + " WHERE schemaname = '" + schema + "' AND relname = 'run'")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void G13_notices_of_one_kind_do_not_keep_a_store_from_looking_for_the_other() throws Exception {
        var looks = new CountDownLatch(2); // the first may have been under way before the first notice
        store(Duration.ofSeconds(1)).onWork(looks::countDown);
        try (var connection = DriverManager.getConnection(Server.url());
                var statement = connection.createStatement()) {
            var end = Instant.now().plusSeconds(60);
            while (looks.getCount() > 0 && Instant.now().isBefore(end))
                statement.execute("NOTIFY perdure_" + schema + ", 'mail'");
        }
        assertThat(looks.getCount()).as("looks for work that did not come").isZero();
    }
}
