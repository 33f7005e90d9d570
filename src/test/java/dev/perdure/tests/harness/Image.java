package dev.perdure.tests.harness;

import dev.perdure.engine.checkpoint.Checkpoints;
import dev.perdure.engine.checkpoint.Kin;
import dev.perdure.engine.checkpoint.Restorer;
import dev.perdure.engine.checkpoint.Side;
import dev.perdure.engine.checkpoint.Snapshot;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.engine.checkpoint.Values;
import dev.perdure.engine.method.Registry;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Outcome;
import dev.perdure.store.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checkpoint as the engine writes it: JSON with a sum. Nothing in it is shared with the frames that it was made of. */
final class Image {
    private static final String RUN = "run";
    /** What the thread's last image was written by: finding out how types are written costs more than writing. */
    private static final ThreadLocal<@Nullable Known> LAST = new ThreadLocal<>();

    private final Checkpoints checkpoints;
    private final Payload payload;

    private Image(Checkpoints checkpoints, Payload payload) {
        this.checkpoints = checkpoints;
        this.payload = payload;
    }

    static Image of(List<Frame> stack, Side side, @Nullable Outcome outcome) {
        var loader = stack.get(0).layout().host().getClassLoader();
        var checkpoints = checkpoints(loader);
        var snapshot = Snapshot.of(stack, side, Instant.EPOCH, outcome);
        return new Image(checkpoints, Sums.seal(RUN, checkpoints.whole(snapshot, Kin.NONE)));
    }

    private static Checkpoints checkpoints(ClassLoader loader) {
        var last = LAST.get();
        if (last != null && last.loader.equals(loader)) return last.checkpoints;
        var made = new Checkpoints(new Values(null, loader), Integer.MAX_VALUE);
        LAST.set(new Known(loader, made));
        return made;
    }

    /** How the classes of a loader are written. */
    private record Known(ClassLoader loader, Checkpoints checkpoints) {}

    /** Fresh frames that stand where the saved ones stood. */
    List<Frame> stack(Registry registry, @Nullable Object host) {
        return bound(restorer(registry).restore(RUN, List.of(payload)).stack(), host);
    }

    /** The same, with the outcome that was recorded. */
    Resumed resume(Registry registry, @Nullable Object host) {
        var restored = restorer(registry).restore(RUN, List.of(payload));
        if (restored.outcome() == null) throw new IllegalStateException("saved without an outcome");
        return new Resumed(bound(restored.stack(), host), restored.outcome());
    }

    /** The registry knows some instance; each execution has its own. */
    private static List<Frame> bound(List<Frame> stack, @Nullable Object host) {
        stack.forEach(frame -> frame.$bind(frame.layout().isStatic() ? null : host));
        return new ArrayList<>(stack);
    }

    private Restorer restorer(Registry registry) {
        return new Restorer(checkpoints, registry);
    }

    /** Fresh frames and the outcome that the topmost takes. */
    record Resumed(List<Frame> stack, Outcome outcome) {}
}
