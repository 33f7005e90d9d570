package dev.perdure.engine;

import dev.perdure.engine.checkpoint.Restored;
import dev.perdure.engine.checkpoint.Saved;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.method.Concluding;
import dev.perdure.machine.Frame;
import dev.perdure.store.Lease;
import dev.perdure.store.Query;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Letter;
import dev.perdure.store.RunImage.Status;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How runs get into memory and out of it. */
final class Runs {
    private static final Duration RETRY = Duration.ofMillis(500);

    private static final int PAGE = 1_000;

    private final Core core;

    /** Runs that are being started here, and soon move here. */
    private final Set<String> starting = ConcurrentHashMap.newKeySet();

    /** Runs that may have been started here, which the store is asked about. */
    private final Set<String> doubtful = ConcurrentHashMap.newKeySet();

    /** Runs that were leaving memory when it was asked which had been claimed: they may have been, by their way out. */
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();

    Runs(Core core) {
        this.core = core;
    }

    /** A run that was just started here moves at once. */
    void begin(String id, String method, Lease lease, Frame frame) {
        var run = new LiveRun(id, method, lease);
        run.main.stack.add(frame);
        core.traces.know(frame);
        var first = core.mover.first(run, () -> core.mover.move(run.main));
        if (!enter(run)) return;
        core.scheduler.execute(first);
        core.mail.admitted(run);
    }

    /** A run was claimed: it goes on from its last checkpoint. */
    void admit(RunImage image, Lease lease, boolean suspect) {
        var run = new LiveRun(image.id(), image.method(), lease);
        var first = core.mover.first(run, () -> restore(run, image, true));
        if (!enter(run)) return;
        if (suspect) core.suspects.watch(run);
        core.scheduler.execute(first);
        core.mail.admitted(run);
    }

    /** A run is about to be started here; true if nobody else is at it. */
    boolean starts(String id) {
        return starting.add(id);
    }

    /** It moves here, or it was not started. */
    void started(String id) {
        starting.remove(id);
    }

    /** A start under this lease was not acknowledged: if it is durable all the same, nobody else would ever move the run. */
    void adoptLater(String id, Lease lease) {
        if (core.closed) return;
        doubtful.add(id);
        core.scheduler.schedule(
                RETRY,
                () -> Answers.ask(() -> core.store.load(List.of(id)), (images, failure) -> {
                    if (images == null) {
                        adoptLater(id, lease);
                        return;
                    }
                    images.forEach(image -> adopt(image, lease));
                    doubtful.remove(id);
                }));
    }

    /**
     * A claim under this lease was not acknowledged: what it has got all the same, nobody else would ever move. No claim may be
     * under way meanwhile.
     */
    void adoptClaimed(Lease lease, @Nullable String after, Consumer<Boolean> done) {
        Answers.ask(() -> core.store.find(new Query(Set.of(Status.OWNED), null, after, PAGE)), (page, failure) -> {
            if (page == null) {
                done.accept(false);
                return;
            }
            var lost = page.runs().stream()
                    .filter(image -> image.owner() == lease.token())
                    .map(RunImage::id)
                    .filter(id -> !isKnown(id) && !starting.contains(id) && !doubtful.contains(id))
                    .toList();
            Answers.ask(() -> core.store.load(lost), (images, failed) -> {
                if (images != null) images.forEach(image -> adopt(image, lease));
                if (images == null || page.next() == null) done.accept(images != null);
                else adoptClaimed(lease, page.next(), done);
            });
        });
    }

    /** Whether it is in memory; if it is only because nobody knows yet that it has left, it is asked about again then. */
    private boolean isKnown(String id) {
        leaving.add(id); // said before looking, so that it cannot leave unheard
        var run = core.live.get(id);
        if (run == null || !run.leaving) leaving.remove(id);
        return run != null;
    }

    private void adopt(RunImage image, Lease lease) {
        if (image.owner() == lease.token() && !core.live.containsKey(image.id()))
            admit(image, lease, image.crashes() > 0);
    }

