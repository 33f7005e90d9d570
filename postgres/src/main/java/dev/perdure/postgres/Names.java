package dev.perdure.postgres;

import dev.perdure.DataCorrupted;
import dev.perdure.store.Change;
import dev.perdure.store.Queues;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Methods and queues by the small numbers that rows and indexes carry instead, and which methods have runs in which queue. Grows
 * only; for any thread.
 */
final class Names {
    private final Numbers methods = new Numbers("method", "identity");
    private final Numbers queues = new Numbers("queue", "name");
    private final Set<Long> pairs = ConcurrentHashMap.newKeySet();

    /** The numbers of those methods of which a run was ever started. */
    List<Integer> find(Session session, Collection<String> wanted) throws SQLException {
        return methods.find(session, wanted);
    }

    /** The number of a method, a new one if need be; outside of any transaction. */
    int numberOf(Session session, String identity) throws SQLException {
        return methods.numberOf(session, identity);
    }

    String identity(Session session, int number) throws SQLException {
        return methods.name(session, number);
    }

    /** The number of a queue, a new one if need be; outside of any transaction. */
    int queueOf(Session session, String name) throws SQLException {
        return queues.numberOf(session, name);
    }

    String queue(Session session, int number) throws SQLException {
        return queues.name(session, number);
    }

    /** The numbers of the queues that are served and that there are; none if all are. */
    List<Integer> find(Session session, Queues served) throws SQLException {
        return served.every() ? List.of() : queues.find(session, served.names());
    }

    /** Numbers what a start names, before the transaction, so that it does not have to. */
    void know(Session session, Change.Start start) throws SQLException {
        int method = numberOf(session, start.method());
        int queue = queueOf(session, start.placement().queue());
        long pair = ((long) queue << Integer.SIZE) | method;
        if (pairs.contains(pair)) return;
        session.bind(
                        "INSERT INTO {}queue_method (queue, method) VALUES (?, ?) ON CONFLICT (queue, method) DO NOTHING",
                        queue,
                        method)
                .executeUpdate();
        pairs.add(pair);
    }

    /** One table of names. */
    private static final class Numbers {
        private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
        private final Map<Integer, String> names = new ConcurrentHashMap<>();
        private final String table;
        private final String column;

        Numbers(String table, String column) {
            this.table = table;
            this.column = column;
        }

        List<Integer> find(Session session, Collection<String> wanted) throws SQLException {
            if (!numbers.keySet().containsAll(wanted)) read(session);
            var found = new ArrayList<Integer>();
            for (String name : wanted) {
                var number = numbers.get(name);
                if (number != null) found.add(number);
            }
            return found;
        }

        int numberOf(Session session, String name) throws SQLException {
            if (!numbers.containsKey(name)) {
                session.bind(
                                "INSERT INTO {}" + table + " (" + column + ") VALUES (?) ON CONFLICT (" + column
                                        + ") DO NOTHING",
                                name)
                        .executeUpdate();
                read(session);
            }
            var number = numbers.get(name);
            if (number == null) throw damaged(name);
            return number;
        }

        String name(Session session, int number) throws SQLException {
            if (!names.containsKey(number)) read(session);
            var name = names.get(number);
            if (name == null) throw damaged(number);
            return name;
        }

        private void read(Session session) throws SQLException {
            session.each(session.bind("SELECT no, " + column + " FROM {}" + table), row -> {
                numbers.put(row.getString(2), row.getInt(1));
                names.put(row.getInt(1), row.getString(2));
            });
        }

        private DataCorrupted damaged(Object what) {
            return new DataCorrupted(
                    table + " " + what + " is missing in table " + table
                            + ": the schema was altered; restore it from a backup",
                    null);
        }
    }
}
