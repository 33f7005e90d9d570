package dev.perdure.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A connection with the statements prepared on it, for one thread. In statements, <code>{}</code> stands before every name. */
final class Session implements AutoCloseable {
    private final Connection connection;
    private final String prefix;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Session(Connection connection, String prefix) {
        this.connection = connection;
        this.prefix = prefix;
    }

    Connection connection() {
        return connection;
    }

    /** A statement that stays prepared for as long as the connection lasts. */
    PreparedStatement prepare(String sql) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql.replace("{}", prefix));
            statements.put(sql, statement);
        }
        return statement;
    }

    /** A statement with its parameters: numbers, texts, lists of them, and {@link Rows}. */
    PreparedStatement bind(String sql, @Nullable Object... parameters) throws SQLException {
        return bind(sql, List.of(parameters));
    }

    /** As {@link #bind(String, Object...)}. */
    PreparedStatement bind(String sql, List<?> parameters) throws SQLException {
        var statement = prepare(sql);
        int at = 1;
        for (Object parameter : parameters) {
            if (parameter instanceof Rows rows) at = rows.bind(this, statement, at);
            else set(statement, at++, parameter);
        }
        return statement;
    }

    private void set(PreparedStatement statement, int at, Object parameter) throws SQLException {
        if (parameter instanceof Long number) statement.setLong(at, number);
        else if (parameter instanceof Integer number) statement.setInt(at, number);
        else if (parameter instanceof String text) statement.setString(at, text);
        else throw new IllegalArgumentException(String.valueOf(parameter));
    }

    /** What a query gives, row by row. */
    void each(PreparedStatement query, RowReader reader) throws SQLException {
        try (var rows = query.executeQuery()) {
            while (rows.next()) reader.read(rows);
        }
    }

    /** The number of the server process at the other end. */
    int backend() throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    java.sql.Array array(String type, Object[] elements) throws SQLException {
        return connection.unwrap(PGConnection.class).createArrayOf(type, elements);
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql.replace("{}", prefix));
        }
    }

    /** The following statements are one transaction. */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Ends a transaction, if there is one, without effect. */
    void rollback() throws SQLException {
        if (connection.getAutoCommit()) return;
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /** Leaves the connection to whom it belongs. */
    void closeStatements() throws SQLException {
        for (var statement : statements.values()) statement.close();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Reads the row that the result stands at. */
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
