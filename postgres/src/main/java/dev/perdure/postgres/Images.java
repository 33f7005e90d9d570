package dev.perdure.postgres;

import dev.perdure.DataCorrupted;
import dev.perdure.sql.Micros;
import dev.perdure.sql.Statuses;
import dev.perdure.store.Payload;
import dev.perdure.store.Placement;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Letter;
import dev.perdure.store.RunImage.Status;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the images of runs together from all tables. */
final class Images {
    /** The columns that a query has to give, of a table named r. */
    static final String COLUMNS = "r.id, r.method, r.digest, r.status, r.owner, r.crashes, r.parts, r.letters, r.since,"
            + " r.waiting_for, r.problem, r.started_at, r.updated_at, r.frame, r.frame_crc, r.outcome, r.outcome_crc,"
            + " r.queue, r.priority, r.key";

    /** The same columns without frame and outcome. */
    static final String SUMMARY = "r.id, r.method, r.digest, r.status, r.owner, r.crashes, r.parts, r.letters, r.since,"
            + " r.waiting_for, r.problem, r.started_at, r.updated_at, NULL::bytea, 0, NULL::bytea, 0,"
            + " r.queue, r.priority, r.key";

    private final Names methods;

    Images(Names methods) {
        this.methods = methods;
    }

    /** A row as it was read; {@code since} puts rows in order. */
    record Row(
            String id,
            int method,
            String digest,
            Status status,
            long owner,
            int crashes,
            int parts,
            int letters,
            @Nullable Long since,
            @Nullable String signal,
            @Nullable String problem,
            long startedAt,
            long updatedAt,
            @Nullable Payload frame,
            @Nullable Payload outcome,
            int queue,
            int priority,
            @Nullable String key) {}

    List<Row> rows(Session session, PreparedStatement query) throws SQLException {
        var rows = new ArrayList<Row>();
        session.each(query, row -> rows.add(row(row)));
        return rows;
    }

    private static Row row(ResultSet row) throws SQLException {
        var id = row.getString(1);
        int status = row.getInt(4);
        if (!Statuses.known(status)) throw damaged(id, "has a status that is none: " + status);
        return new Row(
                id,
                row.getInt(2),
                row.getString(3),
                Statuses.of(status),
                row.getLong(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                numberOrNull(row, 9),
                row.getString(10),
                row.getString(11),
                row.getLong(12),
                row.getLong(13),
                payload(row, 14),
                payload(row, 16),
                row.getInt(18),
                row.getInt(19),
                row.getString(20));
    }

    static @Nullable Long numberOrNull(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Payload payload(ResultSet row, int column) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes == null ? null : new Payload(bytes, row.getInt(column + 1));
    }

    /** The images without frames, mailboxes and outcomes. */
    List<RunImage> summaries(Session session, List<Row> rows) throws SQLException {
        var images = new ArrayList<RunImage>();
        for (Row row : rows) images.add(image(session, row, List.of(), List.of()));
        return images;
    }

    /** The whole images; the caller holds a transaction in which the rows stay as they are. */
    List<RunImage> whole(Session session, List<Row> rows) throws SQLException {
        var parts = parts(session, rows);
        var letters = letters(session, rows);
        var images = new ArrayList<RunImage>();
        for (Row row : rows) {
            var frames = new ArrayList<Payload>();
            if (!row.status.terminal()) {
                if (row.frame == null) throw damaged(row.id, "has no checkpoint");
                frames.add(row.frame);
                frames.addAll(parts.getOrDefault(row.id, List.of()));
                if (frames.size() != row.parts + 1) throw damaged(row.id, "lacks a part of its checkpoint");
            } else if (row.outcome == null) {
                throw damaged(row.id, "has ended and has no outcome");
            }
            images.add(image(session, row, frames, letters.getOrDefault(row.id, List.of())));
        }
        return images;
    }

    private Map<String, List<Payload>> parts(Session session, List<Row> rows) throws SQLException {
        var wanted = rows.stream().filter(row -> row.parts > 0).map(Row::id).toList();
        var parts = new HashMap<String, List<Payload>>();
        if (wanted.isEmpty()) return parts;
        session.each(
                session.bind(
                        "SELECT p.run, p.bytes, p.crc FROM {}part p WHERE p.run = ANY(?::text[]) ORDER BY p.run, p.n",
                        Rows.texts(wanted)),
                row -> parts.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                        .add(payloadOf(row, 2)));
        return parts;
    }

    private Map<String, List<Letter>> letters(Session session, List<Row> rows) throws SQLException {
        var wanted = rows.stream().filter(row -> row.letters > 0).map(Row::id).toList();
        var letters = new HashMap<String, List<Letter>>();
        if (wanted.isEmpty()) return letters;
        session.each(
                session.bind(
                        "SELECT l.run, l.bytes, l.crc, l.number, l.name FROM {}letter l WHERE l.run = ANY(?::text[])"
                                + " ORDER BY l.run, l.number",
                        Rows.texts(wanted)),
                row -> letters.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                        .add(new Letter(row.getLong(4), row.getString(5), payloadOf(row, 2))));
        return letters;
    }

    private static Payload payloadOf(ResultSet row, int column) throws SQLException {
        var bytes = row.getBytes(column);
        return new Payload(bytes == null ? new byte[0] : bytes, row.getInt(column + 1));
    }

    private RunImage image(Session session, Row row, List<Payload> frames, List<Letter> mailbox) throws SQLException {
        var since = row.status == Status.PARKED ? row.since : null;
        return new RunImage(
                row.id,
                methods.identity(session, row.method),
                row.digest,
                new Placement(methods.queue(session, row.queue), row.priority, row.key),
                row.status,
                row.owner,
                row.crashes,
                since == null ? null : Micros.instant(since),
                row.signal,
                row.problem,
                frames,
                mailbox,
                row.outcome,
                Micros.instant(row.startedAt),
                Micros.instant(row.updatedAt));
    }

    private static DataCorrupted damaged(String run, String what) {
        return new DataCorrupted(
                "run " + run + " " + what + ": the tables were altered or damaged; restore them from a backup", null);
    }
}
