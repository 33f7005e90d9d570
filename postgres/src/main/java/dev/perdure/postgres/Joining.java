package dev.perdure.postgres;

import dev.perdure.InvalidArgument;
import dev.perdure.store.Change;
import dev.perdure.store.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Applies changes in a transaction of somebody else's. */
final class Joining {
    private static final int TRIES = 5;

    private final Names methods;
    private final Announcer announcer;
    private final String prefix;

    Joining(Names methods, Announcer announcer, String prefix) {
        this.methods = methods;
        this.announcer = announcer;
        this.prefix = prefix;
    }

    /** The methods of these changes must be numbered already: a number must not go with a transaction that is rolled back. */
    List<Result> apply(Connection connection, List<? extends Change> changes) throws SQLException {
        if (connection.getAutoCommit())
            throw new InvalidArgument(
                    "the connection is in auto-commit mode, so there is no transaction to be part of; call"
                            + " setAutoCommit(false), or start and signal without a connection");
        var session = new Session(connection, prefix);
        try {
            return apply(session, changes);
        } finally {
            session.closeStatements();
        }
    }

    private List<Result> apply(Session session, List<? extends Change> changes) throws SQLException {
        for (int tries = 1; ; tries++) {
            var drafts = new Drafts();
            drafts.readWithin(session, changes, methods);
            var news = new News();
            var decisions = new Decisions(drafts, Decisions.Numbering.by(methods, session), news);
            var results = new ArrayList<Result>();
            for (Change change : changes) results.add(decisions.apply(change));
            if (new Drafting(drafts.all()).write(session)) {
                for (Change change : changes) if (change instanceof Change.Step step) news.knows(step.run());
                announcer.announceWithin(session, news);
                return results;
            }
            if (tries == TRIES)
                throw new SQLException("a run of this id was started meanwhile and is not seen here", "40001");
        }
    }
}
