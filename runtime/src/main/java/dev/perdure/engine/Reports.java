package dev.perdure.engine;

import dev.perdure.Finding;
import dev.perdure.PerdureException;
import dev.perdure.RunStatus;
import dev.perdure.RunStatus.State;
import dev.perdure.engine.checkpoint.Saved;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.method.Registry;
import dev.perdure.machine.Point;
import dev.perdure.store.RunImage;
import org.jspecify.annotations.Nullable;

/** Tells where runs stand, from their images. */
final class Reports {
    private Reports() {}

    static RunStatus status(RunImage image, Registry registry) {
        Saved saved = null;
        var problem = image.problem();
        try {
            if (!image.frame().isEmpty()) saved = Saved.read(image.id(), image.frame());
        } catch (PerdureException damaged) {
            if (problem == null) problem = damaged.getMessage();
        }
        var tries = saved == null ? null : saved.tries();
        if (problem == null && tries != null) problem = tries.error();
        if (problem == null) problem = nobodyRuns(image, registry);
        var label = saved == null ? null : saved.top().label();
        return new RunStatus(
                image.id(),
                image.method(),
                state(image),
                Point.START.equals(label) ? null : label,
                label == null || saved == null ? null : source(saved.top(), registry),
                attempt(tries, image),
                image.dueAt(),
                problem,
                image.startedAt(),
                image.updatedAt());
    }

    private static int attempt(@Nullable Tries tries, RunImage image) {
        return 1 + image.crashes() + (tries == null ? 0 : tries.attempts());
    }

    private static @Nullable String nobodyRuns(RunImage image, Registry registry) {
        if (image.status() != RunImage.Status.READY && image.status() != RunImage.Status.PARKED) return null;
        if (registry.methods().contains(image.method())) return null;
        return Finding.NOT_REGISTERED.slug() + ": " + image.method()
                + " is not registered with this engine; the run waits" + " for a process where it is";
    }

    private static @Nullable String source(Saved.SavedFrame frame, Registry registry) {
        var layout = registry.find(frame.method());
        if (layout == null) return null;
        var point = layout.pointOf(frame.label());
        return point == null || point == 0
                ? null
                : layout.file() + ":" + layout.point(point).line();
    }

    private static State state(RunImage image) {
        return switch (image.status()) {
            case READY -> State.READY;
            case OWNED -> State.RUNNING;
            case PARKED -> State.WAITING;
            case STUCK -> State.STUCK;
            case DONE -> State.DONE;
            case FAILED -> State.FAILED;
        };
    }
}
