package dev.perdure.postgres;

import dev.perdure.postgres.Draft.Column;
import dev.perdure.sql.Statuses;
import dev.perdure.store.Payload;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes drafts: what has to go first, and all the rest in one statement. */
final class Drafting {
    private static final String BORN = "INSERT INTO {}run (id, method, digest, status, owner, claim, crashes, parts,"
            + " dropped, letters, last_letter, since, started_at, updated_at, ended_at, waiting_for, problem, frame_crc,"
            + " frame, outcome_crc, outcome, queue, priority, place, key, mark) SELECT u.id, u.method, u.digest, u.status, u.owner, 0, u.crashes, u.parts, 0,"
            + " u.letters, u.last_letter, u.since, u.updated_at, u.updated_at, u.ended_at, u.waiting_for, u.problem,"
            + " u.frame_crc, u.frame, u.outcome_crc, u.outcome, u.queue, u.priority,"
            + " u.place, u.key, u.mark FROM %s ON CONFLICT DO NOTHING RETURNING id";

    private static final String CHANGED = "UPDATE {}run r SET status = u.status, owner = u.owner, crashes = u.crashes,"
            + " parts = u.parts, letters = u.letters, last_letter = u.last_letter, since = u.since,"
            + " updated_at = u.updated_at, ended_at = u.ended_at, waiting_for = u.waiting_for, problem = u.problem,"
            + " frame_crc = CASE u.keep WHEN 1 THEN r.frame_crc ELSE u.frame_crc END,"
            + " frame = CASE u.keep WHEN 1 THEN r.frame ELSE u.frame END,"
            + " place = u.place, outcome_crc = u.outcome_crc, outcome = u.outcome FROM %s WHERE r.id = u.id";

    private final Rows born = runs();
    private final Rows changed = runs();
    private final Rows parts = new Rows("run text", "n integer", "crc integer", "bytes bytea");
    private final Rows letters = new Rows("run text", "number bigint", "name text", "crc integer", "bytes bytea");
    private final Rows dedups = new Rows("run text", "dedup text");
    private final Rows consumed = new Rows("run text", "number bigint");
    private final Rows withoutParts = new Rows("run text");
    private final Rows withoutLetters = new Rows("run text");
    private boolean marks;

    private static Rows runs() {
        return new Rows(
                "id text",
                "method integer",
                "digest text",
                "status integer",
                "owner bigint",
                "crashes integer",
                "parts integer",
                "letters integer",
                "last_letter bigint",
                "since bigint",
                "updated_at bigint",
                "ended_at bigint",
                "waiting_for text",
                "problem text",
                "keep integer",
                "frame_crc integer",
                "frame bytea",
                "outcome_crc integer",
                "outcome bytea",
                "queue integer",
                "priority integer",
                "place integer",
                "key text",
                "mark text");
    }

    Drafting(Iterable<Draft> drafts) {
        for (var run : drafts) if (run.changed) add(run);
    }

    private void add(Draft run) {
        var frame = run.frame;
        var outcome = run.outcome;
        marks |= run.isNew && run.mark != null;
        (run.isNew ? born : changed)
                .add(
                        run.id,
                        run.method,
                        run.digest,
                        Statuses.code(run.status),
                        run.owner,
                        run.crashes,
                        run.parts,
                        run.letters,
                        run.lastLetter,
                        run.since,
                        run.updatedAt,
                        run.endedAt,
                        run.signal,
                        run.problem,
                        run.frameColumn == Column.KEEP ? 1 : 0,
                        crc(frame),
                        bytes(frame),
                        crc(outcome),
                        bytes(outcome),
                        run.queue,
                        run.priority,
                        run.place,
                        run.key,
                        run.mark);
        for (var part : run.newParts)
            parts.add(run.id, part.n(), part.part().crc(), part.part().bytes());
        run.newLetters.forEach((number, letter) -> letters.add(
                run.id,
                number,
                letter.name(),
                letter.value().crc(),
                letter.value().bytes()));
        for (String dedup : run.newDedups) dedups.add(run.id, dedup);
        for (long number : run.consumed) consumed.add(run.id, number);
        if (run.dropParts) withoutParts.add(run.id);
        if (run.dropLetters) withoutLetters.add(run.id);
    }

    private static @Nullable Integer crc(@Nullable Payload payload) {
        return payload == null ? null : payload.crc();
    }

    private static byte @Nullable [] bytes(@Nullable Payload payload) {
        return payload == null ? null : payload.bytes();
    }

    /** False if somebody else has started one of these runs meanwhile: then the transaction has to be begun anew. */
    boolean write(Session session) throws SQLException {
        // By itself, as parts that are written now may have the numbers of those that go.
        if (!withoutParts.isEmpty())
            session.bind("DELETE FROM {}part WHERE run = ANY(?::text[])", withoutParts)
                    .executeUpdate();
        // By itself too, where a mark may go from a run that ends now to one that is started.
        boolean first = marks && !changed.isEmpty();
        if (first) session.bind(CHANGED.formatted(changed.unnest()), changed).executeUpdate();
        var all = new Compound();
        var last = "SELECT 0";
        if (!born.isEmpty()) {
            all.with("born", BORN.formatted(born.unnest()), born);
            last = "SELECT count(*) FROM born";
        }
        if (!changed.isEmpty() && !first) all.with("changed", CHANGED.formatted(changed.unnest()), changed);
        insert(all, "parts", "part (run, n, crc, bytes)", parts);
        insert(all, "letters", "letter (run, number, name, crc, bytes)", letters);
        insert(all, "dedups", "sent (run, dedup)", dedups);
        if (!consumed.isEmpty())
            all.with(
                    "consumed",
                    "DELETE FROM {}letter l USING " + consumed.unnest()
                            + " WHERE l.run = u.run AND l.number = u.number",
                    consumed);
        if (!withoutLetters.isEmpty())
            all.with("dropped", "DELETE FROM {}letter WHERE run = ANY(?::text[])", withoutLetters);
        if (all.isEmpty()) return true;
        try (var row = all.select(session, last).executeQuery()) {
            row.next();
            return row.getLong(1) == born.size();
        }
    }

    private static void insert(Compound all, String name, String into, Rows rows) {
        if (!rows.isEmpty()) all.with(name, "INSERT INTO {}" + into + " SELECT * FROM " + rows.unnest(), rows);
    }
}
