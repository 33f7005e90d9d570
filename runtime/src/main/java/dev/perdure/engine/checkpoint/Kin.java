package dev.perdure.engine.checkpoint;

import dev.perdure.codec.Json;
import dev.perdure.codec.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run's relatives.
 *
 * @param parent the run that spawned it and hears of its end, or null
 * @param children the runs that it has spawned and that have not been heard of since, with what becomes of them when it ends
 */
public record Kin(@Nullable String parent, Map<String, String> children) {
    /** None. */
    public static final Kin NONE = new Kin(null, Map.of());

    void write(JsonWriter out) {
        if (parent != null) out.name("up").string(parent);
        if (children == NONE.children) return;
        out.name("kids").beginObject();
        children.forEach((child, close) -> out.name(child).string(close));
        out.endObject();
    }

    static Kin read(Json.Obj json) {
        var up = json.get("up");
        var kids = json.get("kids");
        if (up == null && kids == null) return NONE;
        var children = new LinkedHashMap<String, String>();
        if (kids != null) kids.object().members().forEach((child, close) -> children.put(child, close.string()));
        return new Kin(up == null ? null : up.string(), children);
    }
}
