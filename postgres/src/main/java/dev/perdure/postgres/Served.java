package dev.perdure.postgres;

import dev.perdure.store.Claim;
import dev.perdure.store.Queues;
import java.sql.SQLException;
import java.util.Collection;

/**
 * What a node can take on, in numbers, for the parameters of queries.
 *
 * @param methods numbers of its methods
 * @param every 1 if it serves every queue, else 0
 * @param queues numbers of the queues it serves, otherwise
 */
record Served(Rows methods, int every, Rows queues) {
    /** The condition on the number of a queue that goes with {@link #every} and {@link #queues}. */
    static String serves(String queue) {
        return "(? = 1 OR " + queue + " = ANY(?::integer[]))";
    }

    static Served of(Session session, Names names, Collection<String> methods, Queues queues) throws SQLException {
        return new Served(
                Rows.integers(names.find(session, methods)),
                queues.every() ? 1 : 0,
                Rows.integers(names.find(session, queues)));
    }

    static Served of(Session session, Names names, Claim claim) throws SQLException {
        return of(session, names, claim.methods(), claim.queues());
    }
}
