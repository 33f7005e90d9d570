package dev.perdure.tests.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.local.LocalStore;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.Server;
import dev.perdure.tests.harness.Effort;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs add to counters, in transactions and by calls that may be repeated, while their processes are killed, stopped and
 * started anew, with clocks that are set forth and back. In the end every counter is what the tracker says.
 */
class AccountingTest {
    private static final long SEED = Long.getLong("perdure.accounts.seed", 20261121);
    private static final int KILLS = Effort.of("perdure.accounts.kills", 6);
    private static final int PROGRAMS_PER_KILL = 4;
    private static final int SHORTEST = 300;
    private static final int LONGEST = 2_000;
    private static final int HOUR = 3_600;
    private static final int PROCESSES = 3;
    /** Longer than a lease. */
    private static final int STOPPED = 2_000;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final long first = random.nextInt(1_000_000_000);

    @Test
    void G1_G3_G4_G8_G11_every_counter_is_right_on_the_embedded_store_after_kills_and_steps_of_the_clock()
            throws Exception {
        var place = folder.resolve("store");
        try (var store = LocalStore.at(place)) {
            quietly(() -> store.transaction(AccountingTest::makeTable));
        }
        int known = 0;
        int programs = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            programs += PROGRAMS_PER_KILL;
            var branch = embedded(place, known, programs, random.nextInt(2 * HOUR) - HOUR);
            branch.let(SHORTEST + random.nextInt(LONGEST - SHORTEST));
            if (random.nextInt(4) == 0) {
                branch.signal("STOP");
                branch.let(100);
                branch.signal("CONT");
                branch.let(100);
            }
            known = Math.max(known, branch.killed());
        }
        embedded(place, known, programs, HOUR + 1).finished();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + place.resolve("perdure.db"))) {
            examine("embedded", programs, connection, Bank.TABLE);
        }
    }

    private Branch embedded(Path place, int known, int programs, int clock) throws Exception {
        return new Branch(
                place.toString(),
                "-",
                "only",
                folder.toString(),
                String.valueOf(first),
                String.valueOf(known),
                String.valueOf(programs),
                String.valueOf(clock));
    }

    @Test
    void G1_G3_G4_G7_G11_every_counter_is_right_on_postgresql_after_kills_and_stops_of_three_processes()
            throws Exception {
        var schema = Server.schema();
        PostgresStore.at(Server.url()).schema(schema).open().close();
        Server.run("CREATE TABLE " + schema + "." + Bank.TABLE + " (key text, amount integer)");
        var branches = new Branch[PROCESSES];
        int known = 0;
        int programs = PROGRAMS_PER_KILL;
        for (int i = 0; i < PROCESSES; i++) branches[i] = clustered(schema, i, known, programs);
        for (int kill = 0; kill < KILLS; kill++) {
            int victim = random.nextInt(PROCESSES);
            branches[victim].let(SHORTEST + random.nextInt(LONGEST - SHORTEST));
            if (random.nextInt(3) == 0) {
                branches[victim].signal("STOP");
                branches[(victim + 1) % PROCESSES].let(STOPPED);
                branches[victim].signal("CONT");
                branches[victim].let(SHORTEST);
            }
            known = Math.max(known, branches[victim].killed());
            programs += PROGRAMS_PER_KILL;
            branches[victim] = clustered(schema, victim, known, programs);
        }
        for (int i = 0; i < PROCESSES; i++) branches[i].finished();
        clustered(schema, 0, known, programs).finished();
        try (var connection = DriverManager.getConnection(Server.url())) {
            examine("postgresql", programs, connection, schema + "." + Bank.TABLE);
        }
    }

    private Branch clustered(String schema, int name, int known, int programs) throws Exception {
        return new Branch(
                Server.url() + "&currentSchema=" + schema,
                schema,
                "n" + name,
                folder.toString(),
                String.valueOf(first),
                String.valueOf(known),
                String.valueOf(programs),
                "0");
    }

    private void examine(String store, int programs, Connection connection, String table) throws Exception {
        var transactions = new HashMap<String, Integer>();
        var calls = new HashMap<String, Integer>();
        for (int i = 0; i < programs; i++) Plan.track(first + i, Plan.DEPTH, transactions, calls);
        assertThat(counters(connection, table))
                .as("in transactions, seed %s", SEED)
                .isEqualTo(transactions);
        assertThat(Outside.counters(folder)).as("by calls, seed %s", SEED).isEqualTo(calls);
        System.out.println("ACCOUNTS seed=" + SEED + " store=" + store + " kills=" + KILLS + " programs=" + programs
                + " counters=" + (transactions.size() + calls.size()) + " violations=0");
    }

    private static Map<String, Integer> counters(Connection connection, String table) throws SQLException {
        var counters = new HashMap<String, Integer>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT key, sum(amount) FROM " + table + " GROUP BY key")) {
            while (row.next()) counters.put(row.getString(1), row.getInt(2));
        }
        return counters;
    }

    private static boolean makeTable(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute("CREATE TABLE " + Bank.TABLE + " (key TEXT, amount INTEGER)");
        }
    }

    private static void quietly(Loud loud) throws Exception {
        try {
            loud.run();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** What declares that it may throw anything. */
    private interface Loud {
        void run() throws Throwable;
    }
}
