package dev.perdure.postgres;

import dev.perdure.StoreUnavailable;
import dev.perdure.postgres.Sorting.Numbered;
import dev.perdure.store.Change;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes batches, on one lane, one after the other. */
final class Commits {
    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);
    private static final int TRIES = 20;

    private final Lane lane;
    private final Mark mark;
    private final Names methods;
    private final Announcer announcer;

    Commits(Lane lane, Mark mark, Names methods, Announcer announcer) {
        this.lane = lane;
        this.mark = mark;
        this.methods = methods;
        this.announcer = announcer;
    }

    /** Whether a batch may be under way of which nobody waits for an answer any more. */
    boolean isUnsure() {
        return mark.isUnsure();
    }

    /** Makes sure that none is. */
    void settle() throws SQLException {
        mark.settle(lane.session());
    }

    List<Result> commit(List<? extends Change> batch) throws SQLException {
        if (batch.isEmpty()) return List.of();
        for (Change change : batch) check(change);
        var results = new Result[batch.size()];
        var sorting = new Sorting(batch);
        var others = new ArrayList<>(sorting.others);
        for (var simple : sorting.simple.entrySet()) {
            var news = new News();
            certainly(() -> simple(simple.getKey(), simple.getValue(), results, others, news));
            announcer.announce(news);
        }
        if (!others.isEmpty()) {
            others.sort((a, b) -> Integer.compare(a.place(), b.place()));
            var news = new News();
            certainly(() -> general(others, results, news));
            announcer.announce(news);
        }
        return List.of(results);
    }

    private static void check(Change change) {
        Texts.check("id", change.run());
        if (change instanceof Change.Start start) check(start);
        if (change instanceof Change.Deliver deliver) {
            Texts.check("name of a signal", deliver.name());
            var dedup = deliver.dedup();
            if (dedup != null) Texts.check("deduplication key", dedup);
        } else if (change instanceof Change.Step step) {
            step.starts().forEach(Commits::check);
            step.sends().forEach(Commits::check);
        }
    }

    private static void check(Change.Start start) {
        var key = start.placement().key();
        if (key != null) Texts.check("key of a run", key);
        var dedup = start.dedup();
        if (dedup != null) Texts.check("mark against duplicates", dedup);
    }

    /** Makes ready what changes need that others write. */
    void prepare(Session session, List<? extends Change> batch) throws SQLException {
        for (Change change : batch) {
            check(change);
            know(session, change);
        }
    }

    /** Something that writes, in one transaction under the mark; false if it has to be done anew. */
    private interface Transaction {
        boolean run() throws SQLException;
    }

    /** Does it once, and knows that: when the connection breaks in a commit, it reads back whether that took place. */
    private void certainly(Transaction transaction) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                if (mark.settle(lane.session())) throw tookPlace();
                if (transaction.run()) return;
                if (tries == TRIES) throw new StoreUnavailable("the batch was overtaken " + tries + " times", null);
            } catch (SQLException e) {
                lane.recover(e);
                boolean again = mark.isUnsure() || Failures.gaveWay(e) || Failures.disconnects(e);
                if (!again || tries == TRIES || lane.isClosed()) throw Failures.of(e, "committing");
                LOG.debug("a batch is tried again", e);
            }
        }
    }

    private static StoreUnavailable tookPlace() {
        return new StoreUnavailable(
                "the connection broke while committing; the batch is durable, but which of its changes were applied has to be"
                        + " read back",
                null);
    }

    private boolean simple(long token, List<Numbered> changes, Result[] results, List<Numbered> others, News news)
            throws SQLException {
        var simple = new Simple(mark, methods, token);
        var applied = simple.write(lane.session(), changes);
        if (applied == null) {
            mark.lost();
            return false;
        }
        if (simple.freed()) news.work();
        for (var one : changes) {
            if (!applied.contains(one.change().run())) {
                others.add(one);
                continue;
            }
            results[one.place()] = Result.APPLIED;
            if (makesReady(one.change())) news.work();
        }
        return true;
    }

    private static boolean makesReady(Change change) {
        if (change instanceof Change.Start start) return start.owner() == null;
        return change instanceof Change.Step step && Simple.status(step.next()) == Status.READY;
    }

    private boolean general(List<Numbered> changes, Result[] results, News news) throws SQLException {
        var session = lane.session();
        for (var one : changes) know(session, one.change());
        session.begin();
        var drafts = new Drafts();
        if (!drafts.read(session, mark, changes, methods)) {
            session.rollback();
            mark.lost();
            return false;
        }
        news.clear();
        var decisions = new Decisions(drafts, numbering(session), news);
        for (var one : changes) results[one.place()] = decisions.apply(one.change());
        if (!new Drafting(drafts.all()).write(session)) {
            session.rollback();
            return false;
        }
        mark.committing();
        try {
            session.commit();
        } catch (SQLException e) {
            if (!Failures.disconnects(e)) mark.failed();
            throw e;
        }
        mark.committed();
        return true;
    }

    private Decisions.Numbering numbering(Session session) {
        return Decisions.Numbering.by(methods, session);
    }

    /** Numbers the methods before the transaction, so that it does not have to. */
    private void know(Session session, Change change) throws SQLException {
        if (change instanceof Change.Start start) methods.know(session, start);
        else if (change instanceof Change.Step step) for (var start : step.starts()) know(session, start);
    }
}
