package dev.perdure.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A connection with its prepared statements, each made once and reused. For one thread at a time. */
final class Link implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Link(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    void run(String sql) throws SQLException {
        prepare(sql).execute();
    }

    /** One number from a query that gives one row. */
    long number(String sql) throws SQLException {
        try (var row = prepare(sql).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What a query gives, row by row; it may not be nested in another reading of the same statement. */
    void each(PreparedStatement query, RowReader reader) throws SQLException {
        try (var rows = query.executeQuery()) {
            while (rows.next()) reader.read(rows);
        }
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
