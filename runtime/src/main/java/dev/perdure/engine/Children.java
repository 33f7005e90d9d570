package dev.perdure.engine;

import dev.perdure.Close;
import dev.perdure.engine.checkpoint.Kin;
import dev.perdure.engine.checkpoint.Snapshot;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.method.Concluding;
import dev.perdure.engine.method.References;
import dev.perdure.engine.policy.Retries;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import dev.perdure.store.Change;
import dev.perdure.store.Payload;
import dev.perdure.store.RunImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Child runs: started with a step of their parent, heard of when they end, looked after when the parent ends first. */
final class Children {
    private static final String ENDED = "@child/";
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

    private final Core core;
    private final Steps steps;
    private final Mover mover;

    Children(Core core, Steps steps, Mover mover) {
        this.core = core;
        this.steps = steps;
        this.mover = mover;
    }

    /** The run whose end a signal of this name tells of; null if it tells of something else. */
    static @Nullable String of(String letter) {
        return letter.startsWith(ENDED) ? letter.substring(ENDED.length()) : null;
    }

    /** A child is to be started. */
    void spawn(Strand strand, Source.Child<?> child) {
        var run = strand.run;
        var layout = References.resolve(child.method());
        core.registry.know(layout);
        var own = child.id();
        var id = core.desk.checked(own == null ? run.id + "/" + strand.key().substring(run.id.length() + 1) : own);
        var frame = layout.newFrame();
        for (int i = 0; i < child.arguments().size(); i++)
            frame.$set(i, child.arguments().get(i));
        frame.restoreAt(0);
        var kin = new Kin(run.id, Map.of(), null);
        var bytes = core.checkpoints.whole(Snapshot.entry(frame, core.store.now()), kin);
        Limits.check("the start of run \"" + id + "\"", bytes.length, core.limits.checkpointBytes(), "references");
        var digest = Desk.digest(core.checkpoints.arguments(layout, frame));
        run.starts.add(new Change.Start(
                id,
                layout.method(),
                digest,
                Sums.seal(id, bytes),
                null,
                core.desk.placement(layout, child.options()),
                core.desk.notBefore(child.options()),
                null));
        run.family.add(id, child.close().name());
        var label = strand.label();
        run.then.add(() -> {
            core.listener.spawned(run.id, label, id);
            core.listener.started(id, layout.method());
        });
        steps.outcome(strand, Outcome.of(core.handle(id)));
    }

    /** The end of another run is awaited. */
    void result(Strand strand, AwaitSpec<?> spec, Source.Result<?> result) {
        var id = result.run().id();
        var names = List.of(ENDED + id);
        if (strand.run.family.children().containsKey(id) || mover.waits().has(strand.run, names)) {
            mover.waits().outcome(strand, spec, names, null);
        } else {
            look(strand, spec, id);
        }
    }

    /** A run that is no child, or was heard of before: its end is looked for. */
    private void look(Strand strand, AwaitSpec<?> spec, String id) {
        var tries = strand.tries == null ? Tries.none(core.store.now()) : strand.tries;
        strand.tries = tries;
        mover.calls().deadlined(strand, spec, tries, () -> core.inquiries.image(id), (image, failure) -> {
            if (failure != null) steps.outcome(strand, Retries.settle(spec.fallback(), failure));
            else looked(strand, spec, (RunImage) java.util.Objects.requireNonNull(image), tries);
        });
    }

    private void looked(Strand strand, AwaitSpec<?> spec, RunImage image, Tries tries) {
        var outcome = image.outcome();
        if (outcome == null) {
            var due = Core.after(core.store.now(), Retries.grown(FIRST_LOOK, LONGEST_LOOK, 2, tries.polls()));
            steps.pause(strand, tries.polled(due), due, null);
            return;
        }
        var ended = core.checkpoints.result(strand.resultType(), Sums.open(image.id(), outcome));
        steps.outcome(
                strand,
                ended.failure() == null
                        ? ended
                        : Retries.settle(spec.fallback(), new dev.perdure.RunFailed(image.id(), ended.failure())));
    }

    /** The run's method has ended: true if the run goes on for its children's sake. */
    boolean keep(LiveRun run, Payload outcome, RunImage.Status how) {
        if (run.main.stack.get(0) instanceof Concluding) return false;
        var waitFor = new ArrayList<String>();
        run.family.children().forEach((child, close) -> {
            if (close.equals(Close.CANCEL.name())) cancel(run, child, "its parent has ended");
            if (close.equals(Close.WAIT.name())) waitFor.add(child);
        });
        if (waitFor.isEmpty()) return false;
        var concluding = new Concluding(new String(outcome.bytes(), StandardCharsets.UTF_8), how, waitFor);
        concluding.handles(core::handle);
        run.main.stack.clear();
        run.main.undos.clear();
        run.main.stack.add(concluding);
        run.ended = null;
        mover.move(run.main);
        return true;
    }

    /** What came of the method, if the run went on for its children's sake. */
    static @Nullable Payload concluded(LiveRun run) {
        return run.main.stack.get(0) instanceof Concluding concluding
                ? Sums.seal(run.id, concluding.outcome().getBytes(StandardCharsets.UTF_8))
                : null;
    }

    /** Tells the parent of the end. */
    void tell(LiveRun run, Payload outcome) {
        var parent = run.family.parent;
        if (parent == null) return;
        var name = ENDED + run.id;
        run.sends.add(new Change.Deliver(parent, name, Sums.seal(parent, outcome.bytes()), name));
    }

    /** Cancels the children that share their parent's fate. */
    void cancelAll(LiveRun run, String reason) {
        run.family.children().forEach((child, close) -> {
            if (!close.equals(Close.ABANDON.name())) cancel(run, child, reason);
        });
    }

    private void cancel(LiveRun run, String child, String reason) {
        var bytes = core.checkpoints.value(String.class, reason);
        run.sends.add(new Change.Deliver(child, Change.CANCEL, Sums.seal(child, bytes), Change.CANCEL + "/" + run.id));
    }
}
