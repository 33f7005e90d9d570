package dev.perdure.engine;

import dev.perdure.Finding;
import dev.perdure.PerdureException;
import dev.perdure.RunStatus;
import dev.perdure.RunStatus.State;
import dev.perdure.codec.Json;
import dev.perdure.codec.JsonWriter;
import dev.perdure.engine.checkpoint.Saved;
import dev.perdure.engine.checkpoint.Saved.SavedStrand;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.method.Registry;
import dev.perdure.machine.Point;
import dev.perdure.store.RunImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells where runs stand, from their images. */
final class Reports {
    private static final int MOST_BRANCHES = 100;

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
                saved == null ? Map.of() : locals(saved.top()),
                saved == null ? Map.of() : branches(saved.main(), ""),
                saved == null ? List.of() : List.copyOf(saved.kin().children().keySet()),
                saved == null ? List.of() : undos(saved.main()),
                saved == null ? null : saved.kin().progress(),
                image.placement().queue(),
                image.placement().priority(),
                image.placement().key(),
                image.startedAt(),
                image.updatedAt());
    }

    private static Map<String, String> locals(Saved.SavedFrame frame) {
        var locals = new LinkedHashMap<String, String>();
        frame.slots().forEach((name, value) -> {
            if (name.indexOf('$') < 0) locals.put(name, text(value));
        });
        return locals;
    }

    private static String text(Json json) {
        var out = new JsonWriter();
        json.write(out);
        return out.toString();
    }

    private static Map<String, String> branches(SavedStrand strand, String path) {
        var group = strand.group();
        if (group == null) return Map.of();
        var open = new LinkedHashMap<String, String>();
        for (int i = 0; i < group.size(); i++) {
            if (group.ended().containsKey(i)) continue;
            var branch = group.open().get(i);
            var name = path + "[" + i + "]";
            var at = branch == null || branch.frames().isEmpty()
                    ? ""
                    : " " + branch.top().label();
            var tries = branch == null ? null : branch.tries();
            open.put(name + at, tries == null || tries.error() == null ? "" : tries.error());
            if (branch != null) open.putAll(branches(branch, name));
            if (open.size() >= MOST_BRANCHES) break;
        }
        return open;
    }

    private static List<String> undos(SavedStrand strand) {
        var labels = new ArrayList<String>();
        for (var undo : strand.undos()) {
            labels.add(0, undone(undo.frame().method()));
        }
        return labels;
    }

    /** The label of the await that an undo, by the identity of its method, takes back. */
    static String undone(String method) {
        return method.substring(method.indexOf('#') + 1).replace(".undo", "");
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
            case CANCELLED -> State.CANCELLED;
        };
    }
}
