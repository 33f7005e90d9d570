package dev.perdure.postgres;

import dev.perdure.DataCorrupted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Identities of methods by the small numbers that rows and indexes carry instead. Grows only; for any thread. */
final class Methods {
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> identities = new ConcurrentHashMap<>();

    /** The numbers of those of which a run was ever started. */
    List<Integer> find(Session session, Collection<String> wanted) throws SQLException {
        if (!numbers.keySet().containsAll(wanted)) read(session);
        var found = new ArrayList<Integer>();
        for (String identity : wanted) {
            var number = numbers.get(identity);
            if (number != null) found.add(number);
        }
        return found;
    }

    /** The number of a method, a new one if need be; outside of any transaction. */
    int numberOf(Session session, String identity) throws SQLException {
        if (!numbers.containsKey(identity)) {
            session.bind("INSERT INTO {}method (identity) VALUES (?) ON CONFLICT (identity) DO NOTHING", identity)
                    .executeUpdate();
            read(session);
        }
        var number = numbers.get(identity);
        if (number == null) throw damaged(identity);
        return number;
    }

    String identity(Session session, int number) throws SQLException {
        if (!identities.containsKey(number)) read(session);
        var identity = identities.get(number);
        if (identity == null) throw damaged(number);
        return identity;
    }

    private void read(Session session) throws SQLException {
        session.each(session.bind("SELECT no, identity FROM {}method"), row -> {
            numbers.put(row.getString(2), row.getInt(1));
            identities.put(row.getInt(1), row.getString(2));
        });
    }

    private static DataCorrupted damaged(Object method) {
        return new DataCorrupted(
                "method " + method + " is missing in table method: the schema was altered; restore it from a backup",
                null);
    }
}
