package dev.perdure.postgres;

import dev.perdure.postgres.Sorting.Numbered;
import dev.perdure.sql.Micros;
import dev.perdure.sql.Statuses;
import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Lease;
import dev.perdure.store.Payload;
import dev.perdure.store.RunImage.Status;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes of runs that have nothing to do with each other, all in one statement, which is one round trip and one
 * transaction: it raises the mark, locks the leases, starts and steps. What it does not apply may be fenced, a start of a run
 * that exists, or the step of a run with mail: it is for others to find out.
 */
final class Simple {
    private static final String HELD = "SELECT l.token FROM {}lease l, t, mark"
            + " WHERE l.token = ANY(?::bigint[]) AND l.until > t.now FOR KEY SHARE OF l";

    private static final String BORN = "INSERT INTO {}run (id, method, digest, status, owner, claim, crashes, parts,"
            + " dropped, letters, last_letter, since, started_at, updated_at, frame_crc, frame, queue, priority, place, key)"
            + " SELECT u.id, u.method, u.digest, CASE WHEN u.owner <> 0 THEN 1 WHEN u.due IS NULL THEN 0 ELSE 2 END, u.owner,"
            + " 0, 0, 0, 0, 0, 0, coalesce(u.due, t.now), t.now, t.now, u.crc, u.bytes, u.queue, u.priority, 0, u.key FROM %s CROSS JOIN t CROSS JOIN mark"
            + " WHERE u.owner = 0 OR u.owner IN (SELECT h.token FROM held h) ON CONFLICT (id) DO NOTHING RETURNING id";

    private static final String FRAME = "frame = CASE u.form WHEN 1 THEN u.bytes WHEN 3 THEN NULL ELSE r.frame END,"
            + " frame_crc = CASE u.form WHEN 1 THEN u.crc WHEN 3 THEN NULL ELSE r.frame_crc END,"
            + " dropped = CASE WHEN u.form IN (1, 3) THEN r.parts ELSE 0 END,"
            + " parts = CASE u.form WHEN 0 THEN r.parts WHEN 2 THEN r.parts + 1 ELSE 0 END,"
            + " crashes = 0, updated_at = t.now";

    private static final String WHERE =
            " FROM %s JOIN held h ON h.token = u.owner CROSS JOIN t" + " WHERE r.id = u.id AND r.owner = u.owner";

    private static final String RETURNING = " RETURNING r.id, u.form, u.bytes, u.crc, r.parts, r.dropped, r.place";

    private static final String STEPPED = "UPDATE {}run r SET " + FRAME + WHERE + RETURNING;

    private static final String RESTED = "UPDATE {}run r SET " + FRAME + ", status = u.status, owner = 0,"
            + " since = CASE u.status WHEN 0 THEN t.now ELSE u.since END, waiting_for = u.waiting_for,"
            + " problem = u.problem,"
            + " place = CASE WHEN r.place < 2 THEN r.place WHEN r.place = 3 AND u.status < 3 THEN 3 ELSE 1 END, ended_at = CASE WHEN u.status >= 4 THEN t.now END,"
            + " outcome = CASE u.form WHEN 3 THEN u.bytes END, outcome_crc = CASE u.form WHEN 3 THEN u.crc END"
            + WHERE + " AND r.letters = 0" + RETURNING;

    private static final String WROTE = "INSERT INTO {}part (run, n, crc, bytes)"
            + " SELECT m.id, m.parts, m.crc, m.bytes FROM %s m WHERE m.form = 2";

    private static final String DROPPED = "DELETE FROM {}part p USING %s m WHERE m.dropped > 0 AND p.run = m.id";

    private final Mark mark;
    private final Names methods;
    private final Rows starts = new Rows(
            "id text",
            "method integer",
            "digest text",
            "owner bigint",
            "crc integer",
            "bytes bytea",
            "due bigint",
            "queue integer",
            "priority integer",
            "key text");
    private final Rows steps = new Rows("id text", "owner bigint", "form integer", "crc integer", "bytes bytea");
    private final Rows rests = new Rows(
            "id text",
            "owner bigint",
            "form integer",
            "crc integer",
            "bytes bytea",
            "status integer",
            "since bigint",
            "waiting_for text",
            "problem text");
    private final Set<Long> tokens = new TreeSet<>();
    private boolean parts;
    private boolean freed;

    Simple(Mark mark, Names methods) {
        this.mark = mark;
        this.methods = methods;
    }

