package dev.perdure.engine.checkpoint;

import dev.perdure.DataCorrupted;
import dev.perdure.codec.Json;
import dev.perdure.store.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as it is stored, checked but not yet tied to code.
 *
 * @param visits how many awaits have got an outcome
 * @param at when it was written
 * @param frames the stack, the outermost first
 * @param outcome the recorded outcome, or null
 * @param waiting what is waited for, or null
 * @param tries what has been tried, or null
 */
public record Saved(
        long visits,
        Instant at,
        List<SavedFrame> frames,
        Json.@Nullable Obj outcome,
        @Nullable Json waiting,
        @Nullable Tries tries) {
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
        var frames = new ArrayList<SavedFrame>();
        for (Json frame : Members.need(json, "frames").array().items()) frames.add(frame(frame.object()));
        if (frames.isEmpty()) throw new DataCorrupted("the checkpoint has no frames", null);
        var outcome = json.get("out");
        var tries = json.get("try");
        return new Saved(
                Members.number(Members.need(json, "n")),
                Instant.ofEpochMilli(Members.number(Members.need(json, "t"))),
                frames,
                outcome == null ? null : outcome.object(),
                json.get("wait"),
                tries == null ? null : Tries.read(tries));
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

    /** The frame that moves. */
    public SavedFrame top() {
        return frames.get(frames.size() - 1);
    }
}
