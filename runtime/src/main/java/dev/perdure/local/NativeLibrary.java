package dev.perdure.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library, loaded once in a process, on a thread of its own while a store's folder is looked at.
 *
 * <p>The driver can do that alone, but takes three times as long (it asks {@code uname}, unpacks, reads again what it has
 * unpacked), and a process that dies leaves the copy in the temporary folder for ever. So on the common platforms the library is
 * unpacked here, and deleted as soon as it is loaded. Elsewhere, where {@code org.sqlite.lib.path} is set, or when something
 * fails, the driver does as it always does.
 */
final class NativeLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final Map<String, String> PLATFORMS = Map.of("amd64", "x86_64", "aarch64", "aarch64");
    private static final CompletableFuture<Void> LOADED = new CompletableFuture<>();

    static {
        var thread = new Thread(NativeLibrary::run, "perdure-sqlite");
        thread.setDaemon(true);
        thread.start();
    }

    private NativeLibrary() {}

    /** Begins to load it, unless that has begun. */
    static void begin() {
        // the class's initialization does it
    }

    /** Waits until it is loaded, or left to the driver. */
    static void await() {
        LOADED.join();
    }

    private static void run() {
        try {
            load();
        } catch (IOException | RuntimeException | LinkageError e) {
            // The driver tries in its own way when it is first used, and its error says what is wrong.
        } finally {
            LOADED.complete(null);
        }
    }

    private static void load() throws IOException {
        var resource = resource();
        if (resource == null) return;
        var name = System.mapLibraryName("sqlitejdbc");
        try (var library = JDBC.class.getResourceAsStream(resource + name)) {
            if (library == null) return;
            var folder = Files.createTempDirectory("perdure-sqlite");
            var file = folder.resolve(name);
            try {
                Files.copy(library, file);
                loadFrom(folder);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        }
    }

    private static void loadFrom(Path folder) {
        System.setProperty(PATH, folder.toString());
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) { // what the driver declares
            throw new IllegalStateException(e);
        } finally {
            System.clearProperty(PATH);
        }
    }

    /** Where the library for this platform is on the class path, or null if the driver had better find out. */
    private static @Nullable String resource() {
        var platform = PLATFORMS.get(System.getProperty("os.arch", ""));
        var linux = "Linux".equals(System.getProperty("os.name"));
        if (!linux || platform == null || System.getProperty(PATH) != null || musl()) return null;
        return "/org/sqlite/native/Linux/" + platform + "/";
    }

    /** Whether the C library is musl, which needs another build. */
    private static boolean musl() {
        return Files.exists(Path.of("/lib/ld-musl-x86_64.so.1")) || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
    }
}
