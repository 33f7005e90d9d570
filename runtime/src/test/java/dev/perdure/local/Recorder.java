package dev.perdure.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what SQLite does to the files of one folder. What the store itself does to their lengths it sees by looking. */
class Recorder implements FileCalls {
    private static final ThreadLocal<@Nullable Io> UNDER_WAY = new ThreadLocal<>();

    private final Path folder;
    private final List<Io> journal = new ArrayList<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private final Set<String> untouched = new HashSet<>();

    Recorder(Path folder) {
        this.folder = folder;
    }

    /** A recorder of a log that is there already; it sees whether that is written to by somebody else than SQLite. */
    static Recorder seeing(Path folder, Path log) throws IOException {
        var recorder = new Recorder(folder);
        if (!Files.exists(log)) return recorder;
        Files.setLastModifiedTime(log, FileTime.fromMillis(0));
        recorder.untouched.add(log.getFileName().toString());
        return recorder;
    }

    /** All so far. */
    synchronized List<Io> journal() {
        return List.copyOf(journal);
    }

    /** Somebody is told that all up to this change is durable. */
    synchronized void acknowledged(int change) {
        journal.add(new Io.Acknowledged(change));
    }

    @Override
    public synchronized Answer write(int file, long offset, byte[] bytes) {
        var name = name(file);
        if (name == null) return Answer.GO_ON;
        look(name);
        var write = new Io.Write(name, Math.toIntExact(offset), bytes);
        journal.add(write);
        lengths.merge(name, write.end(), Math::max);
        return Answer.GO_ON;
    }

    @Override
    public synchronized Answer resize(int file, long length) {
        var name = name(file);
        if (name == null) return Answer.GO_ON;
        journal.add(new Io.Resize(name, Math.toIntExact(length)));
        lengths.put(name, Math.toIntExact(length));
        return Answer.GO_ON;
    }

    @Override
    public synchronized Answer sync(int file) {
        var name = name(file);
        if (name != null) {
            look(name);
            UNDER_WAY.set(new Io.Sync(name, journal.size()));
        }
        return Answer.GO_ON;
    }

    @Override
    public synchronized Answer delete(String path) {
        var deleted = Path.of(path);
        if (folder.equals(deleted.getParent())) {
            var name = deleted.getFileName().toString();
            journal.add(new Io.Delete(name));
            lengths.remove(name);
        }
        return Answer.GO_ON;
    }

    /** A sync that was reported as failed: what it was to force may be anywhere but on the disk. */
    final synchronized void failedSync(int file) {
        var name = name(file);
        if (name != null) journal.add(new Io.FailedSync(name, journal.size()));
    }

    @Override
    public synchronized void done() {
        var sync = UNDER_WAY.get();
        if (sync == null) return;
        journal.add(sync);
        UNDER_WAY.remove();
    }

    /** The store makes the log longer by itself, and writes one that it finds anew. */
    private void look(String name) {
        if (name.equals(Io.FOLDER)) return;
        try {
            if (untouched.remove(name)
                    && Files.getLastModifiedTime(folder.resolve(name)).toMillis() != 0)
                journal.add(new Io.Write(name, 0, Files.readAllBytes(folder.resolve(name))));
            int length = (int) Files.size(folder.resolve(name));
            if (length <= lengths.getOrDefault(name, 0)) return;
            journal.add(new Io.Resize(name, length));
            lengths.put(name, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is open under this number, or null if it is none of ours. */
    final @Nullable String name(int file) {
        try {
            var path = Files.readSymbolicLink(Path.of("/proc/self/fd/" + file));
            if (path.equals(folder)) return Io.FOLDER;
            if (!folder.equals(path.getParent())) return null;
            var name = path.getFileName().toString();
            return name.endsWith("-shm") || name.contains(" (deleted)") ? null : name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
