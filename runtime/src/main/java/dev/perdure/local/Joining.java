package dev.perdure.local;

import dev.perdure.InvalidArgument;
import dev.perdure.sql.RunRow;
import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Result;
import dev.perdure.store.Result.Status;
import dev.perdure.store.RunImage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one transaction of somebody else's. While that is under way it is only said what will become of them, as nothing
 * else can come between; they are applied right before it is committed. So a transaction that is rolled back leaves no trace, not
 * in memory either.
 */
final class Joining {
    private final Tables tables;
    private final Moving moving;
    private final List<Change> promised = new ArrayList<>();
    private final Map<String, Change.Start> starts = new HashMap<>();
    private final Set<List<String>> sent = new HashSet<>();

    Joining(Tables tables, Moving moving) {
        this.tables = tables;
        this.moving = moving;
    }

    /** What has to be applied. */
    List<Change> promised() {
        return promised;
    }

    /** What will become of a change. */
    Result promise(Change change) throws SQLException {
        var status = status(change);
        if (status != Status.APPLIED) return Result.of(status);
        promised.add(change);
        return Result.APPLIED;
    }

    private Status status(Change change) throws SQLException {
        if (change instanceof Change.Start start) return start(start);
        if (change instanceof Change.Deliver deliver) return deliver(deliver);
        if (change instanceof Change.Resume resume) return resume(tables.runs.byId(resume.run()));
        return step((Change.Step) change);
    }

    private Status start(Change.Start start) throws SQLException {
        if (start.owner() != null) throw refused("a start with an owner");
        var earlier = starts.get(start.run());
        if (earlier != null) {
            boolean same =
                    earlier.method().equals(start.method()) && earlier.digest().equals(start.digest());
            return same ? Status.EXISTS : Status.CONFLICT;
        }
        var row = tables.runs.byId(start.run());
        if (row == null) {
            starts.put(start.run(), start);
            return Status.APPLIED;
        }
        var method = tables.methods.find(start.method());
        boolean same = method != null && method == row.method() && row.digest().equals(start.digest());
        return same ? Status.EXISTS : Status.CONFLICT;
    }

    private Status deliver(Change.Deliver deliver) throws SQLException {
        var dedup = deliver.dedup();
        if (!starts.containsKey(deliver.run())) {
            var row = tables.runs.byId(deliver.run());
            if (row == null) return Status.UNKNOWN;
            if (dedup != null && tables.letters.hasSent(row.no(), dedup)) return Status.EXISTS;
            if (row.status().terminal()) return Status.ENDED;
        }
        if (dedup != null && !sent.add(List.of(deliver.run(), dedup))) return Status.EXISTS;
        return Status.APPLIED;
    }

    private static Status resume(@Nullable RunRow row) {
        if (row == null) return Status.UNKNOWN;
        if (row.status().terminal()) return Status.ENDED;
        return row.status() == RunImage.Status.STUCK ? Status.APPLIED : Status.EXISTS;
    }

    private Status step(Change.Step step) {
        boolean asks = step.next() instanceof Next.Move
                && step.frame() instanceof Frames.Same
                && step.consumed().isEmpty()
                && step.starts().isEmpty()
                && step.sends().isEmpty();
        if (!asks) throw refused("a step that writes something");
        return moving.get(step.run(), step.owner()) == null ? Status.FENCED : Status.APPLIED;
    }

    private static InvalidArgument refused(String what) {
        return new InvalidArgument(what + " cannot be part of somebody else's transaction");
    }
}
