package dev.perdure.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is on a disk, and what is only on its way: a power cut leaves the first, and of the second any of the versions that each
 * sector had, in any order of sectors, and any length between.
 */
final class Disk {
    private static final int SECTOR = 512;
    private static final int PAGE = 4096;

    private final Map<String, File> files = new TreeMap<>();
    /** How many entries of the journal it has heard of. */
    private int heard;

    /** Where the journal of now begins. */
    private int base;

    /** A file: what is durable of it, and what came since. */
    private static final class File {
        byte[] durable = new byte[0];
        byte @Nullable [] older;
        boolean there;
        boolean deleted;
        final List<Pending> pending = new ArrayList<>();
    }

    /**
     * Something on its way.
     *
     * @param entry its number in the journal
     * @param io a write or another length
     * @param lost whether it will not get there by a later sync either
     */
    private record Pending(int entry, Io io, boolean lost) {}

    /** A disk with all that is in a folder. */
    static Disk of(Path folder) throws IOException {
        var disk = new Disk();
        try (var paths = Files.list(folder)) {
            for (var path : paths.toList()) disk.put(path.getFileName().toString(), Files.readAllBytes(path));
        }
        return disk;
    }

    /** A file that is there and durable. */
    private void put(String name, byte[] content) {
        var file = files.computeIfAbsent(name, any -> new File());
        file.durable = content.clone();
        file.there = true;
    }

    /** All of a further journal. */
    void apply(List<Io> journal) {
        base = heard;
        journal.forEach(this::apply);
    }

    /** The next entry of the journal. */
    void apply(Io io) {
        if (io instanceof Io.Write write) pending(write.file(), io);
        else if (io instanceof Io.Resize resize) pending(resize.file(), io);
        else if (io instanceof Io.Sync sync) sync(sync);
        else if (io instanceof Io.FailedSync failed) fail(failed);
        else if (io instanceof Io.Delete delete) delete(delete.file());
        heard++;
    }

    private void pending(String name, Io io) {
        var file = files.computeIfAbsent(name, any -> new File());
        if (file.deleted) {
            file.older = current(file); // which may come back as long as the folder does not know better
            file.pending.clear();
            file.durable = new byte[0];
            file.deleted = false;
            file.there = false;
        }
        file.pending.add(new Pending(heard, io, false));
    }

    private void delete(String name) {
        var file = files.get(name);
        if (file != null) file.deleted = true;
    }

    private void sync(Io.Sync sync) {
        if (sync.file().equals(Io.FOLDER)) {
            files.values().removeIf(file -> file.deleted);
            files.values().forEach(file -> {
                file.there = true;
                file.older = null;
            });
            return;
        }
        var file = files.get(sync.file());
        if (file == null) return;
        int begun = base + sync.begun();
        int length = current(file, begun).length;
        for (var on : file.pending)
            if (on.entry < begun && !on.lost) {
                file.durable = applied(file.durable, on.io);
                for (var older : file.pending) if (older.lost) outdate(older.io, on.io);
            }
        // The length is no content: it gets there with the next sync, and no older one comes back.
        file.durable = Arrays.copyOf(file.durable, length);
        file.pending.removeIf(on -> on.entry < begun && (!on.lost || on.io instanceof Io.Resize));
    }

    private void fail(Io.FailedSync failed) {
        var file = files.get(failed.file());
        if (file == null) return;
        file.pending.replaceAll(on -> on.entry < base + failed.begun() ? new Pending(on.entry, on.io, true) : on);
    }

    /** What was lost cannot come back where something newer is durable. */
    private static void outdate(Io lost, Io durable) {
        if (!(lost instanceof Io.Write old) || !(durable instanceof Io.Write fresh)) return;
        int from = Math.max(old.at(), fresh.at());
        int to = Math.min(old.end(), fresh.end());
        if (from < to) System.arraycopy(fresh.bytes(), from - fresh.at(), old.bytes(), from - old.at(), to - from);
    }

