package dev.perdure.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks after the log that commits are written to. It keeps room in it ready: a commit that makes the file longer costs the
 * file system a commit of its own, one that writes over zeros does not. And it carries a long log over into the database
 * file, beside the writer and not in its way, except for the little that was written meanwhile.
 */
final class WriteAheadLog implements AutoCloseable {
    /** A log of so many pages is carried over; about 16 MB. */
    static final long LONG = 4_000;

    /** As much as the log has already, within these: a short life needs little. */
    private static final long LEAST_ROOM = 1 << 16;

    private static final long MOST_ROOM = 1 << 20;
    private static final int COMMITS_BETWEEN_LOOKS = 8;

    private static final String CARRY_OVER = "PRAGMA wal_checkpoint(PASSIVE)";

    private final Link link;
    private final long longest;
    private final Executor background;
    private final Pause pause;
    private final AtomicBoolean carrying = new AtomicBoolean();
    private final Object open = new Object();
    /** Not a channel: that would be closed if a thread that commits is interrupted. */
    private final RandomAccessFile file;

    private boolean closed;
    private long room;
    private int commits;

    /** Keeps the writer from writing. */
    interface Pause {
        /** Does something while nothing is written. */
        void during(Carry carry) throws SQLException;

        /** Stops the writer for good: what is on the disk is not known. */
        void fail(SQLException error);
    }

    /** What is done in a pause. */
    interface Carry {
        void run() throws SQLException;
    }

    /** The log of a database that has been read from: it is there then. */
    WriteAheadLog(Link link, Path log, long longest, Executor background, Pause pause) throws IOException {
        this.link = link;
        this.longest = longest;
        this.background = background;
        this.pause = pause;
        file = new RandomAccessFile(log.toFile(), "rw");
        reserve();
    }

    /** To be told of every commit, by the writer, before it writes again. */
    void committed(Link writer) throws SQLException {
        reserve();
        if (++commits < COMMITS_BETWEEN_LOOKS) return;
        commits = 0;
        if (carrying.get() || pages(writer) < longest) return;
        carrying.set(true);
        background.execute(this::carryOver);
    }

    /** Lengthens the file by zeros that are no log yet, if what it had is used up. */
    private void reserve() {
        try {
            long length = file.length();
            if (length <= room) return;
            int more = (int) Math.max(LEAST_ROOM, Math.min(MOST_ROOM, length));
            room = length + more;
            file.seek(length);
            file.write(new byte[more]);
        } catch (IOException e) {
            room = Long.MAX_VALUE; // it goes without; if the disk is full, the next commit says so
        }
    }

    /** How many pages the log has. */
    private static long pages(Link writer) throws SQLException {
        try (var row = writer.prepare("PRAGMA wal_checkpoint(NOOP)").executeQuery()) {
            row.next();
            return row.getLong(2);
        }
    }

    private void carryOver() {
        synchronized (open) {
            try {
                if (closed) return;
                link.number(CARRY_OVER);
                // Only a log that is carried over to its end is begun anew, and while there are commits it has no end.
                pause.during(() -> link.number(CARRY_OVER));
            } catch (SQLException e) {
                pause.fail(e);
            } finally {
                carrying.set(false);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        synchronized (open) {
            closed = true;
            try {
                file.close();
            } catch (IOException e) {
                // nothing of it was ours to keep
            }
            link.close();
        }
    }
}
