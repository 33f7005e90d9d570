package dev.perdure.local;

import dev.perdure.sql.Micros;
import dev.perdure.sql.RunRow;
import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Places;
import dev.perdure.store.Result;
import dev.perdure.store.Result.Status;
import dev.perdure.store.RunImage;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Applies changes within the writer's transaction. Whether a change is taken is decided before anything of it is written, so
 * a rejected one leaves no trace, and an error of the database fails the whole batch.
 */
final class Changes {
    private final Tables tables;
    private final Moving moving;
    private final Set<String> mailed = new LinkedHashSet<>();
    private boolean work;

    Changes(Tables tables, Moving moving) {
        this.tables = tables;
        this.moving = moving;
    }

    /** Whether a run has become ready since this was last asked. */
    boolean takeWork() {
        boolean was = work;
        work = false;
        return was;
    }

    /** The owned runs that got a signal since this was last asked. */
    List<String> takeMailed() {
        if (mailed.isEmpty()) return List.of();
        var taken = List.copyOf(mailed);
        mailed.clear();
        return taken;
    }

    Result apply(Change change, long now) throws SQLException {
        if (change instanceof Change.Step step) return step(step, now);
        if (change instanceof Change.Start start) return start(start, now);
        if (change instanceof Change.Resume resume) return resume(resume, now);
        return deliver((Change.Deliver) change, now);
    }

    private Result resume(Change.Resume resume, long now) throws SQLException {
        var row = tables.runs.byId(resume.run());
        if (row == null) return Result.of(Status.UNKNOWN);
        if (row.status().terminal()) return Result.of(Status.ENDED);
        if (row.status() != RunImage.Status.STUCK) return Result.of(Status.EXISTS);
        tables.runs.update(row.ready(0, now));
        work = true;
        return Result.APPLIED;
    }

    private Result start(Change.Start start, long now) throws SQLException {
        var lease = start.owner();
        if (lease != null && !moving.leases().holds(lease)) return Result.of(Status.FENCED);
        int method = tables.methods.numberOf(start.method());
        int queue = tables.queues.numberOf(start.placement().queue());
        if (start.dedup() != null && tables.runs.byId(start.run()) == null) {
            var twin = tables.runs.byMark(queue, start.dedup());
            if (twin != null) return Result.duplicateOf(twin.id());
        }
        long slot = lease == null ? 0 : moving.takeSlot();
        var row = row(start, method, queue, slot, now);
        long no = row.no();
        if (!tables.runs.insert(row)) {
            if (lease != null) moving.giveSlotBack(slot);
            return taken(start, method);
        }
        tables.counters.usedRun();
        if (lease == null) {
            tables.frames.put(no, start.frame());
            work = true; // also of one that begins later: whoever waits for time has to look again
        } else {
            moving.enter(row, lease, start.frame(), now);
        }
        return Result.APPLIED;
    }

    private RunRow row(Change.Start start, int method, int queue, long slot, long now) {
        var due = start.notBefore();
        var state = due != null
                ? RunImage.Status.PARKED
                : start.owner() == null ? RunImage.Status.READY : RunImage.Status.OWNED;
        return new RunRow(
                tables.counters.nextRun(),
                start.run(),
                method,
                start.digest(),
                queue,
                start.placement().priority(),
                start.placement().key(),
                start.dedup(),
                Places.NONE,
                state,
                slot,
                0,
                due == null ? now : Micros.ceiling(due),
                null,
                null,
                now,
                now);
    }

    private Result taken(Change.Start start, int method) throws SQLException {
        var known = tables.runs.byId(start.run());
        if (known == null) throw new SQLException("run " + start.run() + " is in an index and not in its table");
        boolean same = known.method() == method && known.digest().equals(start.digest());
        return Result.of(same ? Status.EXISTS : Status.CONFLICT);
    }

