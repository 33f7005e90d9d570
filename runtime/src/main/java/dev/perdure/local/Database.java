package dev.perdure.local;

import dev.perdure.StoreUnavailable;
import dev.perdure.StoreUnusable;
import dev.perdure.sql.Scripts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The database file: how it is opened, made and checked.
 *
 * <p>Settings: a write-ahead log that is forced to the disk at every commit ({@code synchronous=FULL}), so that a commit is
 * one write to one file and one force. {@link WriteAheadLog} carries it over.
 */
final class Database {
    private static final Scripts SCRIPTS = Scripts.SQLITE;
    private static final long FULLY_CHECKED_BYTES = 4L << 20;
    private static final int BUSY_MILLIS = 5_000;

    private final Folder folder;
    private final Path file;
    private final long logPages;

    Database(Folder folder, long logPages) {
        this.folder = folder;
        this.logPages = logPages;
        this.file = folder.database();
    }

    /** The writer's connection to a file that has been made or checked. */
    Link openWriter() {
        try {
            if (!Header.isStore(folder, SCRIPTS.version())) make();
            LeftLog.takeOver(folder.log(), Header.pageSize(file));
            var connection = connect(file, false);
            try {
                prepare(connection);
                return new Link(connection);
            } catch (Throwable e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Failures.of(e, "opening", file);
        } catch (IOException e) {
            throw new StoreUnavailable(
                    file + " cannot be made or read (" + Folder.reason(e) + "); let this user read and write it", e);
        }
    }

    /** A connection that only reads. */
    Link openReader() {
        try {
            return new Link(connect(file, true));
        } catch (SQLException e) {
            throw Failures.of(e, "opening", file);
        }
    }

    /** The log, once the writer has read from the file. */
    WriteAheadLog openLog(Executor background, WriteAheadLog.Pause pause) throws SQLException {
        var connection = connect(file, false);
        try {
            run(connection, "PRAGMA synchronous = FULL");
            run(connection, "PRAGMA wal_autocheckpoint = 0");
            return new WriteAheadLog(new Link(connection), folder.log(), logPages, background, pause);
        } catch (IOException e) {
            connection.close();
            throw new StoreUnavailable(
                    folder.log() + " cannot be opened (" + Folder.reason(e) + "); let this user read and write it", e);
        }
    }

    private static Connection connect(Path file, boolean reading) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setGetGeneratedKeys(false); // or the driver asks for them after every insert
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        NativeLibrary.await();
        var connection = source.getConnection();
        if (reading) run(connection, "PRAGMA query_only = ON");
        return connection;
    }

    private void prepare(Connection connection) throws SQLException {
        check(connection);
        run(connection, "PRAGMA synchronous = FULL");
        run(connection, "PRAGMA wal_autocheckpoint = 0");
        run(connection, "PRAGMA cache_size = -32768");
        run(connection, "PRAGMA temp_store = MEMORY");
        carryOver(connection);
    }

    /**
     * Each life begins its log anew, with other marks than an earlier one: {@link LeftLog} relies on that. The file is not cut off,
     * for its beginning is forced to the disk before anything is written over the rest.
     */
    private void carryOver(Connection connection) throws SQLException {
        if (number(connection, "PRAGMA wal_checkpoint(RESTART)") == 0) return;
        throw new StoreUnavailable(
                "another program reads " + file
                        + " in a transaction that does not end, so what an earlier process has left"
                        + " in its log cannot be carried over; end that program, and open the store again",
                null);
    }

    /** Makes an empty store under another name, and gives it its own when it is complete: there is never half of one. */
    private void make() throws SQLException, IOException {
        var fresh = folder.fresh();
        Folder.createFile(fresh);
        try (var connection = connect(fresh, false)) {
            run(connection, "PRAGMA journal_mode = MEMORY");
            run(connection, "PRAGMA synchronous = OFF");
            run(connection, "BEGIN IMMEDIATE");
            SCRIPTS.run(connection, 0);
            run(connection, "PRAGMA application_id = " + Header.APPLICATION);
            run(connection, "PRAGMA user_version = " + SCRIPTS.version());
            run(connection, "COMMIT");
            run(connection, "PRAGMA journal_mode = WAL");
        }
        folder.establish(fresh);
    }

    private void check(Connection connection) throws SQLException {
        long application = number(connection, "PRAGMA application_id");
        if (application != Header.APPLICATION)
            throw Header.foreign(file, "it is a SQLite database of application 0x" + Long.toHexString(application));
        Header.checkVersion(file, (int) number(connection, "PRAGMA user_version"), SCRIPTS.version());
        checkMode(connection);
        checkSchema(connection);
        checkPages(connection);
    }

    private void checkMode(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA journal_mode = WAL")) {
            if (!"wal".equals(row.getString(1)))
                throw new StoreUnusable(
                        file + " cannot be written through a log (its journal mode is " + row.getString(1)
                                + "); put the folder on a local disk",
                        null);
        }
    }

    private void checkSchema(Connection connection) throws SQLException {
        Map<String, String> expected;
        try (var empty = new SQLiteDataSource().getConnection()) {
            SCRIPTS.run(empty, 0);
            expected = schema(empty);
        }
        var found = schema(connection);
        for (var entry : expected.entrySet())
            if (!entry.getValue().equals(found.get(entry.getKey())))
                throw new StoreUnusable(
                        entry.getKey() + " in " + file
                                + (found.containsKey(entry.getKey()) ? " was altered" : " is missing")
                                + "; restore the file from a backup. It was not changed",
                        null);
    }

    private static Map<String, String> schema(Connection connection) throws SQLException {
        var schema = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
            while (row.next()) schema.put(row.getString(1), row.getString(2));
        }
        return schema;
    }

    /** All pages of a small file; a large one is checked page by page as it is read. */
    private void checkPages(Connection connection) throws SQLException {
        long bytes = number(connection, "PRAGMA page_count") * number(connection, "PRAGMA page_size");
        if (bytes > FULLY_CHECKED_BYTES) return;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            if (!"ok".equals(row.getString(1)))
                throw new StoreUnusable(
                        "SQLite finds " + file + " damaged: " + row.getString(1)
                                + ". Keep a copy of the folder, then restore it from a backup, or save what can be read with"
                                + " sqlite3's .recover",
                        null);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }
}
