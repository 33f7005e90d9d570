package dev.perdure.engine.checkpoint;

import dev.perdure.DataCorrupted;
import dev.perdure.codec.Json;
import java.util.LinkedHashMap;
import java.util.List;

/** Lays parts of a checkpoint over what was written before them. */
final class Parts {
    /** What a part without frames leaves as it was. */
    private static final List<String> KEPT = List.of("n", "t", "frames", "out", "wait");

    private Parts() {}

    /**
     * @param number the part's place behind the whole checkpoint, from 1
     */
    static Json.Obj apply(Json.Obj before, Json.Obj part, int number) {
        long claimed = Members.number(Members.need(part, "p"));
        if (claimed != number)
            throw new DataCorrupted(
                    "part " + number + " of a checkpoint is missing; part " + claimed + " stands there", null);
        var merged = new LinkedHashMap<>(part.members());
        if (part.get("frames") == null) {
            for (String name : KEPT) {
                var kept = before.get(name);
                if (kept != null) merged.put(name, kept);
            }
        }
        return new Json.Obj(merged);
    }
}
