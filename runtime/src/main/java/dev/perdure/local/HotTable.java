package dev.perdure.local;

import dev.perdure.store.Payload;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** The checkpoints of runs that move. A free slot keeps its last row: nobody names it, and the next run writes over it. */
final class HotTable {
    private final PreparedStatement put;
    private final PreparedStatement step;
    private final PreparedStatement touch;
    private final PreparedStatement takeOver;

    HotTable(Link link) throws SQLException {
        put = link.prepare(
                "INSERT INTO hot (slot, run, token, crashes, updated_at, crc, frame) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (slot) DO UPDATE SET run = excluded.run, token = excluded.token,"
                        + " crashes = excluded.crashes, updated_at = excluded.updated_at, crc = excluded.crc,"
                        + " frame = excluded.frame");
        step = link.prepare(
                "UPDATE hot SET crashes = 0, updated_at = ?, crc = ?, frame = ? WHERE slot = ? AND token = ? AND run = ?");
        touch = link.prepare("UPDATE hot SET crashes = 0, updated_at = ? WHERE slot = ? AND token = ? AND run = ?");
        takeOver = link.prepare(
                "UPDATE hot SET token = ?, crashes = ?, updated_at = ? WHERE slot = ? AND token = ? AND run = ?");
    }

    /** Fills a slot; without a frame, the frame table has it. */
    void put(Owned run, long now, @Nullable Payload frame) throws SQLException {
        put.setLong(1, run.row.slot());
        put.setLong(2, run.row.no());
        put.setLong(3, run.token);
        put.setInt(4, run.crashes);
        put.setLong(5, now);
        if (frame == null) {
            put.setNull(6, Types.INTEGER);
            put.setNull(7, Types.BLOB);
        } else {
            put.setInt(6, frame.crc());
            put.setBytes(7, frame.bytes());
        }
        Writes.one(put);
    }

    void step(Owned run, long now, Payload frame) throws SQLException {
        step.setLong(1, now);
        step.setInt(2, frame.crc());
        step.setBytes(3, frame.bytes());
        where(step, 4, run, run.token);
        Writes.one(step);
    }

    void touch(Owned run, long now) throws SQLException {
        touch.setLong(1, now);
        where(touch, 2, run, run.token);
        Writes.one(touch);
    }

    /** Makes another lease the owner of what an ended one has left. */
    void takeOver(Owned run, long token, int crashes, long now) throws SQLException {
        takeOver.setLong(1, token);
        takeOver.setInt(2, crashes);
        takeOver.setLong(3, now);
        where(takeOver, 4, run, run.token);
        Writes.one(takeOver);
    }

    private static void where(PreparedStatement statement, int first, Owned run, long token) throws SQLException {
        statement.setLong(first, run.row.slot());
        statement.setLong(first + 1, token);
        statement.setLong(first + 2, run.row.no());
    }
}
