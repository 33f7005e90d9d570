package dev.perdure.local;

import dev.perdure.sql.Seal;
import dev.perdure.store.Change;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The mailboxes of all runs, and the deduplication keys of what went through them. */
final class LetterTables {
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement deleteAll;
    private final PreparedStatement has;
    private final PreparedStatement hasUrgent;
    private final PreparedStatement numbers;
    private final PreparedStatement addSent;
    private final PreparedStatement hasSent;
    private final PreparedStatement deleteSent;

    LetterTables(Link link) throws SQLException {
        insert = link.prepare("INSERT INTO letter (run, number, name, crc, bytes, seal) VALUES (?, ?, ?, ?, ?, ?)");
        delete = link.prepare("DELETE FROM letter WHERE run = ? AND number = ?");
        deleteAll = link.prepare("DELETE FROM letter WHERE run = ?");
        has = link.prepare("SELECT EXISTS (SELECT 1 FROM letter WHERE run = ? AND name = ?)");
        hasUrgent = link.prepare("SELECT EXISTS (SELECT 1 FROM letter WHERE run = ? AND name GLOB ? AND number > ?)");
        numbers = link.prepare("SELECT number FROM letter WHERE run = ? AND name = ?");
        addSent = link.prepare("INSERT INTO sent (run, dedup) VALUES (?, ?) ON CONFLICT DO NOTHING");
        hasSent = link.prepare("SELECT EXISTS (SELECT 1 FROM sent WHERE run = ? AND dedup = ?)");
        deleteSent = link.prepare("DELETE FROM sent WHERE run = ?");
    }

    void insert(long run, long number, Change.Deliver deliver) throws SQLException {
        insert.setLong(1, run);
        insert.setLong(2, number);
        insert.setString(3, deliver.name());
        insert.setInt(4, deliver.value().crc());
        insert.setBytes(5, deliver.value().bytes());
        insert.setInt(6, seal(run, number, deliver.name()));
        Writes.one(insert);
    }

    /** Whether there was such a letter. */
    boolean delete(long run, long number) throws SQLException {
        delete.setLong(1, run);
        delete.setLong(2, number);
        return delete.executeUpdate() == 1;
    }

    void deleteAll(long run) throws SQLException {
        deleteAll.setLong(1, run);
        deleteAll.executeUpdate();
    }

    boolean has(long run, String name) throws SQLException {
        return found(has, run, name);
    }

    /** Whether there is one beyond this number that wakes the run whatever it waits for. */
    boolean hasUrgent(long run, long seen) throws SQLException {
        hasUrgent.setLong(3, seen);
        return found(hasUrgent, run, Change.URGENT + "*");
    }

    /** Whether there is a letter of this name besides these. */
    boolean hasOther(long run, String name, List<Long> these) throws SQLException {
        numbers.setLong(1, run);
        numbers.setString(2, name);
        try (var row = numbers.executeQuery()) {
            while (row.next()) if (!these.contains(row.getLong(1))) return true;
            return false;
        }
    }

    /** False if this key was used for the run before. */
    boolean addSent(long run, String dedup) throws SQLException {
        addSent.setLong(1, run);
        addSent.setString(2, dedup);
        return addSent.executeUpdate() == 1;
    }

    boolean hasSent(long run, String dedup) throws SQLException {
        return found(hasSent, run, dedup);
    }

    void deleteSent(long run) throws SQLException {
        deleteSent.setLong(1, run);
        deleteSent.executeUpdate();
    }

    private static boolean found(PreparedStatement query, long run, String text) throws SQLException {
        query.setLong(1, run);
        query.setString(2, text);
        try (var row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** A checksum over what the engine's own does not cover. */
    static int seal(long run, long number, String name) {
        return new Seal().add(run).add(number).add(name).value();
    }
}
