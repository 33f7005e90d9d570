package dev.perdure.local;

import dev.perdure.sql.RunRow;
import dev.perdure.sql.Seal;
import dev.perdure.store.Payload;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What runs have said, apart from the hot table: frames of waiting runs, parts, outcomes. */
final class FrameTables {
    private final PreparedStatement put;
    private final PreparedStatement fromHot;
    private final PreparedStatement dropFrame;
    private final PreparedStatement addPart;
    private final PreparedStatement dropParts;
    private final PreparedStatement putOutcome;
    private final PreparedStatement dropOutcome;
    private long lastPart;

    FrameTables(Link link) throws SQLException {
        put = link.prepare("INSERT INTO frame (run, crc, bytes) VALUES (?, ?, ?)"
                + " ON CONFLICT (run) DO UPDATE SET crc = excluded.crc, bytes = excluded.bytes");
        fromHot = link.prepare(
                "INSERT INTO frame (run, crc, bytes) SELECT run, crc, frame FROM hot WHERE slot = ? AND run = ?"
                        + " ON CONFLICT (run) DO UPDATE SET crc = excluded.crc, bytes = excluded.bytes");
        dropFrame = link.prepare("DELETE FROM frame WHERE run = ?");
        addPart = link.prepare(
                "INSERT INTO part (no, run, n, written_at, seal, crc, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)");
        dropParts = link.prepare("DELETE FROM part WHERE run = ?");
        putOutcome = link.prepare("INSERT INTO outcome (run, crc, bytes) VALUES (?, ?, ?)");
        dropOutcome = link.prepare("DELETE FROM outcome WHERE run = ?");
        lastPart = link.number("SELECT coalesce(max(no), 0) FROM part");
    }

    void put(long run, Payload frame) throws SQLException {
        payload(put, run, frame);
        Writes.one(put);
    }

    /** Takes the frame that the run's slot holds. */
    void takeFromHot(RunRow run) throws SQLException {
        fromHot.setLong(1, run.slot());
        fromHot.setLong(2, run.no());
        Writes.one(fromHot);
    }

    void drop(long run) throws SQLException {
        dropFrame.setLong(1, run);
        dropFrame.executeUpdate();
    }

    void addPart(long run, int n, long now, Payload part) throws SQLException {
        addPart.setLong(1, ++lastPart);
        addPart.setLong(2, run);
        addPart.setInt(3, n);
        addPart.setLong(4, now);
        addPart.setInt(5, seal(run, n, now));
        addPart.setInt(6, part.crc());
        addPart.setBytes(7, part.bytes());
        Writes.one(addPart);
    }

    void dropParts(long run) throws SQLException {
        dropParts.setLong(1, run);
        dropParts.executeUpdate();
    }

    void putOutcome(long run, Payload outcome) throws SQLException {
        payload(putOutcome, run, outcome);
        Writes.one(putOutcome);
    }

    void dropOutcome(long run) throws SQLException {
        dropOutcome.setLong(1, run);
        dropOutcome.executeUpdate();
    }

    /** The seal of a part. */
    static int seal(long run, int n, long writtenAt) {
        return new Seal().add(run).add(n).add(writtenAt).value();
    }

    private static void payload(PreparedStatement statement, long run, Payload payload) throws SQLException {
        statement.setLong(1, run);
        statement.setInt(2, payload.crc());
        statement.setBytes(3, payload.bytes());
    }
}
