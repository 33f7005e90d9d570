package dev.perdure.local;

import dev.perdure.StoreUnusable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The log that a process has left behind. SQLite reads it up to the first frame whose checksum does not fit, and takes what comes
 * then for a batch that was being written when the power was cut. There is at most one such batch, as each is forced to the disk
 * before the next one begins. So where two or more follow, the log was damaged, and they would be lost without a word.
 *
 * <p>The format is SQLite's: a header of 32 bytes, then pages with 24 bytes before each; the last page of a batch says so.
 */
final class LeftLog {
    private static final int HEADER = 32;
    private static final int FRAME = 24;
    private static final int MAGIC = 0x377f0682;
    private static final int BUFFER = 1 << 20;

    private final Path file;
    private final int pageSize;
    /** Batches that end behind the first frame that does not fit, by the marks of their frames. */
    private final Map<Long, Integer> beyond = new HashMap<>();

    private int sum;
    private int sumOfSums;

    private LeftLog(Path file, int pageSize) {
        this.file = file;
        this.pageSize = pageSize;
    }

    /** Makes sure of a log, if there is one: that it is whole, and that the system will bring all of it to the disk. */
    static void takeOver(Path file, int pageSize) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) return;
        new LeftLog(file, pageSize).check();
        renew(file);
    }

    /**
     * Writes it once more as it is. If a sync has failed, the system takes for clean what is not on the disk, and no later sync
     * brings it there: not even that of a commit which follows upon it in the log.
     */
    private static void renew(Path file) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, Folder.noLinks())) {
            var some = ByteBuffer.allocate(BUFFER);
            for (long at = 0; channel.read(some, at) > 0; some.clear()) {
                some.flip();
                while (some.hasRemaining()) at += channel.write(some, at);
            }
            channel.force(true);
        }
    }

    private void check() throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file, Folder.noLinks()), BUFFER)) {
            var header = ByteBuffer.wrap(in.readNBytes(HEADER));
            if (header.limit() < HEADER) return;
            read(in, header);
        }
        if (beyond.values().stream().anyMatch(batches -> batches > 1))
            throw new StoreUnusable(
                    file
                            + " was damaged: in the midst of it something does not match its checksum, and what was written after"
                            + " that would be lost. Keep a copy of the folder, then restore it from a backup, or move the log away"
                            + " to go on with what was carried over before. It was not changed",
                    null);
    }

    private void read(InputStream in, ByteBuffer header) throws IOException {
        boolean big = (header.getInt(0) & 1) == 1; // the order in which the checksums take their bytes
        add(header, 0, FRAME, big);
        boolean fits = (header.getInt(0) & ~1) == MAGIC && fits(header, FRAME);
        long marks = header.getLong(16);
        boolean broken = !fits;
        while (true) {
            var frame = ByteBuffer.wrap(in.readNBytes(FRAME + pageSize));
            if (frame.limit() < FRAME + pageSize) return;
            if (!broken) {
                add(frame, 0, 8, big);
                add(frame, FRAME, pageSize, big);
                broken = frame.getInt(0) == 0 || frame.getLong(8) != marks || !fits(frame, 16);
            }
            boolean ends = frame.getInt(0) != 0 && frame.getInt(4) != 0;
            if (broken && ends && (!fits || frame.getLong(8) == marks)) beyond.merge(frame.getLong(8), 1, Integer::sum);
        }
    }

    private boolean fits(ByteBuffer of, int at) {
        return of.getInt(at) == sum && of.getInt(at + 4) == sumOfSums;
    }

    private void add(ByteBuffer of, int from, int length, boolean big) {
        of.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int at = from; at < from + length; at += 8) {
            sum += of.getInt(at) + sumOfSums;
            sumOfSums += of.getInt(at + 4) + sum;
        }
        of.order(ByteOrder.BIG_ENDIAN);
    }
}