    /** False if its lease was lost while the store's answer was on its way: then it is another's to move, or will be. */
    private boolean enter(LiveRun run) {
        if (!core.leases.held(run.lease)) return false;
        var before = core.live.put(run.id, run);
        if (before != null) before.stop();
        return stays(run);
    }

    /** Whoever loses the lease stops what is in memory, and has perhaps passed this run by. */
    private boolean stays(LiveRun run) {
        if (core.leases.held(run.lease)) return true;
        drop(run);
        return false;
    }

    /** A run has left memory in good order. */
    void forget(LiveRun run) {
        core.live.remove(run.id, run);
        core.suspects.clear(run);
        if (leaving.remove(run.id)) core.claimer.unsure(run.lease);
        core.claimer.roomCameFree();
    }

    /** A run belongs to somebody else now. */
    void drop(LiveRun run) {
        run.stop();
        forget(run);
    }

    /** For tests: a run is brought back from the store in the middle of its life. */
    void reload(LiveRun run) {
        Answers.ask(() -> core.store.load(List.of(run.id)), (images, failure) -> {
            if (images == null || images.isEmpty()) {
                core.scheduler.schedule(RETRY, () -> reload(run));
            } else {
                var fresh = new LiveRun(run.id, run.method, run.lease);
                var first = core.mover.first(fresh, () -> restore(fresh, images.get(0), false));
                if (!core.live.replace(run.id, run, fresh) || !stays(fresh)) return;
                core.scheduler.execute(first);
                core.mail.admitted(fresh);
            }
        });
    }

    private void restore(LiveRun run, RunImage image, boolean recovered) {
        if (image.crashes() >= core.limits.crashes()) {
            core.steps.stick(
                    run,
                    "the process died " + image.crashes() + " times in a row while this run was moving, at the same"
                            + " checkpoint; find out what in the code behind it kills the process");
            return;
        }
        var saved = Saved.read(run.id, image.frame());
        run.mailbox.addAll(image.mailbox());
        for (Letter letter : image.mailbox()) run.seen = Math.max(run.seen, letter.number());
        run.parts = image.frame().size() - 1;
        run.crashes = image.crashes();
        run.savedAt = saved.at();
        run.family.restore(saved.kin().parent(), saved.kin().children());
        run.progress.restore(saved.kin().progress());
        var restored = core.restorer.strand(saved.main(), void.class);
        if (recovered) core.listener.recovered(run.id, run.method, image.crashes());
        revive(run.main, restored);
        core.mail.look(run);
    }

    /** A strand goes on from where it was saved. */
    void revive(Strand strand, Restored restored) {
        var saved = restored.saved();
        strand.stack.addAll(restored.stack());
        for (Frame frame : strand.stack) if (frame instanceof Concluding concluding) concluding.handles(core::handle);
        for (Frame frame : strand.stack) core.traces.know(frame);
        strand.undos.addAll(restored.undos());
        for (var undo : strand.undos) core.traces.know(undo.frame());
        strand.visits = saved.visits();
        strand.tries = tries(strand, saved.tries());
        strand.savedGroup = saved.group();
        strand.cancelling = saved.cancelling();
        strand.noted = true;
        var outcome = restored.outcome();
        strand.waiting = restored.waiting();
        if (strand.waiting != null) core.mover.again(strand);
        else if (outcome != null) core.mover.deliver(strand, outcome);
        else if (!strand.stack.isEmpty()) core.mover.move(strand);
        else core.mover.again(strand);
    }

    /** What was tried before, an attempt that a crash has cut off included. */
    @Nullable
    Tries tries(Strand strand, @Nullable Tries tries) {
        int crashes = strand.run.crashes;
        if (crashes == 0) return tries;
        if (tries == null) return strand.isMain() ? new Tries(crashes, 0, strand.run.savedAt, null, null) : null;
        var due = tries.due();
        boolean underWay = due == null || !due.isAfter(core.store.now());
        return underWay ? tries.cutOff(crashes) : tries;
    }
}
