package dev.perdure.local;

import dev.perdure.StoreUnusable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Looks at the first bytes of a database file before SQLite does, for SQLite changes even a file that it only looks at: what
 * is not ours, or newer than this, stays as it is.
 */
final class Header {
    /** Says whose file it is: "Perd". */
    static final int APPLICATION = 0x50657264;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SIZE = 100;
    private static final int PAGES_AT = 28;
    private static final int VERSION_AT = 60;
    private static final int APPLICATION_AT = 68;
    private static final int SMALLEST_PAGE = 512;
    private static final int LARGEST_PAGE = 65_536;

    private Header() {}

    /** Whether there is a store; refuses a file that is none, or one of a later version. */
    static boolean isStore(Folder folder, int version) throws IOException {
        var file = folder.database();
        if (!Files.exists(file)) {
            if (!logHolds(folder)) return false;
            throw new StoreUnusable(
                    file + " is missing, but its log " + folder.log()
                            + " is there and holds runs; put the database file back beside it, or move the log away to"
                            + " begin anew",
                    null);
        }
        long size = Files.size(file);
        if (size == 0) // never by a crash: a store gets its name when it is complete
        throw new StoreUnusable(
                    file
                            + " is empty, so what it held is lost; restore it from a backup, or move it away to begin anew",
                    null);
        if (size < SMALLEST_PAGE) throw foreign(file, "it has only " + size + " bytes");
        var bytes = read(file);
        if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length))
            throw foreign(file, "it begins with " + HexFormat.of().formatHex(bytes, 0, MAGIC.length));
        var header = ByteBuffer.wrap(bytes);
        int application = header.getInt(APPLICATION_AT);
        if (application != APPLICATION)
            throw foreign(file, "it is a SQLite database of application 0x" + Integer.toHexString(application));
        checkVersion(file, header.getInt(VERSION_AT), version);
        if (!logHolds(folder))
            checkLength(file, size, pageSize(header), Integer.toUnsignedLong(header.getInt(PAGES_AT)));
        return true;
    }

    private static boolean logHolds(Folder folder) throws IOException {
        return Files.exists(folder.log()) && Files.size(folder.log()) > 0;
    }

    /** Only without a log: what a crash has left of a file that was growing, the log mends. */
    private static void checkLength(Path file, long size, int pageSize, long pages) {
        if (size >= pages * pageSize && size % pageSize == 0) return;
        throw new StoreUnusable(
                file + " is cut off: it has " + size + " bytes of " + pages * pageSize
                        + ". Restore it from a backup. It was not changed",
                null);
    }

    static void checkVersion(Path file, int found, int version) {
        if (found > version)
            throw new StoreUnusable(
                    file + " was written by a later Perdure: its version is " + found + ", this one knows up to "
                            + version + ". Run that Perdure, or give this one another folder. The file was not changed",
                    null);
    }

    static StoreUnusable foreign(Path file, String because) {
        return new StoreUnusable(
                file + " is not a Perdure store: " + because
                        + ". Give another folder, or move the file away. It was not changed",
                null);
    }

    /** The size of the pages of a database. */
    static int pageSize(Path file) throws IOException {
        return pageSize(ByteBuffer.wrap(read(file)));
    }

    private static int pageSize(ByteBuffer header) {
        int size = Short.toUnsignedInt(header.getShort(MAGIC.length));
        return size == 1 ? LARGEST_PAGE : size;
    }

    private static byte[] read(Path file) throws IOException {
        try (var in = Files.newInputStream(file, StandardOpenOption.READ, Folder.noLinks())) {
            return in.readNBytes(SIZE);
        }
    }
}
