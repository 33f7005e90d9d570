package dev.perdure.local;

import dev.perdure.DataCorrupted;
import dev.perdure.StartOptions;
import dev.perdure.sql.Micros;
import dev.perdure.sql.Seal;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Queues;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Queues by the small numbers that rows and indexes carry instead, and their limits. Readable by any thread. */
final class QueueTable {
    /** The number of the queue without limits; it has no row. */
    static final int DEFAULT = 0;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, String> names = new ConcurrentHashMap<>();
    private final Map<Integer, QueueLimits> limits = new ConcurrentHashMap<>();
    private final Set<Integer> tooFast = ConcurrentHashMap.newKeySet();
    private final PreparedStatement put;

    QueueTable(Link writer) throws SQLException {
        put = writer.prepare(
                "INSERT INTO queue (no, name, limited, at_once, per_node, per_key, rate, period, until_end, seal)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (no) DO UPDATE SET limited = excluded.limited,"
                        + " at_once = excluded.at_once, per_node = excluded.per_node, per_key = excluded.per_key, rate = excluded.rate,"
                        + " period = excluded.period, until_end = excluded.until_end, seal = excluded.seal");
        know(DEFAULT, StartOptions.DEFAULT_QUEUE);
        writer.each(
                writer.prepare("SELECT no, name, limited, at_once, per_node, per_key, rate, period, until_end, seal"
                        + " FROM queue ORDER BY no"),
                this::read);
    }

    /** A claim has let somebody wait for a queue's rate. */
    void tooFast(int queue) {
        tooFast.add(queue);
    }

    /** Whether a claim has let somebody wait for a queue's rate; says so once, to one who claims again. */
    boolean toldTooFast(int queue) {
        return tooFast.remove(queue);
    }

    private void read(ResultSet row) throws SQLException {
        int no = row.getInt(1);
        var name = row.getString(2);
        if (name == null || !StartOptions.isQueue(name) || row.getInt(4) < 0) throw damaged(no);
        var found = new QueueLimits(
                name,
                row.getInt(4),
                Math.max(1, row.getInt(5)),
                Math.max(1, row.getInt(6)),
                Math.max(1, row.getInt(7)),
                Duration.ofMillis(Math.max(1, row.getLong(8) / 1000)),
                row.getInt(9) != 0);
        boolean limited = row.getInt(3) != 0;
        if (seal(no, found, limited) != row.getInt(10)) throw damaged(no);
        know(no, name);
        if (limited) limits.put(no, found);
    }

    private void know(int number, String name) {
        numbers.put(name, number);
        names.put(number, name);
    }

    private static int seal(int no, QueueLimits of, boolean limited) {
        return new Seal()
                .add(no)
                .add(of.queue())
                .add(limited ? 1 : 0)
                .add(of.atOnce())
                .add(of.perNode())
                .add(of.perKey())
                .add(of.rate())
                .add(of.period().toMillis())
                .add(of.untilEnd() ? 1 : 0)
                .value();
    }

    private static DataCorrupted damaged(int no) {
        return new DataCorrupted(
                "row " + no
                        + " of table queue is missing or does not match its seal: the file was altered or damaged; restore it"
                        + " from a backup",
                null);
    }

    /** The number of a queue, or null if no run was ever put on it and it has no limits. */
    @Nullable
    Integer find(String name) {
        return numbers.get(name);
    }

    /** The number of a queue, a new one if need be; within the writer's transaction. */
    int numberOf(String name) throws SQLException {
        var known = numbers.get(name);
        if (known != null) return known;
        int number = names.size();
        write(number, QueueLimits.of(name), false);
        know(number, name);
        return number;
    }

    String name(int number) {
        var name = names.get(number);
        if (name == null) throw damaged(number);
        return name;
    }

    /** The numbers of the queues that are served. */
    List<Integer> served(Queues queues) {
        return names.entrySet().stream()
                .filter(queue -> queues.has(queue.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The limits of a queue, or null if it has none. */
    @Nullable
    QueueLimits limits(int queue) {
        return limits.get(queue);
    }

    /** All limits, by the names of their queues. */
    List<QueueLimits> all() {
        return limits.values().stream()
                .sorted(java.util.Comparator.comparing(QueueLimits::queue))
                .toList();
    }

    /** Sets limits; within the writer's transaction. */
    void limit(QueueLimits changed) throws SQLException {
        int number = numberOf(changed.queue());
        write(number, changed, true);
        limits.put(number, changed);
    }

    private void write(int number, QueueLimits of, boolean limited) throws SQLException {
        put.setInt(1, number);
        put.setString(2, of.queue());
        put.setInt(3, limited ? 1 : 0);
        put.setInt(4, of.atOnce());
        put.setInt(5, of.perNode());
        put.setInt(6, of.perKey());
        put.setInt(7, of.rate());
        put.setLong(8, of.period().toMillis() * 1000);
        put.setInt(9, of.untilEnd() ? 1 : 0);
        put.setInt(10, seal(number, of, limited));
        Writes.one(put);
    }

    /** How long a rate looks back, in microseconds. */
    static long period(QueueLimits limits) {
        return Micros.ceiling(java.time.Instant.EPOCH.plus(limits.period()));
    }
}
