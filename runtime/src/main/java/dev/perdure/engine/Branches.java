package dev.perdure.engine;

import dev.perdure.BranchFailed;
import dev.perdure.CancelledException;
import dev.perdure.Pair;
import dev.perdure.TooFewSucceeded;
import dev.perdure.Tried;
import dev.perdure.Triple;
import dev.perdure.engine.checkpoint.Pending;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Group;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The branches of a group that a strand awaits, and what came of them. Confined like the strand. */
final class Branches {
    /** What is written of a branch that was not waited for. */
    static final byte[] DROPPED = "{\"x\":true}".getBytes(StandardCharsets.US_ASCII);

    final Strand strand;
    final AwaitSpec<?> spec;
    final Group<?> group;

    /** Branches under way. */
    final TreeMap<Integer, Strand> open = new TreeMap<>();

    /** What was written, or is about to be, of branches that have ended, in the order in which they did. */
    final Map<Integer, byte[]> ended = new LinkedHashMap<>();

    /** Those among them that are not written yet. */
    final Map<Integer, byte[]> news = new LinkedHashMap<>();

    /** Undos that are handed on; what ended last is undone first. */
    final Map<Integer, List<Pending>> undos = new LinkedHashMap<>();

    /** Whether this is a branch that stands alone, whose failure is its own. */
    boolean alone;

    /** Whether the store knows of the group. */
    boolean based;

    /** Whether branches are being begun. */
    boolean proceeding;

    /** Whether that is that it was cancelled. */
    boolean cancelled;

    /** What the group comes to, once that is certain. */
    @Nullable
    Outcome decided;

    private final @Nullable Outcome[] outcomes;
    private final Type type;
    private int next;
    private int successes;
    private int failures;

    Branches(Strand strand, AwaitSpec<?> spec, Group<?> group) {
        this.strand = strand;
        this.spec = spec;
        this.group = group;
        this.outcomes = new Outcome[group.size()];
        this.type = strand.resultType();
    }

    /** The type of what a branch yields. */
    Type type(int index) {
        return switch (group.shape()) {
            case PAIR, TRIPLE -> argument(type, index);
            case LIST -> argument(type, 0);
            case TRIED -> argument(argument(type, 0), 0);
            case ONE -> type;
        };
    }

    private static Type argument(Type of, int index) {
        if (!(of instanceof ParameterizedType applied)) return of == void.class ? of : Object.class;
        var argument = applied.getActualTypeArguments()[index];
        return argument instanceof WildcardType wild ? wild.getUpperBounds()[0] : argument;
    }

    /** The next branch that has not begun; -1 if there is none, or no room for it. */
    int takeNext() {
        while (next < group.size() && (ended.containsKey(next) || open.containsKey(next))) next++;
        return next < group.size() && open.size() < group.concurrency() ? next++ : -1;
    }

    /** A branch has ended. */
    void end(int index, @Nullable Outcome outcome, byte[] image) {
        ended.put(index, image);
        if (outcome == null) return;
        outcomes[index] = outcome;
        if (outcome.failure() == null) successes++;
        else failures++;
    }

    /** What the group comes to by its branches, or null if that is not certain yet. */
    @Nullable
    Outcome verdict() {
        if (failures > group.tolerated()) return Outcome.failed(failure());
        if (successes >= group.needed() || ended.size() == group.size()) return Outcome.of(result());
        return null;
    }

    private Throwable failure() {
        var failed = new ArrayList<Throwable>();
        for (var outcome : outcomes) if (outcome != null && outcome.failure() != null) failed.add(outcome.failure());
        if (group.tolerated() == 0) return thrown(failed.get(0), alone ? null : strand.where());
        var few = new TooFewSucceeded(failures + " of the " + group.size() + " branches of " + strand.where()
                + " have failed, the first of them with: " + failed.get(0));
        failed.forEach(few::addSuppressed);
        return few;
    }

    @SuppressWarnings("NullAway") // what a branch yields may be null
    private @Nullable Object result() {
        return switch (group.shape()) {
            case PAIR -> new Pair<>(value(0), value(1));
            case TRIPLE -> new Triple<>(value(0), value(1), value(2));
            case ONE -> firstSuccess();
            case LIST -> values();
            case TRIED -> tried();
        };
    }

    /** What a group throws when a branch has failed. */
    static Throwable thrown(Throwable failure, @Nullable String where) {
        boolean isChecked = failure instanceof Exception && !(failure instanceof RuntimeException);
        if (!isChecked || where == null) return failure;
        return new BranchFailed("a branch of " + where + " has failed: " + failure, failure);
    }

    private @Nullable Object value(int index) {
        var outcome = outcomes[index];
        return outcome == null ? null : outcome.value();
    }

    private @Nullable Object firstSuccess() {
        for (var outcome : outcomes) if (outcome != null && outcome.failure() == null) return outcome.value();
        return null;
    }

    private List<@Nullable Object> values() {
        var values = new ArrayList<@Nullable Object>();
        for (var outcome : outcomes)
            if (outcome != null && outcome.failure() == null && values.size() < group.needed())
                values.add(outcome.value());
        return values;
    }

    private List<Tried<Object>> tried() {
        var all = new ArrayList<Tried<Object>>();
        for (var outcome : outcomes)
            all.add(
                    outcome == null
                            ? new Tried<>(null, new CancelledException("the branch was no longer needed"))
                            : new Tried<>(outcome.value(), outcome.failure()));
        return all;
    }

    /** What is to be written of the branches under way, by their encodings. */
    Map<Integer, byte[]> images(java.util.function.Function<Strand, byte @Nullable []> image) {
        var images = new TreeMap<Integer, byte[]>();
        open.forEach((index, branch) -> {
            var text = image.apply(branch);
            if (text != null) images.put(index, text);
        });
        return images;
    }
}
