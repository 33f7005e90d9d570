package dev.perdure.local;

import dev.perdure.StoreLocked;
import dev.perdure.StoreUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time have the folder: a lock of the operating system on a file, which ends with the process however
 * that ends. The file says who holds it.
 */
final class ProcessLock implements AutoCloseable {
    /** Folders that are open in this JVM: the system's lock is the process's and does not keep us from ourselves. */
    private static final Set<Object> OPEN = ConcurrentHashMap.newKeySet();

    /** Never closed: closing any channel of the file would give up the lock that another part of this JVM holds. */
    private static final List<FileChannel> KEPT = new CopyOnWriteArrayList<>();

    /** The locked byte, far behind the text, which others can so read. */
    private static final long POSITION = Long.MAX_VALUE - 1;

    private final Object key;
    private final FileChannel channel;

    private ProcessLock(Object key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    static ProcessLock take(Folder folder) {
        try {
            var key = key(folder.path());
            if (!OPEN.add(key)) throw lockedHere(folder);
            var channel = lock(folder, key);
            if (channel == null) {
                OPEN.remove(key);
                throw lockedElsewhere(folder);
            }
            return new ProcessLock(key, channel);
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "the lock file " + folder.lock() + " cannot be made or locked (" + Folder.reason(e)
                            + "); let this user write to the folder",
                    e);
        }
    }

    /** The locked channel, or null if another process has the lock. */
    private static @Nullable FileChannel lock(Folder folder, Object key) throws IOException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            Folder.createFile(folder.lock());
            channel = FileChannel.open(
                    folder.lock(), Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, Folder.noLinks()));
            FileLock lock = channel.tryLock(POSITION, 1, false);
            locked = lock != null;
            if (locked) sign(channel);
            return locked ? channel : null;
        } catch (OverlappingFileLockException e) {
            if (channel != null) KEPT.add(channel);
            channel = null;
            throw lockedHere(folder);
        } finally {
            if (!locked) {
                OPEN.remove(key);
                if (channel != null) channel.close();
            }
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        var text = "process " + ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static Object key(Path folder) throws IOException {
        var key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        return key != null ? key : folder;
    }

    private static StoreLocked lockedHere(Folder folder) {
        return new StoreLocked(
                "the store in " + folder.path() + " is open in this process ("
                        + ProcessHandle.current().pid() + ") already; share its engine, or close that one first",
                null);
    }

    private static StoreLocked lockedElsewhere(Folder folder) {
        return new StoreLocked(
                "the store in " + folder.path() + " is in use by " + holder(folder)
                        + "; one process at a time can have it. Stop that one, or give this one another folder",
                null);
    }

    private static String holder(Folder folder) {
        try {
            var text = Files.readString(folder.lock()).strip();
            return text.isEmpty() ? "another process" : text;
        } catch (IOException e) {
            return "another process";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock goes with the process then.
        }
        OPEN.remove(key);
    }
}
