package dev.perdure.codec;

import java.util.AbstractMap.SimpleEntry;
import java.util.Map;
import java.util.Set;

/** Map entries: a pair; a copy, no longer tied to its map. */
final class EntryShape implements Shape {
    private final Shape key;
    private final Shape value;

    EntryShape(Shape key, Shape value) {
        this.key = key;
        this.value = value;
    }

    @Override
    public void write(Object entry, JsonWriter out) {
        var pair = (Map.Entry<?, ?>) entry;
        out.beginArray();
        key.writeNullable(pair.getKey(), out);
        value.writeNullable(pair.getValue(), out);
        out.endArray();
    }

    @Override
    public Object read(Json json) {
        var pair = json.array().items();
        if (pair.size() != 2) throw json.mismatch("a pair");
        return new SimpleEntry<>(key.readNullable(pair.get(0)), value.readNullable(pair.get(1)));
    }

    @Override
    public boolean immutable(Set<Shape> visiting) {
        return false;
    }
}
