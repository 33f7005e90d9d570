package dev.perdure.engine;

import dev.perdure.LimitExceeded;
import dev.perdure.UnsaveableValue;
import dev.perdure.engine.checkpoint.GroupImage;
import dev.perdure.engine.checkpoint.KinNews;
import dev.perdure.engine.checkpoint.Snapshot;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.engine.method.Traces;
import dev.perdure.machine.Outcome;
import dev.perdure.store.Change.Frames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the checkpoint of what is new of a run: whole, or a part that says what has changed. */
final class Writing {
    private final Core core;

    Writing(Core core) {
        this.core = core;
    }

    /** What is new of a run; nothing is new of it afterwards. */
    Frames frames(LiveRun run) {
        boolean moved = !run.dirty.isEmpty() || !run.changed.isEmpty() || run.family.changed();
        var progress = run.progress.said();
        boolean told = run.progress.isNews();
        if (!moved && !told) return new Frames.Same();
        var frames = moved ? encoded(run, List.copyOf(run.dirty)) : beside(run);
        run.dirty.clear();
        for (Branches group : run.changed) group.news.clear();
        run.changed.clear();
        run.family.written();
        run.progress.written(progress, moved);
        if (told && progress != null) run.then.add(() -> core.listener.progressed(run.id, progress));
        return frames;
    }

    private Frames encoded(LiveRun run, List<Strand> fresh) {
        try {
            return encode(run);
        } catch (UnsaveableValue | LimitExceeded refused) {
            // The call has had its effect: its method hears that the value is lost, rather than the call being made
            // again.
            boolean changed = false;
            for (Strand strand : fresh) {
                var outcome = strand.recorded;
                if (outcome == null || outcome.value() == null || (fresh.size() > 1 && saveable(strand, outcome)))
                    continue;
                strand.recorded = Outcome.failed(Traces.placed(refused, strand.nearest()));
                changed = true;
            }
            if (!changed) throw refused;
            return encode(run);
        }
    }

    private boolean saveable(Strand strand, Outcome outcome) {
        try {
            core.checkpoints.ended(strand.resultType(), outcome, List.of());
            return true;
        } catch (UnsaveableValue | LimitExceeded refused) {
            return false;
        }
    }

    private Frames encode(LiveRun run) {
        base(run);
        var main = run.main;
        if (!run.dirty.contains(main) && (!run.dirty.isEmpty() || !run.changed.isEmpty())) {
            var part = branches(run);
            if (part != null) return part;
        } else if (!main.saveable()) {
            return triesOnly(run);
        }
        return frames(run, snapshot(main));
    }

    /** The store has to know of a group before it hears of its branches. */
    private static void base(LiveRun run) {
        for (Branches group : run.changed) if (!group.based) run.dirty.add(group.strand);
        for (Strand strand : List.copyOf(run.dirty))
            for (var up = strand.parent; up != null; up = up.parent)
                if (up.group != null && !up.group.based) run.dirty.add(up);
        for (Strand strand : run.dirty) if (strand.group != null) strand.group.based = true;
    }

    private Frames triesOnly(LiveRun run) {
        var tries = run.main.tries;
        if (tries == null) return new Frames.Same();
        return new Frames.Part(Sums.seal(run.id, core.checkpoints.tries(++run.parts, tries)));
    }

    private Frames frames(LiveRun run, Snapshot snapshot) {
        var memory = run.memory;
        run.memory = null; // whatever goes wrong on the way: then the next one is written whole
        if (memory != null) {
            var part = core.checkpoints.part(snapshot, news(run), memory, run.parts + 1);
            if (part != null) {
                run.parts++;
                run.memory = memory;
                return new Frames.Part(Sums.seal(run.id, part));
            }
        }
        var bytes = core.checkpoints.whole(snapshot, run.kin());
        int limit = core.limits.checkpointBytes();
        if (bytes.length > limit) // its message costs more than a small checkpoint
        Limits.check("the checkpoint at " + run.main.where(), bytes.length, limit, "references to large values");
        run.parts = 0;
        run.memory = core.checkpoints.remember(snapshot, bytes.length);
        return new Frames.Whole(Sums.seal(run.id, bytes));
    }

    private static KinNews news(LiveRun run) {
        if (!run.family.changed() && !run.progress.isNews()) return KinNews.NONE;
        return new KinNews(run.family.gone(), run.family.added(), run.progress.said());
    }

    /** What is said beside the strands, while they are where they were. */
    private Frames beside(LiveRun run) {
        return new Frames.Part(Sums.seal(run.id, core.checkpoints.kin(++run.parts, news(run))));
    }

    private @Nullable Frames branches(LiveRun run) {
        var memory = run.memory;
        if (memory == null) return null;
        var open = new TreeMap<String, byte[]>();
        for (Strand strand : run.dirty) {
            var image = fresh(strand);
            if (image != null) open.put(strand.path(), image);
        }
        var ended = new LinkedHashMap<String, byte[]>();
        for (Branches group : run.changed) {
            var path = group.strand.path();
            group.news.forEach((index, image) -> ended.put(path.isEmpty() ? "" + index : path + "." + index, image));
        }
        var part = core.checkpoints.branches(open, ended, news(run), core.store.now(), memory, run.parts + 1);
        if (part == null) return null;
        run.parts++;
        return new Frames.Part(Sums.seal(run.id, part));
    }

    /** A branch as it stands; only what was tried, where it cannot be saved as it stands. */
    private byte @Nullable [] fresh(Strand branch) {
        if (branch.saveable()) {
            branch.image = core.checkpoints.branch(snapshot(branch));
            return branch.image;
        }
        var tries = branch.tries;
        if (tries == null) return null;
        var before = branch.written();
        branch.image = before == null ? core.checkpoints.begun(tries) : core.checkpoints.tried(before, tries);
        return before == null ? branch.image : core.checkpoints.triesOfBranch(tries);
    }

    /** A branch as a checkpoint of the whole run says it: as it stands, or, if that is not yet to be saved, as before. */
    private byte @Nullable [] image(Strand branch) {
        boolean news = branch.run.dirty.contains(branch);
        if (news || (branch.group != null && branch.saveable())) fresh(branch);
        return branch.written();
    }

    private Snapshot snapshot(Strand strand) {
        var group = strand.group;
        if (group != null) group.based = true;
        return new Snapshot(
                List.copyOf(strand.stack),
                strand.side(),
                strand.visits,
                core.store.now(),
                strand.recorded,
                strand.tries,
                strand.waiting,
                strand.resultType(),
                new ArrayList<>(strand.undos),
                group == null ? null : new GroupImage(group.group.size(), group.ended, group.images(this::image)),
                strand.cancelling && !strand.cancelPending(),
                strand.gathered);
    }
}
