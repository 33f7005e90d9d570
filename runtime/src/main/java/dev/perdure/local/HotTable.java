package dev.perdure.local;

import dev.perdure.sql.RunRow;
import dev.perdure.sql.Seal;
import dev.perdure.store.Payload;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** The checkpoints of runs that move. A free slot keeps its last row: nobody names it, and the next run writes over it. */
final class HotTable {
    private static final String WHERE = " WHERE slot = ? AND token = ? AND run = ?";

    private final PreparedStatement put;
    private final PreparedStatement step;
    private final PreparedStatement touch;
    private final PreparedStatement takeOver;

    HotTable(Link link) throws SQLException {
        put = link.prepare("INSERT INTO hot (slot, run, token, crashes, updated_at, seal, crc, frame)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (slot) DO UPDATE SET run = excluded.run,"
                + " token = excluded.token, crashes = excluded.crashes, updated_at = excluded.updated_at,"
                + " seal = excluded.seal, crc = excluded.crc, frame = excluded.frame");
        step = link.prepare("UPDATE hot SET crashes = 0, updated_at = ?, seal = ?, crc = ?, frame = ?" + WHERE);
        touch = link.prepare("UPDATE hot SET crashes = 0, updated_at = ?, seal = ?" + WHERE);
        takeOver = link.prepare("UPDATE hot SET token = ?, crashes = ?, updated_at = ?, seal = ?" + WHERE);
    }

    /** Fills a slot; without a frame, the frame table has it. */
    void put(Owned run, long now, @Nullable Payload frame) throws SQLException {
        put.setLong(1, run.row.slot());
        put.setLong(2, run.row.no());
        put.setLong(3, run.token);
        put.setInt(4, run.crashes);
        put.setLong(5, now);
        put.setInt(6, seal(run.row, run.token, run.crashes, now));
        if (frame == null) {
            put.setNull(7, Types.INTEGER);
            put.setNull(8, Types.BLOB);
        } else {
            put.setInt(7, frame.crc());
            put.setBytes(8, frame.bytes());
        }
        Writes.one(put);
    }

    void step(Owned run, long now, Payload frame) throws SQLException {
        step.setLong(1, now);
        step.setInt(2, seal(run.row, run.token, 0, now));
        step.setInt(3, frame.crc());
        step.setBytes(4, frame.bytes());
        where(step, 5, run);
        Writes.one(step);
    }

    void touch(Owned run, long now) throws SQLException {
        touch.setLong(1, now);
        touch.setInt(2, seal(run.row, run.token, 0, now));
        where(touch, 3, run);
        Writes.one(touch);
    }

    /** Makes another lease the owner of what an ended one has left. */
    void takeOver(Owned run, long token, int crashes, long now) throws SQLException {
        takeOver.setLong(1, token);
        takeOver.setInt(2, crashes);
        takeOver.setLong(3, now);
        takeOver.setInt(4, seal(run.row, token, crashes, now));
        where(takeOver, 5, run);
        Writes.one(takeOver);
    }

    /** The token is known to fit; that it stands here too makes sure that nobody else has written the file. */
    private static void where(PreparedStatement statement, int first, Owned run) throws SQLException {
        statement.setLong(first, run.row.slot());
        statement.setLong(first + 1, run.token);
        statement.setLong(first + 2, run.row.no());
    }

    static int seal(RunRow run, long token, int crashes, long updatedAt) {
        return new Seal()
                .add(run.slot())
                .add(run.no())
                .add(token)
                .add(crashes)
                .add(updatedAt)
                .value();
    }
}
