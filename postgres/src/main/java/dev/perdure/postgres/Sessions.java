package dev.perdure.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens connections, sees that each leads to a server that keeps what it acknowledges ({@link Demands}), and sets them up. They
 * are kept, one per lane, so what is set on them holds for each statement; it is reset before one goes back to a pool.
 */
final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /**
     * What makes plans stay good: a plan is made once, whatever the tables hold at that time, so that it has to be the one for
     * large tables: each row by its key.
     */
    private static final List<String> PLANS = List.of(
            "SET plan_cache_mode = force_generic_plan",
            "SET enable_seqscan = off",
            "SET enable_hashjoin = off",
            "SET enable_mergejoin = off",
            "SET random_page_cost = 0.0001",
            "SET jit = off");

    private static final Executor AT_ONCE = Runnable::run;

    private final DataSource source;
    private final String prefix;
    private final Duration statement;
    private final Duration lock;
    private final Duration idle;

    Sessions(DataSource source, String prefix, Duration statement, Duration lock, Duration idle) {
        this.source = source;
        this.prefix = prefix;
        this.statement = statement;
        this.lock = lock;
        this.idle = idle;
    }

    String prefix() {
        return prefix;
    }

    Session open(String lane) throws SQLException {
        var connection = Objects.requireNonNull(source.getConnection(), "the data source gave no connection");
        try {
            if (!connection.getAutoCommit()) connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            var session = new Session(connection, prefix);
            session.run(essentials(lane));
            settle(session);
            Demands.check(session);
            return session;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private String essentials(String lane) {
        return "SET statement_timeout = " + statement.toMillis()
                + "; SET lock_timeout = " + lock.toMillis()
                + "; SET idle_in_transaction_session_timeout = " + idle.toMillis()
                + "; SET application_name = 'perdure-" + lane + "'";
    }

    /** All in one round trip; databases that speak PostgreSQL's language do not know all its settings, and get them singly. */
    private void settle(Session session) throws SQLException {
        var settings = new ArrayList<>(PLANS);
        settings.add("SET tcp_user_timeout = " + idle.toMillis());
        try {
            session.run(String.join("; ", settings));
        } catch (SQLException e) {
            if (Failures.disconnects(e)) throw e;
            for (String setting : settings) optional(session, setting);
        }
    }

    private static void optional(Session session, String setting) throws SQLException {
        try {
            session.run(setting);
        } catch (SQLException e) {
            if (Failures.disconnects(e)) throw e;
            LOG.debug("not supported here: {}", setting, e);
        }
    }

    /** Gives a connection back as it came. */
    void close(Session session) {
        try {
            if (!session.connection().isClosed()) {
                session.rollback();
                session.run("RESET ALL");
            }
        } catch (SQLException e) {
            LOG.debug("a connection was not reset", e);
        }
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("a connection was not closed", e);
        }
    }

    /** Cuts a connection off, whoever uses it. */
    void abort(Session session) {
        try {
            session.connection().abort(AT_ONCE);
        } catch (SQLException e) {
            LOG.debug("a connection was not cut off", e);
        }
    }
}
