package dev.perdure.engine.checkpoint;

import dev.perdure.RunStatus.Progress;
import dev.perdure.codec.JsonWriter;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a checkpoint says of a run's relatives and its progress: only what has changed, so that the ten-thousandth child
 * costs what the first did.
 *
 * @param gone children that were heard of
 * @param added children that were spawned, with what becomes of them when the run ends; they count after those that are gone
 * @param progress what the code has said of its progress, or null if it has not said anything since
 */
public record KinNews(
        Collection<String> gone,
        Map<String, String> added,
        @Nullable Progress progress) {
    /** Nothing has changed. */
    public static final KinNews NONE = new KinNews(java.util.Set.of(), Map.of(), null);

    void write(JsonWriter out) {
        if (progress != null) Kin.write(progress, out);
        if (!gone.isEmpty()) {
            out.name("kids-").beginArray();
            gone.forEach(out::string);
            out.endArray();
        }
        if (!added.isEmpty()) Kin.write("kids+", added, out);
    }
}
