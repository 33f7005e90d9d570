package dev.perdure.local;

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
        put = writer.prepare("INSERT INTO counter (name, value) VALUES (?, ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        token = writer.number("SELECT coalesce(max(value), 0) FROM counter WHERE name = '" + TOKEN + "'");
        letter = writer.number("SELECT coalesce(max(value), 0) FROM counter WHERE name = '" + LETTER + "'");
        letterLimit = letter;
        run = writer.number("SELECT coalesce(max(no), 0) FROM run");
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
        Writes.one(put);
    }
}
