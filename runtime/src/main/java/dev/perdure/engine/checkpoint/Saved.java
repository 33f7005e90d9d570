package dev.perdure.engine.checkpoint;

import dev.perdure.DataCorrupted;
import dev.perdure.codec.Json;
import dev.perdure.store.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as it is stored, checked but not yet tied to code.
 *
 * @param at when it was written
 * @param main the run's method
 * @param kin the run's relatives
 */
public record Saved(Instant at, SavedStrand main, Kin kin) {
    /**
     * A frame as it is stored.
     *
     * @param method its method's identity
     * @param label of the point it stands at
     * @param side on which side of it
     * @param fingerprint types of its slots
     * @param slots their values
     */
    public record SavedFrame(String method, String label, Side side, String fingerprint, Map<String, Json> slots) {}

    /**
     * A strand as it is stored.
     *
     * @param visits how many awaits have got an outcome
     * @param frames the stack, the outermost first; empty for a branch of a single await
     * @param outcome the recorded outcome, or null
     * @param waiting what is waited for, or null
     * @param tries what has been tried, or null
     * @param undos the undos registered so far
     * @param group the branches that are awaited, or null
     * @param cancelling whether the branch was told that it is no longer needed
     * @param text all of it
     */
    public record SavedStrand(
            long visits,
            List<SavedFrame> frames,
            Json.@Nullable Obj outcome,
            @Nullable Json waiting,
            @Nullable Tries tries,
            List<SavedUndo> undos,
            @Nullable SavedGroup group,
            boolean cancelling,
            Json.Obj text) {
        /** The frame that moves. */
        public SavedFrame top() {
            return frames.get(frames.size() - 1);
        }

        /** The names of the signals that it waits for, those of its branches included. */
        public List<String> letters() {
            var names = new ArrayList<String>();
            addLetters(names);
            return names;
        }

        private void addLetters(List<String> names) {
            if (waiting instanceof Json.Obj wait) {
                var signal = wait.get("signal");
                if (signal != null) names.add(signal.string());
                if (wait.get("letters") instanceof Json.Arr letters)
                    for (Json letter : letters.items()) names.add(letter.string());
            }
            if (group != null) group.open().values().forEach(branch -> branch.addLetters(names));
        }

        /** Whether it, or a branch of it, waits for a signal of this name. */
        public boolean waitsFor(String name) {
            return letters().contains(name);
        }
    }

    /**
     * An undo as it is stored.
     *
     * @param depth see {@link Pending}
     * @param frame its frame
     */
    public record SavedUndo(int depth, SavedFrame frame) {}

    /**
     * Branches as they are stored.
     *
     * @param size how many there are
     * @param ended what came of those that have ended
     * @param open where those stand that have saved something
     */
    public record SavedGroup(int size, Map<Integer, Json.Obj> ended, Map<Integer, SavedStrand> open) {}

    /** How many awaits of the method have got an outcome. */
    public long visits() {
        return main.visits();
    }

    /** What has been tried, or null. */
    public @Nullable Tries tries() {
        return main.tries();
    }

    /** The frame that moves. */
    public SavedFrame top() {
        return main.top();
    }

    /**
     * Reads the payloads of a run's checkpoint: a whole one and the parts behind it.
     *
     * @throws DataCorrupted if anything is not as it was written
     */
    public static Saved read(String run, List<Payload> payloads) {
        if (payloads.isEmpty()) throw new DataCorrupted("run \"" + run + "\" has no checkpoint", null);
        var json = Json.parse(Sums.open(run, payloads.get(0))).object();
        for (int i = 1; i < payloads.size(); i++)
            json = Parts.apply(json, Json.parse(Sums.open(run, payloads.get(i))).object(), i);
        return read(json);
    }

    private static Saved read(Json.Obj json) {
        long version = Members.number(Members.need(json, "v"));
        if (version != Checkpoints.VERSION)
            throw new DataCorrupted(
                    "the checkpoint has format version " + version + ", this library reads version "
                            + Checkpoints.VERSION + "; use a library of the version that wrote it",
                    null);
        var main = strand(json);
        if (main.frames.isEmpty()) throw new DataCorrupted("the checkpoint has no frames", null);
        return new Saved(Instant.ofEpochMilli(Members.number(Members.need(json, "t"))), main, Kin.read(json));
    }

    private static SavedStrand strand(Json.Obj json) {
        var frames = new ArrayList<SavedFrame>();
        var stack = json.get("frames");
        if (stack != null) for (Json frame : stack.array().items()) frames.add(frame(frame.object()));
        var outcome = json.get("out");
        var tries = json.get("try");
        var group = json.get("group");
        return new SavedStrand(
                Members.number(Members.need(json, "n")),
                frames,
                outcome == null ? null : outcome.object(),
                json.get("wait"),
                tries == null ? null : Tries.read(tries),
                undos(json.get("undo")),
                group == null ? null : group(group.object()),
                json.get("c") != null,
                json);
    }

    static List<SavedUndo> undos(@Nullable Json json) {
        if (json == null) return List.of();
        var undos = new ArrayList<SavedUndo>();
        for (Json undo : json.array().items()) {
            var object = undo.object();
            int depth = Members.integer(object, "d", 1);
            undos.add(new SavedUndo(depth, frame(Members.need(object, "frame").object())));
        }
        return undos;
    }

    private static SavedGroup group(Json.Obj json) {
        var ended = new LinkedHashMap<Integer, Json.Obj>();
        Members.need(json, "ended").object().members().forEach((index, end) -> ended.put(index(index), end.object()));
        var open = new TreeMap<Integer, SavedStrand>();
        Members.need(json, "open")
                .object()
                .members()
                .forEach((index, at) -> open.put(index(index), strand(at.object())));
        return new SavedGroup(Members.integer(json, "size", 0), ended, open);
    }

    private static int index(String name) {
        try {
            return Integer.parseInt(name);
        } catch (NumberFormatException malformed) {
            throw new DataCorrupted("a branch has the index " + name, malformed);
        }
    }

    private static SavedFrame frame(Json.Obj json) {
        var side = Members.need(json, "side").string();
        return new SavedFrame(
                Members.need(json, "m").string(),
                Members.need(json, "at").string(),
                side.equals(Side.ISSUE.text()) ? Side.ISSUE : Side.RESUME,
                Members.need(json, "f").string(),
                Members.need(json, "s").object().members());
    }
}
