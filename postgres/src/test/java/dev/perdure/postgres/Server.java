package dev.perdure.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One real server per JVM, started at first use; a schema per test. */
public final class Server {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private Server() {}

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Where it is; {@code postgres} is its user. */
    public static String url() {
        return Holder.SERVER.getJdbcUrl("postgres", "postgres");
    }

    /** Where it is behind another port of this machine. */
    public static String url(int port) {
        return url().replace(":" + port() + "/", ":" + port + "/");
    }

    /** Its port on this machine. */
    public static int port() {
        return Holder.SERVER.getPort();
    }

    /** Connections to it. */
    static DataSource source() {
        return Holder.SERVER.getPostgresDatabase();
    }

    /** The name of a schema that no other test has. */
    public static String schema() {
        return "test_" + SCHEMAS.incrementAndGet();
    }

    /** The server loses its memory and starts again, as after a crash of its machine. */
    public static void restart() throws IOException, InterruptedException {
        var folder = text("SHOW data_directory");
        long pid = Long.parseLong(
                Files.readAllLines(Path.of(folder, "postmaster.pid")).get(0));
        var server = ProcessHandle.of(pid).orElseThrow().info().command().orElseThrow();
        var command = new ArrayList<String>();
        // As root it was started in a user namespace of its own, and so must be whoever starts it again.
        if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
        command.addAll(List.of(
                Path.of(server).resolveSibling("pg_ctl").toString(), "restart", "-w", "-m", "immediate", "-D", folder));
        var log = Path.of(folder, "restart.log").toFile();
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        if (status != 0) throw new IOException(Files.readString(log.toPath()));
    }

    /** The one value that a query gives. */
    public static String text(String sql) {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Does something in the database. */
    public static void run(String sql) {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
