package dev.perdure.postgres;

import dev.perdure.StoreUnavailable;
import dev.perdure.sql.LentConnection;
import dev.perdure.store.JoinableStore.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions of the user's, each on a connection for itself, as the data source makes it. */
final class Lending {
    private static final Logger LOG = LoggerFactory.getLogger(Lending.class);

    private final DataSource source;

    Lending(DataSource source) {
        this.source = source;
    }

    <T extends @Nullable Object> T transaction(Work<T> work) throws Throwable {
        var connection = open();
        try {
            boolean auto = connection.getAutoCommit();
            connection.setAutoCommit(false);
            T result;
            try {
                result = LentConnection.lend(connection, work::in);
            } catch (Throwable ofWork) {
                rollback(connection);
                throw ofWork;
            }
            commit(connection);
            if (auto) connection.setAutoCommit(true);
            return result;
        } finally {
            close(connection);
        }
    }

    private Connection open() {
        try {
            return Objects.requireNonNull(source.getConnection(), "the data source gave no connection");
        } catch (SQLException e) {
            throw new StoreUnavailable("there is no connection for a transaction: " + e.getMessage(), e);
        }
    }

    /** A connection that breaks now leaves it open whether the transaction took place. */
    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (!Failures.disconnects(e)) throw e;
            throw new StoreUnavailable(
                    "the connection broke while a transaction was committed; whether it was is not known here", e);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debug("a transaction was not rolled back; the server does so when the connection is gone", e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection was not closed", e);
        }
    }
}