    private static byte[] applied(byte[] content, Io io) {
        if (io instanceof Io.Resize resize) return Arrays.copyOf(content, resize.length());
        var write = (Io.Write) io;
        var longer = content.length < write.end() ? Arrays.copyOf(content, write.end()) : content;
        System.arraycopy(write.bytes(), 0, longer, write.at(), write.bytes().length);
        return longer;
    }

    /** What the files hold as long as the power is on. */
    Map<String, byte[]> current() {
        var current = new TreeMap<String, byte[]>();
        files.forEach((name, file) -> {
            if (!file.deleted) current.put(name, current(file));
        });
        return current;
    }

    /** Whether something will not get there by a later sync either. */
    boolean hasLost() {
        return files.values().stream().anyMatch(file -> file.pending.stream().anyMatch(Pending::lost));
    }

    /** Puts what the files hold into a folder. */
    void write(Path folder) throws IOException {
        for (var file : current().entrySet()) Files.write(folder.resolve(file.getKey()), file.getValue());
    }

    private static byte[] current(File file) {
        return current(file, Integer.MAX_VALUE);
    }

    /** What it holds before an entry of the journal. */
    private static byte[] current(File file, int entry) {
        var content = file.durable.clone();
        for (var on : file.pending) if (on.entry < entry) content = applied(content, on.io);
        return content;
    }

    /** Writes down what could be there after a power cut at this moment. */
    void cut(Path folder, Random random) throws IOException {
        for (var entry : files.entrySet()) {
            var file = entry.getValue();
            boolean known = file.there ? !file.deleted || random.nextBoolean() : random.nextBoolean();
            var left = known ? cut(file, random) : file.deleted ? null : file.older;
            if (left != null) Files.write(folder.resolve(entry.getKey()), left);
        }
    }

    private static byte[] cut(File file, Random random) {
        int unit = random.nextBoolean() ? SECTOR : PAGE;
        int arrived = random.nextInt(5);
        if (file.pending.isEmpty() || arrived == 0) return file.durable;
        if (arrived == 1) return current(file);
        int last = current(file).length;
        int length = length(file.durable.length, last, random);
        var content = Arrays.copyOf(file.durable, Math.max(last, Math.max(length, file.durable.length)));
        if (random.nextInt(4) == 0) garble(content, file.durable.length, random);
        var versions = new HashMap<Integer, Integer>();
        int until = random.nextInt(file.pending.size() + 1);
        double share = random.nextDouble();
        for (int i = 0; i < file.pending.size(); i++) {
            if (!(file.pending.get(i).io instanceof Io.Write write)) continue;
            for (int at = write.at(); at < write.end(); at = (at / unit + 1) * unit) {
                int to = Math.min(write.end(), (at / unit + 1) * unit);
                int version = versions.computeIfAbsent(
                        at / unit, any -> version(file.pending.size(), until, arrived, share, random));
                if (i < version) System.arraycopy(write.bytes(), at - write.at(), content, at, to - at);
            }
        }
        return Arrays.copyOf(content, length);
    }

    /** How many of the pending writes a sector has got: in order up to some write, all or nothing by lot, or any. */
    private static int version(int pending, int until, int arrived, double share, Random random) {
        if (arrived == 2) return until;
        if (arrived == 3) return random.nextDouble() < share ? pending : 0;
        return random.nextInt(pending + 1);
    }

    private static int length(int durable, int last, Random random) {
        int shortest = Math.min(durable, last);
        return switch (random.nextInt(4)) {
            case 0 -> durable;
            case 1 -> shortest + random.nextInt(Math.abs(last - durable) + 1);
            default -> last;
        };
    }

    /** A file that was made longer may show what the disk had there before. */
    private static void garble(byte[] content, int from, Random random) {
        for (int i = from; i < content.length; i++) content[i] = (byte) random.nextInt();
    }

    /** The first difference between this and what the files of a folder hold, or null. */
    @Nullable
    String difference(Path folder) throws IOException {
        for (var entry : current().entrySet()) {
            var path = folder.resolve(entry.getKey());
            if (!Files.exists(path)) return entry.getKey() + " is gone";
            int at = Arrays.mismatch(Files.readAllBytes(path), entry.getValue());
            if (at >= 0) return entry.getKey() + " differs at " + at;
        }
        return null;
    }
}
