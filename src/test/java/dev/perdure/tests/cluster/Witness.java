package dev.perdure.tests.cluster;

import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Sees every write of every node in the database itself, each of which has a user of its own. */
final class Witness {
    /**
     * What happened to runs but for signals, and how the lease of the owner before stood when the transaction began: that is
     * when the lease is checked, and whoever takes the run over later has to wait for the row.
     */
    private static final String TABLES = """
            CREATE TABLE seen (no bigserial, who text, at bigint, run text, old_owner bigint, new_owner bigint, until bigint);
            CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = %1$s AS $$
            BEGIN
                INSERT INTO seen (who, at, run, old_owner, new_owner, until) VALUES (session_user,
                    (extract(epoch FROM transaction_timestamp()) * 1000000)::bigint, NEW.id, OLD.owner, NEW.owner,
                    (SELECT l.until FROM lease l WHERE l.token = OLD.owner));
                RETURN NULL;
            END $$;
            CREATE TRIGGER see AFTER UPDATE ON run FOR EACH ROW WHEN (NOT (NEW.last_letter > OLD.last_letter
                AND NEW.owner = OLD.owner AND NEW.status = OLD.status AND NEW.parts = OLD.parts
                AND NEW.frame IS NOT DISTINCT FROM OLD.frame)) EXECUTE FUNCTION see();
            CREATE TABLE joined (who text, token bigint);
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = %1$s AS $$
            BEGIN
                INSERT INTO joined VALUES (session_user, NEW.token);
                RETURN NULL;
            END $$;
            CREATE TRIGGER note AFTER INSERT ON lease FOR EACH ROW EXECUTE FUNCTION note();
            """;

    /**
     * A node wrote to a run that it did not own at that time. A claim, which makes it the owner, is nobody's privilege.
     */
    private static final String STALE = """
            SELECT s.no || ': ' || s.who || ' wrote ' || s.run || ' of ' || s.old_owner || ' -> ' || s.new_owner
                || ', lease until ' || coalesce(s.until, 0) - s.at
            FROM seen s
            WHERE s.old_owner <> 0
              AND NOT EXISTS (SELECT 1 FROM joined j WHERE j.who = s.who AND j.token = s.new_owner AND s.new_owner <> s.old_owner)
              AND (NOT EXISTS (SELECT 1 FROM joined j WHERE j.who = s.who AND j.token = s.old_owner)
                  OR coalesce(s.until, 0) <= s.at)
            ORDER BY s.no
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TRY_AGAIN = Duration.ofMillis(50);

    private final String schema = Server.schema();

    Witness(String... nodes) throws SQLException {
        PostgresStore.at(Server.url()).schema(schema).open().close();
        run(TABLES.formatted(schema));
        for (String node : nodes)
            run("DO $$ BEGIN CREATE ROLE %1$s LOGIN SUPERUSER; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
                    .formatted(node));
    }

    String schema() {
        return schema;
    }

    /** A connection for one question: the server may have gone down since the last one, and may be down for a moment now. */
    private Connection open() throws SQLException {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                var connection = DriverManager.getConnection(Server.url());
                connection.setSchema(schema);
                return connection;
            } catch (SQLException e) {
                if (Instant.now().isAfter(end)) throw e;
                LockSupport.parkNanos(TRY_AGAIN.toNanos());
            }
        }
    }

    void run(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> texts(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) found.add(row.getString(1));
            return found;
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(texts("SELECT coalesce((" + sql + "), 0)").get(0));
    }

    /** The writes that should not have been. */
    List<String> stale() throws SQLException {
        return texts(STALE);
    }

    /** The newest lease of a node. */
    long token(String node) throws SQLException {
        return number("SELECT max(token) FROM joined WHERE who = '" + node + "'");
    }

    /** How many runs name this lease. */
    long owned(long token) throws SQLException {
        return number("SELECT count(*) FROM run WHERE status = 1 AND owner = " + token);
    }

    /** How long after the end of this lease the last of its runs was taken over, in milliseconds; 0 if it owned none. */
    long takenOverMillis(long token) throws SQLException {
        return number("SELECT max(at - until) / 1000 FROM seen WHERE old_owner = " + token
                + " AND new_owner <> old_owner AND new_owner <> 0 AND at > until AND until > 0");
    }
}