    /** The ids of the runs whose change was applied; null if the mark was not as expected, and nothing was. */
    @Nullable
    Set<String> write(Session session, List<Numbered> changes) throws SQLException {
        // In one order wherever they come from: so two of these never wait for each other.
        for (var one : changes.stream()
                .sorted(Comparator.comparing(c -> c.change().run()))
                .toList()) {
            if (one.change() instanceof Change.Start start) add(session, start);
            else add((Change.Step) one.change());
        }
        var statement = statement();
        var applied = new HashSet<String>();
        boolean raised = false;
        mark.committing();
        try (var row = statement.select(session, last()).executeQuery()) {
            while (row.next()) {
                var id = row.getString(1);
                if (row.getInt(2) > 0) freed = true;
                if (id == null) raised = true;
                else applied.add(id);
            }
        } catch (SQLException e) {
            if (!Failures.disconnects(e)) mark.failed();
            throw e;
        }
        if (!raised) return null;
        mark.committed();
        return applied;
    }

    /** Whether a run of a queue with limits has stopped moving, so that others may. */
    boolean freed() {
        return freed;
    }

    private void add(Session session, Change.Start start) throws SQLException {
        var owner = start.owner();
        var frame = start.frame();
        var due = start.notBefore();
        methods.know(session, start);
        starts.add(
                start.run(),
                methods.numberOf(session, start.method()),
                start.digest(),
                token(owner),
                frame.crc(),
                frame.bytes(),
                due == null ? null : Micros.ceiling(due),
                methods.queueOf(session, start.placement().queue()),
                start.placement().priority(),
                start.placement().key());
    }

    private void add(Change.Step step) {
        var payload = payload(step);
        int form = Sorting.form(step);
        parts |= form == 2;
        var crc = payload == null ? null : payload.crc();
        var bytes = payload == null ? null : payload.bytes();
        long owner = token(step.owner());
        if (Sorting.moves(step)) steps.add(step.run(), owner, form, crc, bytes);
        else rest(step, owner, form, crc, bytes);
    }

    private void rest(Change.Step step, long owner, int form, @Nullable Integer crc, byte @Nullable [] bytes) {
        var status = status(step.next());
        @Nullable Long since = null;
        @Nullable String waiting = null;
        @Nullable String problem = null;
        if (step.next() instanceof Next.Park park) {
            var dueAt = park.dueAt();
            since = dueAt == null ? null : Micros.ceiling(dueAt);
            waiting = park.text();
        } else if (step.next() instanceof Next.Stick stick) {
            problem = Texts.clean(stick.problem());
        }
        rests.add(step.run(), owner, form, crc, bytes, Statuses.code(status), since, waiting, problem);
    }

    private long token(@Nullable Lease lease) {
        if (lease == null) return 0;
        tokens.add(lease.token());
        return lease.token();
    }

    static @Nullable Payload payload(Change.Step step) {
        if (step.next() instanceof Next.End end) return end.outcome();
        if (step.frame() instanceof Frames.Whole whole) return whole.frame();
        return step.frame() instanceof Frames.Part part ? part.part() : null;
    }

    static Status status(Next next) {
        if (next instanceof Next.Move) return Status.OWNED;
        if (next instanceof Next.Yield) return Status.READY;
        if (next instanceof Next.Park) return Status.PARKED;
        if (next instanceof Next.End end) return end.how();
        return Status.STUCK;
    }

    private Compound statement() {
        var statement = mark.raise().with("t", "SELECT {}micros() AS now").with("held", HELD, Rows.numbers(tokens));
        if (!starts.isEmpty()) statement.with("born", BORN.formatted(starts.unnest()), starts);
        if (!steps.isEmpty()) step(statement, "stepped", STEPPED, steps);
        if (!rests.isEmpty()) step(statement, "rested", RESTED, rests);
        return statement;
    }

    private void step(Compound statement, String name, String update, Rows rows) {
        statement.with(name, update.formatted(rows.unnest()), rows);
        if (parts) statement.with("wrote_" + name, WROTE.formatted(name));
        statement.with("dropped_" + name, DROPPED.formatted(name));
    }

    private String last() {
        return "SELECT NULL::text, 0 FROM mark"
                + (starts.isEmpty() ? "" : " UNION ALL SELECT id, 0 FROM born")
                + (steps.isEmpty() ? "" : " UNION ALL SELECT id, 0 FROM stepped")
                + (rests.isEmpty() ? "" : " UNION ALL SELECT id, place FROM rested");
    }
}
