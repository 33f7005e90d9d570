package dev.perdure.processor.layout;

import dev.perdure.processor.layout.Layout.Place;
import dev.perdure.processor.model.SavedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lock files as text: in the order of names, so that the same layouts are always the same bytes. */
final class LockText {
    /** Grows when an older processor could no longer understand what is written. */
    static final int FORMAT = 1;

    private LockText() {}

    static String write(LockFile file) {
        var layouts = new ArrayList<>();
        for (var layout : file.layouts()) {
            var all = new LinkedHashMap<String, Object>();
            all.put("id", layout.id());
            all.putAll(body(layout));
            layouts.add(all);
        }
        var text = new LinkedHashMap<String, Object>();
        text.put("format", FORMAT);
        text.put("method", file.method());
        text.put("layouts", layouts);
        return Json.write(text) + "\n";
    }

    /** A layout without its id. */
    static Map<String, Object> body(Layout layout) {
        var frames = new LinkedHashMap<String, Object>();
        layout.frames().forEach((identity, places) -> {
            var awaits = new LinkedHashMap<String, Object>();
            places.forEach((label, place) -> awaits.put(label, body(place)));
            frames.put(identity, awaits);
        });
        var types = new LinkedHashMap<String, Object>();
        layout.types().forEach((name, type) -> types.put(name, body(type)));
        var body = new LinkedHashMap<String, Object>();
        body.put("awaits", frames);
        body.put("types", types);
        return body;
    }

    private static Map<String, Object> body(Place place) {
        var body = new LinkedHashMap<String, Object>();
        if (place.issue() != null) body.put("before", place.issue());
        body.put("behind", place.resume());
        body.put("gives", place.gives());
        return body;
    }

    private static Map<String, Object> body(SavedType type) {
        if (type instanceof SavedType.OfRecord record) return Map.of("record", record.components());
        if (type instanceof SavedType.OfEnum constants) return Map.of("enum", constants.constants());
        return Map.of("sealed", ((SavedType.OfSealed) type).permitted());
    }

    static LockFile read(String text) throws Malformed {
        var file = object(Json.read(text));
        if (!(file.get("format") instanceof Integer format)) throw new Malformed("it has no \"format\"");
        if (format > FORMAT)
            throw new Malformed("it has format " + format + ", and this processor reads up to " + FORMAT
                    + ": compile with the version of Perdure that wrote it, or a later one");
        var layouts = new ArrayList<Layout>();
        for (var each : list(need(file, "layouts"))) layouts.add(layout(object(each)));
        return new LockFile(string(need(file, "method")), List.copyOf(layouts));
    }

    private static Layout layout(Map<?, ?> text) throws Malformed {
        var frames = new TreeMap<String, SortedMap<String, Place>>();
        for (var frame : object(need(text, "awaits")).entrySet()) {
            var places = new TreeMap<String, Place>();
            for (var place : object(frame.getValue()).entrySet())
                places.put(string(place.getKey()), place(object(place.getValue())));
            frames.put(string(frame.getKey()), places);
        }
        var types = new TreeMap<String, SavedType>();
        for (var type : object(need(text, "types")).entrySet())
            types.put(string(type.getKey()), type(object(type.getValue())));
        var layout = new Layout(frames, types);
        var id = string(need(text, "id"));
        if (!id.equals(layout.id()))
            throw new Malformed("layout " + id + " in it has been changed by hand: it is " + layout.id() + " now");
        return layout;
    }

    private static Place place(Map<?, ?> text) throws Malformed {
        var before = text.get("before");
        return new Place(
                before == null ? null : strings(before), strings(need(text, "behind")), string(need(text, "gives")));
    }

    private static SavedType type(Map<?, ?> text) throws Malformed {
        if (text.containsKey("record")) return new SavedType.OfRecord(strings(need(text, "record")));
        var constants = text.get("enum");
        return constants != null
                ? new SavedType.OfEnum(names(constants))
                : new SavedType.OfSealed(names(need(text, "sealed")));
    }

    private static List<String> names(Object value) throws Malformed {
        var names = new ArrayList<String>();
        for (var each : list(value)) names.add(string(each));
        return List.copyOf(names);
    }

    private static SortedMap<String, String> strings(Object value) throws Malformed {
        var strings = new TreeMap<String, String>();
        for (var each : object(value).entrySet()) strings.put(string(each.getKey()), string(each.getValue()));
        return strings;
    }

    private static Object need(Map<?, ?> object, String name) throws Malformed {
        var value = object.get(name);
        if (value == null) throw new Malformed("an object in it has no \"" + name + "\"");
        return value;
    }

    private static Map<?, ?> object(@Nullable Object value) throws Malformed {
        if (value instanceof Map<?, ?> map) return map;
        throw other("an object", value);
    }

    private static List<?> list(@Nullable Object value) throws Malformed {
        if (value instanceof List<?> list) return list;
        throw other("an array", value);
    }

    private static String string(@Nullable Object value) throws Malformed {
        if (value instanceof String text) return text;
        throw other("a string", value);
    }

    private static Malformed other(String expected, @Nullable Object value) {
        return new Malformed(expected + " is missing in it: there is " + value);
    }
}
