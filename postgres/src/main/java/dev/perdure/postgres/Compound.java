package dev.perdure.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Several statements as one, so that they go to the server in one round trip: a WITH clause put together. */
final class Compound {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** Adds a named statement with its parameters. */
    Compound with(String name, String statement, Object... values) {
        sql.append(sql.isEmpty() ? "WITH " : ",\n").append(name).append(" AS ");
        sql.append(statement.startsWith("SELECT") ? "MATERIALIZED (" : "(")
                .append(statement)
                .append(')');
        parameters.addAll(List.of(values));
        return this;
    }

    boolean isEmpty() {
        return sql.isEmpty();
    }

    /** The whole statement, which ends with this, ready to be executed. */
    PreparedStatement select(Session session, String last, Object... values) throws SQLException {
        parameters.addAll(List.of(values));
        return session.bind(sql.append('\n').append(last).toString(), parameters);
    }
}
