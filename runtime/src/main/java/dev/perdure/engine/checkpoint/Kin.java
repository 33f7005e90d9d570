package dev.perdure.engine.checkpoint;

import dev.perdure.RunStatus.Progress;
import dev.perdure.codec.Json;
import dev.perdure.codec.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint says of a run beside its strands: its relatives and its progress.
 *
 * @param parent the run that spawned it and hears of its end, or null
 * @param children the runs that it has spawned and that have not been heard of since, with what becomes of them when it ends
 * @param progress what the code has last said of its progress, or null
 */
public record Kin(
        @Nullable String parent,
        Map<String, String> children,
        @Nullable Progress progress) {
    /** None. */
    public static final Kin NONE = new Kin(null, Map.of(), null);

    void write(JsonWriter out) {
        if (parent != null) out.name("up").string(parent);
        if (progress != null) write(progress, out);
        if (!children.isEmpty()) write("kids", children, out);
    }

    static void write(Progress progress, JsonWriter out) {
        out.name("progress").beginObject().name("done").number(progress.done());
        out.name("total").number(progress.total()).name("note").string(progress.note());
        out.endObject();
    }

    static void write(String name, Map<String, String> children, JsonWriter out) {
        out.name(name).beginObject();
        children.forEach((child, close) -> out.name(child).string(close));
        out.endObject();
    }

    static Kin read(Json.Obj json) {
        var up = json.get("up");
        var kids = json.get("kids");
        var progress = json.get("progress");
        if (up == null && kids == null && progress == null) return NONE;
        var children = new LinkedHashMap<String, String>();
        if (kids != null) kids.object().members().forEach((child, close) -> children.put(child, close.string()));
        return new Kin(
                up == null ? null : up.string(), children, progress == null ? null : progress(progress.object()));
    }

    private static Progress progress(Json.Obj json) {
        return new Progress(
                Members.number(Members.need(json, "done")),
                Members.number(Members.need(json, "total")),
                Members.need(json, "note").string());
    }
}
