package dev.perdure.local;

import dev.perdure.StoreUnavailable;
import dev.perdure.StoreUnusable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The folder of a store and the names in it. What it makes, only this user can read. It follows no symbolic links: they
 * could lead the store's files anywhere.
 *
 * @param path the folder, as a real path
 */
record Folder(Path path) {
    private static final String DATABASE = "perdure.db";
    private static final String FRESH = "perdure.db.new";

    /** The folder, made if need be. */
    static Folder open(Path given) {
        var path = given.toAbsolutePath().normalize();
        try {
            if (Files.isSymbolicLink(path))
                throw new StoreUnusable(
                        "the folder " + path + " is a symbolic link, which a store does not follow; give its target, "
                                + path.toRealPath(),
                        null);
            create(path);
            var folder = new Folder(path.toRealPath());
            folder.refuseLinks();
            return folder;
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "the folder " + path + " cannot be made or read (" + reason(e)
                            + "); give a folder that this user can write to",
                    e);
        }
    }

    Path database() {
        return path.resolve(DATABASE);
    }

    Path log() {
        return path.resolve(DATABASE + "-wal");
    }

    /** Where a database is made; what is left there of a making that was interrupted goes. */
    Path fresh() throws IOException {
        for (String suffix : List.of("", "-wal", "-shm", "-journal"))
            Files.deleteIfExists(path.resolve(FRESH + suffix));
        return path.resolve(FRESH);
    }

    /** Puts a database that has been made, and is complete, in its place. */
    void establish(Path fresh) throws IOException {
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE, noLinks())) {
            channel.force(true);
        }
        Files.move(fresh, database(), StandardCopyOption.ATOMIC_MOVE);
        force(path);
    }

    Path lock() {
        return path.resolve("perdure.lock");
    }

    /** Makes a file that only this user can read and write; does nothing if it is there. */
    static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, permissions(file, "rw-------"));
            force(parent(file));
        } catch (FileAlreadyExistsException alreadyThere) {
            // as wanted
        }
    }

    static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) return;
        if (Files.exists(path))
            throw new StoreUnavailable(
                    path + " is a file; a store needs a folder. Give another path, or move the file away", null);
        var parent = parent(path);
        create(parent);
        try {
            Files.createDirectory(path, permissions(path, "rwx------"));
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        }
        force(parent);
    }

    private void refuseLinks() {
        for (Path file : List.of(database(), log(), path.resolve(DATABASE + "-shm"), lock()))
            if (Files.isSymbolicLink(file))
                throw new StoreUnusable(
                        file + " is a symbolic link, which a store does not follow; put the file itself in its place",
                        null);
    }

    private static Path parent(Path path) throws IOException {
        var parent = path.getParent();
        if (parent == null) throw new NoSuchFileException(path.toString());
        return parent;
    }

    private static FileAttribute<?>[] permissions(Path path, String symbols) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(symbols))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes the entries of a folder durable, where the platform lets one. */
    private static void force(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The options with which files here are opened by ourselves. */
    static LinkOption noLinks() {
        return LinkOption.NOFOLLOW_LINKS;
    }
}
