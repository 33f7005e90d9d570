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
 * @param beside a class of the package that has them
 * @param folder the folder of the scripts below that package, or an empty text
 * @param names their names, version 1 first
 */
public record Scripts(Class<?> beside, String folder, List<String> names) {
    /** Those for SQLite. */
    public static final Scripts SQLITE = new Scripts(Scripts.class, "sqlite/", List.of("V1__perdure.sql"));

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
        String path = folder + name;
        try (var in = beside.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException(place(path) + " is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place(path) + " from the class path", e);
        }
    }

    private String place(String path) {
        return beside.getPackageName().replace('.', '/') + "/" + path;
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
