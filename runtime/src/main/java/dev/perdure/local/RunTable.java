package dev.perdure.local;

import dev.perdure.DataCorrupted;
import dev.perdure.sql.RunRow;
import dev.perdure.sql.Statuses;
import dev.perdure.store.Claim;
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
            + " r.problem, r.started_at, r.updated_at, r.seal";

    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement byId;
    private final PreparedStatement claimable;
    private final PreparedStatement firstDue;
    private final PreparedStatement ended;
    private final PreparedStatement delete;
    private final Link link;

    RunTable(Link link) throws SQLException {
        this.link = link;
        insert = link.prepare(
                "INSERT INTO run (no, id, method, digest, status, slot, crashes, since, waiting_for, problem,"
                        + " started_at, updated_at, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO NOTHING");
        update = link.prepare(
                "UPDATE run SET status = ?, slot = ?, crashes = ?, since = ?, waiting_for = ?, problem = ?,"
                        + " updated_at = ?, seal = ? WHERE no = ?");
        byId = link.prepare("SELECT " + COLUMNS + " FROM run r WHERE r.id = ?");
        claimable =
                link.prepare("SELECT " + COLUMNS + " FROM run r INDEXED BY run_due WHERE r.status = ? AND r.status IN"
                        + " (0, 2) AND r.method = ? AND r.since IS NOT NULL AND r.since <= ? AND r.crashes BETWEEN ? AND ?"
                        + " ORDER BY r.since LIMIT ?");
        firstDue = link.prepare(
                "SELECT min(since) FROM run INDEXED BY run_due WHERE status = 2 AND status IN (0, 2) AND method = ?"
                        + " AND since IS NOT NULL");
        ended = link.prepare("SELECT no FROM run INDEXED BY run_ended WHERE status IN (4, 5, 6) AND updated_at < ?"
                + " ORDER BY updated_at LIMIT ?");
        delete = link.prepare("DELETE FROM run WHERE no = ?");
    }

    /** False if there is a run of this id already. */
    boolean insert(RunRow row) throws SQLException {
        insert.setLong(1, row.no());
        insert.setString(2, row.id());
        insert.setInt(3, row.method());
        insert.setString(4, row.digest());
        int next = state(insert, row, 5);
        insert.setLong(next, row.startedAt());
        insert.setLong(next + 1, row.updatedAt());
        insert.setInt(next + 2, row.seal());
        return insert.executeUpdate() == 1;
    }

    void update(RunRow row) throws SQLException {
        int next = state(update, row, 1);
        update.setLong(next, row.updatedAt());
        update.setInt(next + 1, row.seal());
        update.setLong(next + 2, row.no());
        Writes.one(update);
    }

    private static int state(PreparedStatement statement, RunRow row, int first) throws SQLException {
        statement.setInt(first, Statuses.code(row.status()));
        number(statement, first + 1, row.slot() == 0 ? null : row.slot());
        statement.setInt(first + 2, row.crashes());
        number(statement, first + 3, row.since());
        statement.setString(first + 4, row.signal());
        statement.setString(first + 5, row.problem());
        return first + 6;
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

    /** Runs of one status and method that are claimable at a moment, oldest first. */
    List<Found> claimable(RunImage.Status status, int method, long now, Claim claim) throws SQLException {
        claimable.setInt(1, Statuses.code(status));
        claimable.setInt(2, method);
        claimable.setLong(3, now);
        claimable.setInt(4, claim.leastCrashes());
        claimable.setInt(5, claim.mostCrashes());
        claimable.setInt(6, claim.max());
        var found = new ArrayList<Found>();
        link.each(claimable, row -> found.add(find(row)));
        return found;
    }

    /** All runs that are owned. */
    List<Found> owned() throws SQLException {
        var found = new ArrayList<Found>();
        link.each(
                link.prepare("SELECT " + COLUMNS + " FROM run r INDEXED BY run_owned WHERE r.status = 1"),
                row -> found.add(find(row)));
        return found;
    }

    /** When the first parked run of a method is due, or null if none will be. */
    @Nullable
    Long firstDue(int method) throws SQLException {
        firstDue.setInt(1, method);
        try (var row = firstDue.executeQuery()) {
            row.next();
            return numberOrNull(row, 1);
        }
    }

    List<Long> endedBefore(long moment, int max) throws SQLException {
        ended.setLong(1, moment);
        ended.setInt(2, max);
        var found = new ArrayList<Long>();
        link.each(ended, row -> found.add(row.getLong(1)));
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

    private static Found find(ResultSet row) throws SQLException {
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
