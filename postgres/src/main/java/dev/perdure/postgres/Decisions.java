package dev.perdure.postgres;

import dev.perdure.sql.Micros;
import dev.perdure.store.Change;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Places;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage.Status;
import java.sql.SQLException;

/** Decides about changes one after the other, over locked runs. Nothing is written here. */
final class Decisions {
    /** The numbers of methods and queues. */
    interface Numbering {
        int of(String identity) throws SQLException;

        int queue(String name) throws SQLException;

        static Numbering by(Names names, Session session) {
            return new Numbering() {
                @Override
                public int of(String identity) throws SQLException {
                    return names.numberOf(session, identity);
                }

                @Override
                public int queue(String name) throws SQLException {
                    return names.queueOf(session, name);
                }
            };
        }
    }

    private final Drafts drafts;
    private final Numbering methods;
    private final News news;

    Decisions(Drafts drafts, Numbering methods, News news) {
        this.drafts = drafts;
        this.methods = methods;
        this.news = news;
    }

    Result apply(Change change) throws SQLException {
        if (change instanceof Change.Step step) return step(step);
        if (change instanceof Change.Start start) return start(start);
        if (change instanceof Change.Resume resume) return resume(resume);
        return deliver((Change.Deliver) change);
    }

    private Result resume(Change.Resume resume) {
        var run = drafts.get(resume.run());
        if (run == null) return Result.of(Result.Status.UNKNOWN);
        if (run.status.terminal()) return Result.of(Result.Status.ENDED);
        if (run.status != Status.STUCK) return Result.of(Result.Status.EXISTS);
        run.touch(drafts.now());
        run.crashes = 0;
        run.ready(drafts.now());
        news.work();
        return Result.APPLIED;
    }

    private Result start(Change.Start start) throws SQLException {
        var owner = start.owner();
        if (owner != null && !drafts.holds(owner)) return Result.of(Result.Status.FENCED);
        var known = drafts.get(start.run());
        int method = methods.of(start.method());
        if (known != null) {
            boolean same = known.method == method && known.digest.equals(start.digest());
            return Result.of(same ? Result.Status.EXISTS : Result.Status.CONFLICT);
        }
        int queue = methods.queue(start.placement().queue());
        var twin = start.dedup() == null ? null : drafts.marked(queue, start.dedup());
        if (twin != null) return Result.duplicateOf(twin);
        long now = drafts.now();
        var due = start.notBefore();
        var run = new Draft(start.run(), method, start.digest(), now, true);
        run.touch(now);
        run.queue = queue;
        run.priority = start.placement().priority();
        run.key = start.placement().key();
        run.mark = start.dedup();
        run.since = due == null ? now : Micros.ceiling(due);
        run.set(start.frame());
        run.status = owner != null ? Status.OWNED : due != null ? Status.PARKED : Status.READY;
        run.owner = owner == null ? 0 : owner.token();
        drafts.add(run);
        if (owner == null) news.work(); // also of one that begins later: whoever waits for time has to look again
        return Result.APPLIED;
    }

    private Result step(Change.Step step) throws SQLException {
        var run = drafts.get(step.run());
        var owner = step.owner();
        if (run == null || run.status != Status.OWNED || run.owner != owner.token() || !drafts.holds(owner))
            return Result.of(Result.Status.FENCED);
        if (step.next() instanceof Next.End && run.hasOther(Change.CANCEL, step.consumed()))
            return Result.of(Result.Status.CONFLICT);
        for (var start : step.starts()) if (isTaken(start)) return Result.of(Result.Status.CONFLICT);
        for (var start : step.starts()) start(start);
        for (var send : step.sends()) deliver(send);
        run.consume(step.consumed());
        run.touch(drafts.now());
        run.crashes = 0;
        if (!(step.next() instanceof Next.End)) run.write(step.frame());
        next(run, step.next());
        return Result.APPLIED;
    }

    private boolean isTaken(Change.Start start) throws SQLException {
        var known = drafts.get(start.run());
        return known != null && !(known.method == methods.of(start.method()) && known.digest.equals(start.digest()));
    }

    private void next(Draft run, Next next) {
        long now = drafts.now();
        if (next instanceof Next.Move) return;
        run.owner = 0;
        if (Places.holds(run.place)) news.work();
        if (next instanceof Next.Yield || (next instanceof Next.Park park && run.isWokenBy(park))) {
            run.ready(now);
            news.work();
        } else if (next instanceof Next.Park park) {
            var dueAt = park.dueAt();
            run.rest(Status.PARKED);
            run.since = dueAt == null ? null : Micros.ceiling(dueAt);
            run.signal = park.text();
        } else if (next instanceof Next.Stick stick) {
            run.rest(Status.STUCK);
            run.since = null;
            run.problem = Texts.clean(stick.problem());
        } else if (next instanceof Next.End end) {
            run.end(end.how(), end.outcome(), now);
            drafts.unmark(run);
        }
    }

    private Result deliver(Change.Deliver deliver) {
        var run = drafts.get(deliver.run());
        if (run == null) return Result.of(Result.Status.UNKNOWN);
        var dedup = deliver.dedup();
        if (dedup != null && run.dedups.contains(dedup)) return Result.of(Result.Status.EXISTS);
        if (run.status.terminal()) return Result.of(Result.Status.ENDED);
        long number = run.post(deliver);
        if (run.status == Status.PARKED && Next.Park.wakes(deliver.name(), run.signal)) {
            run.ready(drafts.now());
            run.touch(drafts.now());
            news.work();
        } else if (run.status == Status.OWNED) {
            news.mail(run.id, run.owner);
        }
        return new Result(Result.Status.APPLIED, number);
    }
}
