package dev.perdure.engine;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Status;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes steps until it is known what became of them. When the store does not answer, the step may or may not be durable: then
 * the store is asked, and the same step is written again only if it is not there, so that no outcome is lost and none is
 * computed twice.
 */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Core core;

    Ledger(Core core) {
        this.core = core;
    }

    /** Writes a step, then goes on; a run that is no longer ours is dropped from memory. */
    void write(LiveRun run, Change.Step step, Runnable then) {
        core.committer.submit(step, new Committer.Callback() {
            @Override
            public void done(Result result) {
                if (result.applied()) applied(run, then);
                else if (result.status() == Result.Status.CONFLICT) core.steps.refused(run, step);
                else fenced(run);
            }

            @Override
            public void unsure(Throwable failure) {
                LOG.warn(
                        "a checkpoint of run {} was not acknowledged, the store is asked: {}",
                        run.id,
                        failure.toString());
                askLater(run, step, then);
            }
        });
    }

    private void applied(LiveRun run, Runnable then) {
        core.suspects.clear(run);
        then.run();
    }

    /** A run that is no longer ours is dropped from memory. */
    void fenced(LiveRun run) {
        core.runs.drop(run);
        core.leases.doubt(run.lease);
    }

    private void askLater(LiveRun run, Change.Step step, Runnable then) {
        if (core.closed || run.stopped()) {
            core.runs.drop(run);
            return;
        }
        core.scheduler.schedule(RETRY, () -> core.scheduler.execute(() -> ask(run, step, then)));
    }

    private void ask(LiveRun run, Change.Step step, Runnable then) {
        Answers.ask(() -> core.store.load(List.of(run.id)), (images, failure) -> {
            if (run.stopped()) core.runs.drop(run); // it has come in again, and goes on from what is stored
            else if (images == null) askLater(run, step, then);
            else if (!images.isEmpty() && holds(images.get(0), step)) applied(run, then);
            else if (!images.isEmpty() && images.get(0).owner() == run.lease.token()) write(run, step, then);
            else fenced(run);
        });
    }

    /** Whether the signals that a step takes are gone: nobody but its run takes them. */
    private static boolean taken(RunImage image, Change.Step step) {
        return image.mailbox().stream().noneMatch(letter -> step.consumed().contains(letter.number()));
    }

    /** Whether the step is durable. */
    private static boolean holds(RunImage image, Change.Step step) {
        if (step.next() instanceof Next.End end)
            return image.status().terminal() && end.outcome().equals(image.outcome());
        var frames = image.frame();
        if (frames.isEmpty()) return false;
        var last = frames.get(frames.size() - 1);
        if (step.frame() instanceof Frames.Whole whole) return frames.size() == 1 && last.equals(whole.frame());
        if (step.frame() instanceof Frames.Part part) return last.equals(part.part());
        if (step.next() instanceof Next.Park) return image.status() == Status.PARKED;
        if (step.next() instanceof Next.Stick) return image.status() == Status.STUCK;
        if (step.next() instanceof Next.Move && !step.consumed().isEmpty()) return taken(image, step);
        return image.owner() != step.owner().token();
    }
}
