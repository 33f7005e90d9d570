package dev.perdure.local;

import dev.perdure.DataCorrupted;
import dev.perdure.sql.Micros;
import dev.perdure.sql.RunRow;
import dev.perdure.store.Payload;
import dev.perdure.store.Placement;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Letter;
import dev.perdure.store.RunImage.Status;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the images of runs together from all tables. The caller holds a transaction, so that they fit each other. */
final class Images {
    private final PreparedStatement hot;
    private final PreparedStatement frame;
    private final PreparedStatement parts;
    private final PreparedStatement lastPart;
    private final PreparedStatement letters;
    private final PreparedStatement outcome;
    private final Methods methods;
    private final QueueTable queues;
    private final Link link;

    Images(Link link, Methods methods, QueueTable queues) throws SQLException {
        this.link = link;
        this.methods = methods;
        this.queues = queues;
        hot = link.prepare("SELECT token, crashes, updated_at, crc, frame, seal FROM hot WHERE slot = ? AND run = ?");
        frame = link.prepare("SELECT crc, bytes FROM frame WHERE run = ?");
        parts = link.prepare("SELECT crc, bytes, n, written_at, seal FROM part WHERE run = ? ORDER BY n");
        lastPart = link.prepare("SELECT written_at FROM part WHERE run = ? ORDER BY n DESC LIMIT 1");
        letters = link.prepare("SELECT crc, bytes, number, name, seal FROM letter WHERE run = ? ORDER BY number");
        outcome = link.prepare("SELECT crc, bytes FROM outcome WHERE run = ?");
    }

    /** What the hot table says of an owned run. */
    record Hot(
            long token,
            int crashes,
            long updatedAt,
            @Nullable Payload frame) {}

    Hot hot(RunRow run) throws SQLException {
        hot.setLong(1, run.slot());
        hot.setLong(2, run.no());
        try (var row = hot.executeQuery()) {
            if (!row.next()) throw damaged(run, "has no row in table hot at its slot " + run.slot());
            var bytes = row.getBytes(5);
            var payload = bytes == null ? null : new Payload(bytes, row.getInt(4));
            var found = new Hot(row.getLong(1), row.getInt(2), row.getLong(3), payload);
            if (HotTable.seal(run, found.token, found.crashes, found.updatedAt) != row.getInt(6))
                throw damaged(run, "has a row in table hot that does not match its seal");
            return found;
        }
    }

    /** The whole image; of a stuck run whose rows are damaged, that it is. */
    RunImage image(RunRow run) throws SQLException {
        if (run.status() != Status.STUCK) return whole(run);
        try {
            return whole(run);
        } catch (DataCorrupted damage) {
            return summary(run.stuck(String.valueOf(damage.getMessage()), run.updatedAt()));
        }
    }

    private RunImage whole(RunRow run) throws SQLException {
        var hotRow = run.status() == Status.OWNED ? hot(run) : null;
        if (run.status().terminal()) return image(run, null, List.of(), List.of(), outcome(run), 0);
        var frames = new ArrayList<Payload>();
        var base = hotRow != null && hotRow.frame != null ? hotRow.frame : coldFrame(run);
        if (base == null) throw damaged(run, "has no checkpoint");
        frames.add(base);
        long lastPart = parts(run, frames);
        return image(run, hotRow, frames, letters(run), null, lastPart);
    }

    /** The image that a waiting run has once it is owned. */
    static RunImage owned(RunImage waiting, Owned owner, long now) {
        return new RunImage(
                waiting.id(),
                waiting.method(),
                waiting.digest(),
                waiting.placement(),
                Status.OWNED,
                owner.token,
                owner.crashes,
                null,
                null,
                null,
                waiting.frame(),
                waiting.mailbox(),
                null,
                waiting.startedAt(),
                Micros.instant(now));
    }

    /** The image without frames, mailbox and outcome. */
    RunImage summary(RunRow run) throws SQLException {
        if (run.status() != Status.OWNED) return image(run, null, List.of(), List.of(), null, 0);
        lastPart.setLong(1, run.no());
        try (var row = lastPart.executeQuery()) {
            return image(run, hot(run), List.of(), List.of(), null, row.next() ? row.getLong(1) : 0);
        }
    }

    boolean hasColdFrame(RunRow run) throws SQLException {
        frame.setLong(1, run.no());
        try (var row = frame.executeQuery()) {
            return row.next();
        }
    }

    private @Nullable Payload coldFrame(RunRow run) throws SQLException {
        frame.setLong(1, run.no());
        try (var row = frame.executeQuery()) {
            return row.next() ? payload(row) : null;
        }
    }

    /** How many parts the run's checkpoint has. */
    int parts(RunRow run) throws SQLException {
        var frames = new ArrayList<Payload>();
        parts(run, frames);
        return frames.size();
    }

    private Payload outcome(RunRow run) throws SQLException {
        outcome.setLong(1, run.no());
        try (var row = outcome.executeQuery()) {
            if (!row.next()) throw damaged(run, "has ended and has no outcome");
            return payload(row);
        }
    }

    private long parts(RunRow run, List<Payload> frames) throws SQLException {
        parts.setLong(1, run.no());
        long last = 0;
        try (var row = parts.executeQuery()) {
            for (int n = 1; row.next(); n++) {
                if (row.getInt(3) != n) throw damaged(run, "lacks part " + n + " of its checkpoint");
                last = row.getLong(4);
                if (FrameTables.seal(run.no(), n, last) != row.getInt(5))
                    throw damaged(run, "has a part that does not match its seal");
                frames.add(payload(row));
            }
        }
        return last;
    }

    List<Letter> letters(RunRow run) throws SQLException {
        letters.setLong(1, run.no());
        var found = new ArrayList<Letter>();
        link.each(letters, row -> {
            long number = row.getLong(3);
            var name = row.getString(4);
            if (LetterTables.seal(run.no(), number, name) != row.getInt(5))
                throw damaged(run, "has a signal that does not match its seal");
            found.add(new Letter(number, name, payload(row)));
        });
        return found;
    }

    private RunImage image(
            RunRow run,
            @Nullable Hot hotRow,
            List<Payload> frames,
            List<Letter> mailbox,
            @Nullable Payload result,
            long lastPart) {
        boolean parked = run.status() == Status.PARKED;
        var since = run.since();
        long updatedAt = Math.max(run.updatedAt(), Math.max(lastPart, hotRow == null ? 0 : hotRow.updatedAt));
        return new RunImage(
                run.id(),
                methods.identity(run.method()),
                run.digest(),
                new Placement(queues.name(run.queue()), run.priority(), run.key()),
                run.status(),
                hotRow == null ? 0 : hotRow.token,
                hotRow == null ? run.crashes() : hotRow.crashes,
                parked && since != null ? Micros.instant(since) : null,
                run.signal(),
                run.problem(),
                frames,
                mailbox,
                result,
                Micros.instant(run.startedAt()),
                Micros.instant(updatedAt));
    }

    /** A payload from the first two columns, crc and bytes; the engine checks one against the other. */
    private static Payload payload(ResultSet row) throws SQLException {
        var bytes = row.getBytes(2);
        return new Payload(bytes == null ? new byte[0] : bytes, row.getInt(1));
    }

    private static DataCorrupted damaged(RunRow run, String what) {
        return new DataCorrupted(
                "run " + run.id() + " " + what + ": the file was altered or damaged; restore it from a backup", null);
    }

    /** The earliest moment that can be written, for runs that no time moves. */
    static Instant instantOrMax(@Nullable Long micros) {
        return micros == null ? Instant.MAX : Micros.instant(micros);
    }
}
