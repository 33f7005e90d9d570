package dev.perdure.codec;

import dev.perdure.DataCorrupted;
import dev.perdure.UnsaveableValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Maps: an object where all keys are strings by nature (text, enums, ids, dates), else an array of pairs; in {@code {"@": kind,
 * "v": …}} if the kind is not the one that the declared type means by itself.
 */
final class MapShape implements Shape {
    private final Class<?> declared;
    private final Class<?> keyClass;
    private final Shape key;
    private final Shape value;
    private final Kind<Map<@Nullable Object, @Nullable Object>> usual;

    MapShape(Class<?> declared, Class<?> keyClass, Shape key, Shape value) {
        this.declared = declared;
        this.keyClass = keyClass;
        this.key = key;
        this.value = value;
        this.usual = usual(declared);
    }

    private static Kind<Map<@Nullable Object, @Nullable Object>> usual(Class<?> declared) {
        var kind = Kinds.MAPS.ofClass(declared);
        if (kind == null && declared == SortedMap.class) kind = Kinds.MAPS.ofTag("TreeMap");
        if (kind == null && declared == java.util.NavigableMap.class) kind = Kinds.MAPS.ofTag("TreeMap");
        if (kind == null && declared == java.util.concurrent.ConcurrentMap.class)
            kind = Kinds.MAPS.ofTag("ConcurrentHashMap");
        if (kind == null && declared.isAssignableFrom(java.util.LinkedHashMap.class))
            kind = Kinds.MAPS.ofTag("HashMap");
        if (kind == null)
            throw new UnsaveableValue(
                    "values of type " + declared.getName()
                            + " cannot be saved; declare the variable as Map or another map" + " of java.util",
                    null);
        return kind;
    }

    @Override
    public void write(Object map, JsonWriter out) {
        var all = (Map<?, ?>) map;
        var kind = kindOf(all);
        boolean named = all.keySet().stream().allMatch(this::isName);
        boolean tagged = !kind.tag().equals(usual.tag());
        if (tagged) out.beginObject().name("@").string(kind.tag()).name("v");
        if (named) out.beginObject();
        else out.beginArray();
        if (kind.ordered()) all.forEach((k, v) -> entry(k, v, named, out));
        else canonical(all, named).forEach(entry -> out.splice(entry, true));
        if (named) out.endObject();
        else out.endArray();
        if (tagged) out.endObject();
    }

    private boolean isName(@Nullable Object candidate) {
        if (candidate == null) return false;
        var name = key.asName(candidate);
        return name != null && !name.startsWith("@"); // "@…" is ours
    }

    private void entry(@Nullable Object k, @Nullable Object v, boolean named, JsonWriter out) {
        var name = named && k != null ? key.asName(k) : null;
        if (name != null) {
            value.writeNullable(v, out.name(name));
        } else {
            out.beginArray();
            key.writeNullable(k, out);
            value.writeNullable(v, out);
            out.endArray();
        }
    }

    private List<byte[]> canonical(Map<?, ?> all, boolean named) {
        @SuppressWarnings("ArrayRecordComponent") // never compared by equals
        record Entry(byte[] key, byte[] both) {}
        var entries = new ArrayList<Entry>(all.size());
        all.forEach((k, v) -> {
            var sortKey = new JsonWriter(64);
            key.writeNullable(k, sortKey);
            var both = new JsonWriter(64);
            entry(k, v, named, both);
            entries.add(new Entry(sortKey.toBytes(), both.toBytes()));
        });
        entries.sort(Comparator.comparing(Entry::key, Arrays::compareUnsigned));
        return entries.stream().map(Entry::both).toList();
    }

    private static Kind<Map<@Nullable Object, @Nullable Object>> kindOf(Map<?, ?> map) {
        if (map instanceof SortedMap<?, ?> sorted && sorted.comparator() != null)
            throw new UnsaveableValue(
                    "a " + map.getClass().getName()
                            + " with a comparator of its own cannot be saved, for the comparator is"
                            + " code; use the natural order",
                    null);
        var kind = Kinds.MAPS.ofClass(map.getClass());
        if (kind == null)
            throw new UnsaveableValue(
                    "a map of class " + map.getClass().getName() + " cannot be saved; copy it, for example with"
                            + " new LinkedHashMap<>(…)",
                    null);
        return kind;
    }

    @Override
    public Object read(Json json) {
        var kind = usual;
        var entries = json;
        var tag = json instanceof Json.Obj object ? object.get("@") : null;
        if (tag != null) {
            var inner = json.object().get("v");
            kind = Kinds.MAPS.ofTag(tag.string());
            if (kind == null || inner == null) throw json.mismatch("a kind of map");
            entries = inner;
        }
        var filled = kind.make().apply(keyClass);
        if (entries instanceof Json.Obj object)
            object.members()
                    .forEach((name, item) -> filled.put(key.read(new Json.Str(name)), value.readNullable(item)));
        else for (Json pair : entries.array().items()) put(filled, pair.array().items());
        var made = kind.finish().apply(filled);
        if (!declared.isInstance(made))
            throw new DataCorrupted("a " + kind.tag() + " was saved where the code has a " + declared.getName(), null);
        return made;
    }

    private void put(Map<@Nullable Object, @Nullable Object> filled, List<Json> pair) {
        if (pair.size() != 2) throw new DataCorrupted("a map entry of " + pair.size() + " parts", null);
        filled.put(key.readNullable(pair.get(0)), value.readNullable(pair.get(1)));
    }

    @Override
    public boolean immutable(Set<Shape> visiting) {
        return false;
    }
}
