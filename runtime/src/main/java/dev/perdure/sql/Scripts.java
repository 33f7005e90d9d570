package dev.perdure.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The versioned scripts of one dialect, on the class path in Flyway's naming: {@code V1__perdure.sql} and so on. A script is
 * never changed once it is released.
 *
 * @param dialect the folder of the scripts
 * @param names their names, version 1 first
 */
public record Scripts(String dialect, List<String> names) {
    /** Those for SQLite. */
    public static final Scripts SQLITE = new Scripts("sqlite", List.of("V1__perdure.sql"));

    /** The version that all scripts together make. */
    public int version() {
        return names.size();
    }

    /** Runs the scripts that come after a version; a transaction is the caller's matter. */
    public void run(Connection connection, int after) throws SQLException {
        for (String name : names.subList(after, names.size()))
            try (var statement = connection.createStatement()) {
                for (String sql : statements(text(name))) statement.execute(sql);
            }
    }

    /** The text of all scripts, for people and other tools. */
    public String ddl() {
        var text = new StringBuilder();
        for (String name : names) text.append(text(name));
        return text.toString();
    }

    private String text(String name) {
        String path = dialect + "/" + name;
        try (var in = Scripts.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("dev/perdure/sql/" + path + " is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read dev/perdure/sql/" + path + " from the class path", e);
        }
    }

    /** Cuts at the semicolons that end a line, as the scripts are written; comments between statements go. */
    private static List<String> statements(String script) {
        var statements = new ArrayList<String>();
        var statement = new StringBuilder();
        for (String line : script.lines().toList()) {
            if (line.isBlank() || line.startsWith("--")) continue;
            statement.append(line).append('\n');
            if (line.endsWith(";")) {
                statements.add(statement.substring(0, statement.length() - 2));
                statement.setLength(0);
            }
        }
        return statements;
    }
}
