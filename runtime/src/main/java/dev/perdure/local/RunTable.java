package dev.perdure.local;

import dev.perdure.DataCorrupted;
import dev.perdure.sql.RunRow;
import dev.perdure.sql.Statuses;
import dev.perdure.store.RunImage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of runs: what tells where a run stands, without its checkpoint. */
final class RunTable {
    /** The columns that {@link #read} takes, of a table named r. */
    static final String COLUMNS = "r.no, r.id, r.method, r.digest, r.status, r.slot, r.crashes, r.since, r.waiting_for,"
            + " r.problem, r.started_at, r.updated_at, r.seal, r.queue, r.priority, r.key, r.mark, r.place";

    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement byId;
    private final PreparedStatement byMark;
    private final PreparedStatement ended;
    private final PreparedStatement delete;
    private final Link link;
    private final Waiting.Pairs pairs;

    RunTable(Link link, Waiting.Pairs pairs) throws SQLException {
        this.link = link;
        this.pairs = pairs;
        insert = link.prepare(
                "INSERT INTO run (no, id, method, digest, queue, priority, key, mark, place, status, slot, crashes,"
                        + " since, waiting_for, problem, started_at, updated_at, seal)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO NOTHING");
        update = link.prepare(
                "UPDATE run SET place = ?, status = ?, slot = ?, crashes = ?, since = ?, waiting_for = ?, problem = ?,"
                        + " updated_at = ?, seal = ? WHERE no = ?");
        byId = link.prepare("SELECT " + COLUMNS + " FROM run r WHERE r.id = ?");
        byMark = link.prepare(
                "SELECT " + COLUMNS
                        + " FROM run r INDEXED BY run_mark WHERE r.queue = ? AND r.mark = ? AND r.mark IS NOT NULL AND r.status < 4");
        ended = link.prepare("SELECT " + COLUMNS + " FROM run r INDEXED BY run_ended WHERE r.status IN (4, 5, 6)"
                + " AND r.updated_at < ? ORDER BY r.updated_at LIMIT ?");
        delete = link.prepare("DELETE FROM run WHERE no = ?");
    }

    /** Which methods may have runs in which queue. */
    Waiting.Pairs pairs() {
        return pairs;
    }

    /** False if there is a run of this id already. */
    boolean insert(RunRow row) throws SQLException {
        pairs.add(row);
        insert.setLong(1, row.no());
        insert.setString(2, row.id());
        insert.setInt(3, row.method());
        insert.setString(4, row.digest());
        insert.setInt(5, row.queue());
        insert.setInt(6, row.priority());
        insert.setString(7, row.key());
        insert.setString(8, row.mark());
        int next = state(insert, row, 9);
        insert.setLong(next, row.startedAt());
        insert.setLong(next + 1, row.updatedAt());
        insert.setInt(next + 2, row.seal());
        return insert.executeUpdate() == 1;
    }

    void update(RunRow row) throws SQLException {
        pairs.add(row);
        int next = state(update, row, 1);
        update.setLong(next, row.updatedAt());
        update.setInt(next + 1, row.seal());
        update.setLong(next + 2, row.no());
        Writes.one(update);
    }

    private static int state(PreparedStatement statement, RunRow row, int first) throws SQLException {
        statement.setInt(first, row.place());
        statement.setInt(first + 1, Statuses.code(row.status()));
        number(statement, first + 2, row.slot() == 0 ? null : row.slot());
        statement.setInt(first + 3, row.crashes());
        number(statement, first + 4, row.since());
        statement.setString(first + 5, row.signal());
        statement.setString(first + 6, row.problem());
        return first + 7;
    }

    private static void number(PreparedStatement statement, int at, @Nullable Long value) throws SQLException {
        if (value == null) statement.setNull(at, Types.INTEGER);
        else statement.setLong(at, value);
    }

    @Nullable
    RunRow byId(String id) throws SQLException {
        byId.setString(1, id);
        try (var rows = byId.executeQuery()) {
            if (!rows.next()) return null;
            var row = read(rows);
            if (!row.id().equals(id)) throw damaged(row.no());
            return row;
        }
    }

    /** The run on a queue that has a mark and has not ended. */
    @Nullable
    RunRow byMark(int queue, String mark) throws SQLException {
        byMark.setInt(1, queue);
        byMark.setString(2, mark);
        try (var rows = byMark.executeQuery()) {
            return rows.next() ? read(rows) : null;
        }
    }

    /** All runs that are owned. */
    List<Found> owned() throws SQLException {
        var found = new ArrayList<Found>();
        link.each(
                link.prepare("SELECT " + COLUMNS + " FROM run r INDEXED BY run_owned WHERE r.status = 1"),
                row -> found.add(find(row)));
        return found;
    }

    List<Found> endedBefore(long moment, int max) throws SQLException {
        ended.setLong(1, moment);
        ended.setInt(2, max);
        var found = new ArrayList<Found>();
        link.each(ended, row -> found.add(find(row)));
        return found;
    }

    void delete(long no) throws SQLException {
        delete.setLong(1, no);
        Writes.one(delete);
    }

    /**
     * A row as it stands.
     *
     * @param row what it says
     * @param intact whether its seal fits; otherwise nothing in it can be relied on
     */
    record Found(RunRow row, boolean intact) {}

    /** The run of a result row that begins with {@link #COLUMNS}, its seal checked. */
    static RunRow read(ResultSet row) throws SQLException {
        var found = find(row);
        if (!found.intact) throw damaged(found.row.no());
        return found.row;
    }

    static Found find(ResultSet row) throws SQLException {
        int status = row.getInt(5);
        long no = row.getLong(1);
        var id = row.getString(2);
        var digest = row.getString(4);
        boolean known = Statuses.known(status) && id != null && digest != null;
        var run = new RunRow(
                no,
                id == null ? "" : id,
                row.getInt(3),
                digest == null ? "" : digest,
                row.getInt(14),
                row.getInt(15),
                row.getString(16),
                row.getString(17),
                row.getInt(18),
                known ? Statuses.of(status) : RunImage.Status.STUCK,
                row.getLong(6),
                row.getInt(7),
                numberOrNull(row, 8),
                row.getString(9),
                row.getString(10),
                row.getLong(11),
                row.getLong(12));
        return new Found(run, known && run.seal() == row.getInt(13));
    }

    static DataCorrupted damaged(long no) {
        return new DataCorrupted(
                "the row of run number " + no
                        + " in table run does not match its seal: the file was altered or damaged;"
                        + " restore it from a backup, or read what is left with sqlite3",
                null);
    }

    private static @Nullable Long numberOrNull(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
