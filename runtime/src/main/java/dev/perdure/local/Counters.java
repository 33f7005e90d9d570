package dev.perdure.local;

import dev.perdure.DataCorrupted;
import dev.perdure.sql.Seal;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Numbers that only grow, also over restarts. Letters take theirs from blocks, so that few of them write a counter. */
final class Counters {
    private static final String TOKEN = "token";
    private static final String LETTER = "letter";
    private static final long BLOCK = 10_000;

    private final PreparedStatement put;
    private long token;
    private long letter;
    private long letterLimit;
    private long run;

    Counters(Link writer) throws SQLException {
        put = writer.prepare("INSERT INTO counter (name, value, seal) VALUES (?, ?, ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value, seal = excluded.seal");
        token = read(writer, TOKEN);
        letter = read(writer, LETTER);
        letterLimit = letter;
        run = writer.number("SELECT coalesce(max(no), 0) FROM run");
    }

    private static long read(Link writer, String name) throws SQLException {
        var query = writer.prepare("SELECT value, seal FROM counter WHERE name = ?");
        query.setString(1, name);
        try (var row = query.executeQuery()) {
            if (!row.next()) return 0;
            long value = row.getLong(1);
            if (seal(name, value) != row.getInt(2))
                throw new DataCorrupted(
                        "counter " + name
                                + " does not match its seal: the file was altered or damaged; restore it from a"
                                + " backup",
                        null);
            return value;
        }
    }

    private static int seal(String name, long value) {
        return new Seal().add(name).add(value).value();
    }

    long nextToken() throws SQLException {
        write(TOKEN, ++token);
        return token;
    }

    long nextLetter() throws SQLException {
        if (letter == letterLimit) {
            letterLimit += BLOCK;
            write(LETTER, letterLimit);
        }
        return ++letter;
    }

    /** The number of the next run; used only if that run is really inserted. */
    long nextRun() {
        return run + 1;
    }

    void usedRun() {
        run++;
    }

    private void write(String name, long value) throws SQLException {
        put.setString(1, name);
        put.setLong(2, value);
        put.setInt(3, seal(name, value));
        Writes.one(put);
    }
}
