package dev.perdure.local;

import dev.perdure.DataCorrupted;
import dev.perdure.sql.Seal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Identities of methods by the small numbers that rows and indexes carry instead. Grows only; readable by any thread. */
final class Methods {
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> identities = new ConcurrentHashMap<>();
    private final PreparedStatement insert;

    Methods(Link writer) throws SQLException {
        insert = writer.prepare("INSERT INTO method (no, identity, seal) VALUES (?, ?, ?)");
        writer.each(writer.prepare("SELECT no, identity, seal FROM method"), row -> {
            int number = row.getInt(1);
            var identity = row.getString(2);
            if (seal(number, identity) != row.getInt(3)) throw damaged(number, "does not match its seal");
            know(number, identity);
        });
    }

    private void know(int number, String identity) {
        numbers.put(identity, number);
        identities.put(number, identity);
    }

    /** The number of a method, or null if no run of it was ever started. */
    @Nullable
    Integer find(String identity) {
        return numbers.get(identity);
    }

    /** The number of a method, a new one if need be; within the writer's transaction. */
    int numberOf(String identity) throws SQLException {
        var known = numbers.get(identity);
        if (known != null) return known;
        int number = identities.size() + 1;
        insert.setInt(1, number);
        insert.setString(2, identity);
        insert.setInt(3, seal(number, identity));
        Writes.one(insert);
        know(number, identity);
        return number;
    }

    /** The numbers of all. */
    Set<Integer> all() {
        return Set.copyOf(identities.keySet());
    }

    String identity(int number) {
        var identity = identities.get(number);
        if (identity == null) throw damaged(number, "is missing");
        return identity;
    }

    private static int seal(int number, String identity) {
        return new Seal().add(number).add(identity).value();
    }

    private static DataCorrupted damaged(int number, String what) {
        return new DataCorrupted(
                "row " + number + " of table method " + what
                        + ": the file was altered or damaged; restore it from a backup",
                null);
    }
}