    private Result step(Change.Step step, long now) throws SQLException {
        var run = moving.get(step.run(), step.owner());
        if (run == null) return Result.of(Status.FENCED);
        if (step.next() instanceof Next.End
                && run.letters > 0
                && tables.letters.hasOther(run.row.no(), Change.CANCEL, step.consumed()))
            return Result.of(Status.CONFLICT);
        for (var start : step.starts()) if (isTaken(start)) return Result.of(Status.CONFLICT);
        for (var start : step.starts()) start(start, now);
        for (var send : step.sends()) deliver(send, now);
        for (long number : step.consumed()) if (tables.letters.delete(run.row.no(), number)) run.letters--;
        boolean frees = Places.holds(run.row.place()) && !(step.next() instanceof Next.Move);
        if (frees) work = true;
        if (step.next() instanceof Next.Move) move(run, step.frame(), now);
        else if (step.next() instanceof Next.End end) end(run, end, now);
        else rest(run, step, now);
        return Result.APPLIED;
    }

    private boolean isTaken(Change.Start start) throws SQLException {
        return tables.runs.byId(start.run()) != null
                && taken(start, tables.methods.numberOf(start.method())).status() == Status.CONFLICT;
    }

    private void move(Owned run, Frames frame, long now) throws SQLException {
        if (frame instanceof Frames.Whole whole) {
            tables.hot.step(run, now, whole.frame());
            run.hotFrame = true;
            dropParts(run);
        } else {
            addPart(run, frame, now);
            if (frame instanceof Frames.Same || run.crashes > 0) tables.hot.touch(run, now);
        }
        run.crashes = 0;
    }

    private void rest(Owned run, Change.Step step, long now) throws SQLException {
        if (step.frame() instanceof Frames.Whole whole) {
            tables.frames.put(run.row.no(), whole.frame());
            dropParts(run);
        } else {
            moving.keepFrame(run);
            addPart(run, step.frame(), now);
        }
        var row = resting(run, step.next(), now);
        if (row.status() == RunImage.Status.READY) work = true;
        moving.exit(run, row);
    }

    private RunRow resting(Owned run, Next next, long now) throws SQLException {
        if (next instanceof Next.Stick stick) return run.row.stuck(stick.problem(), now);
        if (!(next instanceof Next.Park park)) return run.row.ready(0, now);
        if (run.letters > 0 && isWoken(run, park)) return run.row.ready(0, now);
        var dueAt = park.dueAt();
        return run.row.parked(dueAt == null ? null : Micros.ceiling(dueAt), park.text(), now);
    }

    private boolean isWoken(Owned run, Next.Park park) throws SQLException {
        if (tables.letters.hasUrgent(run.row.no(), park.seen())) return true;
        for (String signal : park.signals()) if (tables.letters.has(run.row.no(), signal)) return true;
        return false;
    }

    private void end(Owned run, Next.End end, long now) throws SQLException {
        long no = run.row.no();
        if (run.coldFrame) tables.frames.drop(no);
        dropParts(run);
        if (run.letters > 0) tables.letters.deleteAll(no);
        tables.frames.putOutcome(no, end.outcome());
        moving.exit(run, run.row.ended(end.how(), now));
    }

    private void addPart(Owned run, Frames frame, long now) throws SQLException {
        if (frame instanceof Frames.Part part) tables.frames.addPart(run.row.no(), ++run.parts, now, part.part());
    }

    private void dropParts(Owned run) throws SQLException {
        if (run.parts > 0) tables.frames.dropParts(run.row.no());
        run.parts = 0;
    }

    private Result deliver(Change.Deliver deliver, long now) throws SQLException {
        var owned = moving.get(deliver.run());
        var row = owned != null ? owned.row : tables.runs.byId(deliver.run());
        if (row == null) return Result.of(Status.UNKNOWN);
        var dedup = deliver.dedup();
        if (dedup != null && tables.letters.hasSent(row.no(), dedup)) return Result.of(Status.EXISTS);
        if (row.status().terminal()) return Result.of(Status.ENDED);
        if (dedup != null) tables.letters.addSent(row.no(), dedup);
        long number = tables.counters.nextLetter();
        tables.letters.insert(row.no(), number, deliver);
        if (owned != null) {
            owned.letters++;
            mailed.add(deliver.run());
        } else if (row.status() == RunImage.Status.PARKED && Next.Park.wakes(deliver.name(), row.signal())) {
            tables.runs.update(row.ready(row.crashes(), now));
            work = true;
        }
        return new Result(Status.APPLIED, number);
    }
}
