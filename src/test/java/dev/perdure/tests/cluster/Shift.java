package dev.perdure.tests.cluster;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.runId;
import static dev.perdure.Perdure.sleep;
import static java.time.Duration.ofMillis;

import dev.perdure.Durable;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A run of a queue with limits, whose calls say in the database itself when they begin and end. */
public class Shift {
    /** Where calls are written down: a call that its process has not survived stays open until the run is called again. */
    static final String TABLE = "CREATE TABLE worked (run text, key text, node text, began bigint, ended bigint)";

    private final String url;
    private final String schema;
    private final String node;

    /** Shifts that are written down by this node. */
    public Shift(String url, String schema, String node) {
        this.url = url;
        this.schema = schema;
        this.node = node;
    }

    /** Works twice, with a wait between that leaves memory and gives the place back. */
    @Durable(queue = "shift")
    public int work(String key) throws Exception {
        var run = runId();
        int first = await(() -> call(run, key)).named("first").get();
        sleep(ofMillis(1100));
        return first + await(() -> call(run, key)).named("second").get();
    }

    private int call(String run, String key) throws SQLException, InterruptedException {
        note("INSERT INTO worked SELECT ?, ?, '" + node + "', micros(), NULL", run, key);
        TimeUnit.MILLISECONDS.sleep(60);
        note("UPDATE worked SET ended = micros() WHERE run = ? AND key = ? AND ended IS NULL", run, key);
        return 1;
    }

    private void note(String sql, String run, String key) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            connection.setSchema(schema);
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, run);
                statement.setString(2, key);
                statement.executeUpdate();
            }
        }
    }
}
