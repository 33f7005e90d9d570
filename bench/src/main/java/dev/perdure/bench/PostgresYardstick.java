package dev.perdure.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** What the server can do at best: a bare upsert of a batch, and a bare commit of one row, on a table with nothing else. */
final class PostgresYardstick {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration LENGTH = Duration.ofSeconds(3);
    private static final int RECORD = 300;
    private static final String UPSERT = "INSERT INTO yardstick (id, frame) SELECT * FROM unnest(?::text[], ?::bytea[])"
            + " ON CONFLICT (id) DO UPDATE SET frame = excluded.frame";

    private PostgresYardstick() {}

    /** Rows a second for this many clients, each with one row under way: each batch has a row of each of them. */
    static double commitsPerSecond(int clients) throws SQLException {
        try (var connection = open()) {
            var ids = new ArrayList<String>();
            var frames = new byte[clients][RECORD];
            for (int i = 0; i < clients; i++) ids.add("client-" + i);
            batches(connection, ids, frames, WARM_UP);
            return batches(connection, ids, frames, LENGTH) * clients;
        }
    }

    /** Batches a second. */
    private static double batches(Connection connection, List<String> ids, byte[][] frames, Duration length)
            throws SQLException {
        long began = System.nanoTime();
        long done = 0;
        var pg = connection.unwrap(PGConnection.class);
        try (var upsert = connection.prepareStatement(UPSERT)) {
            while (System.nanoTime() - began < length.toNanos()) {
                for (byte[] frame : frames) frame[0]++;
                upsert.setArray(1, pg.createArrayOf("text", ids.toArray()));
                upsert.setArray(2, pg.createArrayOf("bytea", frames));
                upsert.executeUpdate();
                done++;
            }
        }
        return done * 1e9 / (System.nanoTime() - began);
    }

    /** The median time of the commit of one row, in microseconds. */
    static double commitMicros(int times) throws SQLException {
        var micros = new double[times];
        try (var connection = open();
                var update = connection.prepareStatement(
                        "INSERT INTO yardstick VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET frame = excluded.frame")) {
            var frame = new byte[RECORD];
            for (int i = -times; i < times; i++) {
                long began = System.nanoTime();
                frame[0]++;
                update.setString(1, "one");
                update.setBytes(2, frame);
                update.executeUpdate();
                if (i >= 0) micros[i] = (System.nanoTime() - began) / 1e3;
            }
        }
        return Figures.percentile(micros, 50);
    }

    private static Connection open() throws SQLException {
        var connection = DriverManager.getConnection(PostgresServer.url());
        try (var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS yardstick");
            statement.execute("CREATE TABLE yardstick (id text PRIMARY KEY, frame bytea) WITH (fillfactor = 70)");
        }
        return connection;
    }
}
