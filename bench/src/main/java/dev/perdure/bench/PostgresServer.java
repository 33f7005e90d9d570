package dev.perdure.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL to measure on: the one of {@code url=}, or one of our own, which ends with this process. */
final class PostgresServer {
    private static @Nullable String url;

    private PostgresServer() {}

    /** Measures on this one. */
    static synchronized void use(String at) {
        url = at;
    }

    /** Where it is; it is started at first use. */
    static synchronized String url() {
        var known = url;
        if (known == null) {
            known = start();
            url = known;
        }
        return known;
    }

    /** As safe as a server in production, with memory for this much work. */
    private static String start() {
        try {
            var folder = Files.createDirectories(Path.of("target", "postgres")).toAbsolutePath();
            var server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.toFile())
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("max_connections", "200")
                    .start();
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("the PostgreSQL to measure on did not start; name one by url=", e);
        }
    }
}
