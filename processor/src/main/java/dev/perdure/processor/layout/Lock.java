package dev.perdure.processor.layout;

import dev.perdure.Finding;
import dev.perdure.processor.layout.Comparison.Difference;
import dev.perdure.processor.lower.Lowering.Lowered;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Span;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder of lock files: holds methods against what is locked, and locks them. Safe for use by any thread. */
public final class Lock {
    /** The option that names the folder. */
    public static final String FOLDER = "perdure.lock";
    /** The option that says what to do: {@code compare}, {@code check} or {@code update}. */
    public static final String MODE = "perdure.lock.mode";

    private final Folder folder;
    private final Mode mode;

    private Lock(Folder folder, Mode mode) {
        this.folder = folder;
        this.mode = mode;
    }

    private enum Mode {
        /** The code must be able to resume what is locked. */
        COMPARE,
        /** The code must also be locked itself. */
        CHECK,
        /** The code is locked, if it can resume what is. */
        UPDATE
    }

    /** Options that make no sense. */
    public static final class BadOption extends Exception {
        private static final long serialVersionUID = 1L;

        BadOption(String text) {
            super(Finding.LOCK_UNUSABLE.slug() + ": " + text);
        }
    }

    /**
     * The lock that the processor's options ask for; null if they ask for none.
     *
     * @throws BadOption if the options make no sense
     */
    public static @Nullable Lock of(Map<String, String> options) throws BadOption {
        var mode = mode(options.get(MODE));
        var folder = options.get(FOLDER);
        if (folder == null || folder.isEmpty()) {
            if (options.get(MODE) == null) return null;
            throw new BadOption(
                    "option " + MODE + " is given without " + FOLDER + ", the folder of the lock files. Add -A" + FOLDER
                            + "=src/main/perdure, with the path of the project before it");
        }
        var lock = new Lock(new Folder(path(folder)), mode);
        if (mode != Mode.UPDATE && !lock.folder.exists())
            throw new BadOption(
                    "option " + FOLDER + " names " + folder + ", which is no folder. Say where the lock files"
                            + " are; where there are none yet, compile once with -A" + MODE + "=update");
        return lock;
    }

    private static Path path(String folder) throws BadOption {
        try {
            return Path.of(folder);
        } catch (InvalidPathException invalid) {
            throw new BadOption("option " + FOLDER + " is no path: " + invalid.getMessage()
                    + ". Name the folder of the lock files");
        }
    }

    private static Mode mode(@Nullable String name) throws BadOption {
        if (name == null) return Mode.COMPARE;
        for (var mode : Mode.values()) if (mode.name().toLowerCase(Locale.ROOT).equals(name)) return mode;
        throw new BadOption("option " + MODE + " is \"" + name + "\". Write compare, check or update");
    }

    /** What is wrong with a method, held against its lock file; if nothing is, and that is asked for, it is locked. */
    public List<Problem> hold(MethodModel method, Lowered lowered) {
        var current = Current.of(method, lowered);
        var name = Folder.nameOf(method.identity());
        try {
            var file = folder.read(name, method.identity());
            var problems = differences(current, name, file);
            if (!problems.isEmpty() || file.begins(current.layout())) return problems;
            if (mode == Mode.UPDATE) folder.write(name, file.with(current.layout()));
            return mode == Mode.CHECK ? List.of(notLocked(current, name, file)) : List.of();
        } catch (Folder.Unusable unusable) {
            return List.of(new Problem(Finding.LOCK_UNUSABLE, current.otherwise(), unusable.text()));
        }
    }

    private static Problem notLocked(Current current, String name, LockFile file) {
        var what = file.layouts().isEmpty()
                ? current.method() + " has no lock file " + name
                : "the layout of " + current.method() + " is not the newest in its lock file " + name;
        return new Problem(
                Finding.LAYOUT_NOT_LOCKED,
                current.otherwise(),
                what + ", so that what runs of this build are saved as would be known to no later one. Compile with -A"
                        + MODE + "=update and commit the file");
    }

    private static List<Problem> differences(Current current, String name, LockFile file) {
        var problems = new ArrayList<Problem>();
        var said = new HashSet<String>();
        for (var layout : file.layouts()) {
            if (layout.equals(current.layout())) continue;
            for (var each : Comparison.of(layout, current.layout()))
                if (said.add(each.text())) problems.add(problem(current, each, layout.id(), name));
        }
        return problems;
    }

    private static Problem problem(Current current, Difference difference, String id, String name) {
        return new Problem(
                Finding.LAYOUT_CHANGED,
                span(current, difference),
                difference.text() + " (layout " + id + " in " + name + "). " + difference.remedy()
                        + ". Once no run is left of that layout, take it out of the file");
    }

    private static Span span(Current current, Difference difference) {
        var sites = current.sites().getOrDefault(difference.frame(), Map.of());
        var label = difference.label();
        return label == null ? current.otherwise() : sites.getOrDefault(label, current.otherwise());
    }
}
