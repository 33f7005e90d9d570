package dev.perdure.postgres;

import dev.perdure.postgres.Sorting.Numbered;
import dev.perdure.sql.Micros;
import dev.perdure.sql.Statuses;
import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Payload;
import dev.perdure.store.RunImage.Status;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes of runs that have nothing to do with each other, all in one statement, which is one round trip and one
 * transaction: it raises the mark, locks the leases, starts and steps. What it does not apply may be fenced, a start of a run
 * that exists, or the step of a run with mail: it is for others to find out.
 */
final class Simple {
    private static final String HELD =
            "SELECT l.token FROM {}lease l, t, mark" + " WHERE l.token = ? AND l.until > t.now FOR KEY SHARE OF l";

    private static final String BORN = "INSERT INTO {}run (id, method, digest, status, owner, claim, crashes, parts,"
            + " dropped, letters, last_letter, since, started_at, updated_at, frame_crc, frame, queue, priority, place, key)"
            + " SELECT u.id, u.method, u.digest, CASE WHEN u.owner <> 0 THEN 1 WHEN u.due IS NULL THEN 0 ELSE 2 END, u.owner,"
            + " 0, 0, 0, 0, 0, 0, coalesce(u.due, t.now), t.now, t.now, u.crc, u.bytes, u.queue, u.priority, 0, u.key FROM %s CROSS JOIN t CROSS JOIN mark"
            + " WHERE u.owner = 0 OR u.owner IN (SELECT h.token FROM held h) ON CONFLICT (id) DO NOTHING RETURNING id";

    private static final String OURS =
            " FROM %s CROSS JOIN held h CROSS JOIN t WHERE r.id = u.id AND r.owner = h.token";

    /** The common step, so it names as few columns as possible: each is a list of its own that the server walks through. */
    private static final String STEPPED = "UPDATE {}run r SET frame = u.bytes, frame_crc = u.crc, dropped = r.parts,"
            + " parts = 0, crashes = 0, updated_at = t.now" + OURS + " RETURNING r.id, r.dropped";

    private static final String GROWN =
            "UPDATE {}run r SET dropped = 0, parts = r.parts + 1, crashes = 0, updated_at = t.now" + OURS
                    + " RETURNING r.id, r.parts, u.crc, u.bytes";

    private static final String RESTED = "UPDATE {}run r SET"
            + " frame = CASE u.form WHEN 1 THEN u.bytes WHEN 3 THEN NULL ELSE r.frame END,"
            + " frame_crc = CASE u.form WHEN 1 THEN u.crc WHEN 3 THEN NULL ELSE r.frame_crc END,"
            + " dropped = CASE WHEN u.form IN (1, 3) THEN r.parts ELSE 0 END,"
            + " parts = CASE u.form WHEN 0 THEN r.parts WHEN 2 THEN r.parts + 1 ELSE 0 END,"
            + " crashes = 0, updated_at = t.now, status = u.status, owner = 0,"
            + " since = CASE u.status WHEN 0 THEN t.now ELSE u.since END, waiting_for = u.waiting_for,"
            + " problem = u.problem,"
            + " place = CASE WHEN r.place < 2 THEN r.place WHEN r.place = 3 AND u.status < 3 THEN 3 ELSE 1 END,"
            + " ended_at = CASE WHEN u.status >= 4 THEN t.now END,"
            + " outcome = CASE u.form WHEN 3 THEN u.bytes END, outcome_crc = CASE u.form WHEN 3 THEN u.crc END"
            + OURS + " AND r.letters = 0 RETURNING r.id, r.dropped, r.place";

    private static final String PART = ", u.form, r.parts, u.crc, u.bytes";

    private static final String WROTE =
            "INSERT INTO {}part (run, n, crc, bytes) SELECT m.id, m.parts, m.crc, m.bytes FROM %s m";

    private static final String DROPPED = "DELETE FROM {}part p USING %s m WHERE m.dropped > 0 AND p.run = m.id";

    private final long token;
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
    private final Rows steps = new Rows("id text", "crc integer", "bytes bytea");
    private final Rows grown = new Rows("id text", "crc integer", "bytes bytea");
    private final Rows rests = new Rows(
            "id text",
            "form integer",
            "crc integer",
            "bytes bytea",
            "status integer",
            "since bigint",
            "waiting_for text",
            "problem text");
    private boolean restsGrow;
    private boolean freed;

    /** Changes of runs that this lease owns, and starts of runs that nobody owns; 0 if it is these alone. */
    Simple(Mark mark, Names methods, long token) {
        this.mark = mark;
        this.methods = methods;
        this.token = token;
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
                owner == null ? 0 : owner.token(),
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
        var crc = payload == null ? null : payload.crc();
        var bytes = payload == null ? null : payload.bytes();
        if (!Sorting.moves(step)) rest(step, form, crc, bytes);
        else (form == 1 ? steps : grown).add(step.run(), crc, bytes);
    }

    private void rest(Change.Step step, int form, @Nullable Integer crc, byte @Nullable [] bytes) {
        restsGrow |= form == 2;
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
        rests.add(step.run(), form, crc, bytes, Statuses.code(status), since, waiting, problem);
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
        var all = mark.raise().with("t", "SELECT {}micros() AS now").with("held", HELD, token);
        if (!starts.isEmpty()) all.with("born", BORN.formatted(starts.unnest()), starts);
        if (!steps.isEmpty())
            all.with("stepped", STEPPED.formatted(steps.unnest()), steps)
                    .with("dropped_stepped", DROPPED.formatted("stepped"));
        if (!grown.isEmpty())
            all.with("grown", GROWN.formatted(grown.unnest()), grown).with("wrote_grown", WROTE.formatted("grown"));
        if (!rests.isEmpty())
            all.with("rested", RESTED.formatted(rests.unnest()) + (restsGrow ? PART : ""), rests)
                    .with("dropped_rested", DROPPED.formatted("rested"));
        if (restsGrow) all.with("wrote_rested", WROTE.formatted("rested") + " WHERE m.form = 2");
        return all;
    }

    private String last() {
        return "SELECT NULL::text, 0 FROM mark"
                + (starts.isEmpty() ? "" : " UNION ALL SELECT id, 0 FROM born")
                + (steps.isEmpty() ? "" : " UNION ALL SELECT id, 0 FROM stepped")
                + (grown.isEmpty() ? "" : " UNION ALL SELECT id, 0 FROM grown")
                + (rests.isEmpty() ? "" : " UNION ALL SELECT id, place FROM rested");
    }
}
