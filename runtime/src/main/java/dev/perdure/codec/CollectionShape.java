package dev.perdure.codec;

import dev.perdure.DataCorrupted;
import dev.perdure.UnsaveableValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Collections: an array, or {@code {"@": kind, "v": array}} if the kind is not the one that the declared type means by itself. */
final class CollectionShape implements Shape {
    private final Class<?> declared;
    private final Class<?> elementClass;
    private final Shape element;
    private final Kind<Collection<@Nullable Object>> usual;

    CollectionShape(Class<?> declared, Class<?> elementClass, Shape element) {
        this.declared = declared;
        this.elementClass = elementClass;
        this.element = element;
        this.usual = usual(declared);
    }

    private static Kind<Collection<@Nullable Object>> usual(Class<?> declared) {
        var exact = Kinds.COLLECTIONS.ofClass(declared);
        if (exact != null) return exact;
        for (String tag : List.of("ArrayList", "HashSet", "TreeSet", "ArrayDeque", "EnumSet", "LinkedList")) {
            var kind = Kinds.COLLECTIONS.ofTag(tag);
            if (kind != null && declared.isAssignableFrom(classOf(tag))) return kind;
        }
        throw new UnsaveableValue(
                "values of type " + declared.getName() + " cannot be saved; declare the variable as List, Set or"
                        + " another collection of java.util",
                null);
    }

    private static Class<?> classOf(String tag) {
        try {
            return Class.forName("java.util." + tag);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void write(Object value, JsonWriter out) {
        var all = (Collection<?>) value;
        var kind = kindOf(all);
        boolean tagged = !kind.tag().equals(usual.tag());
        if (tagged) out.beginObject().name("@").string(kind.tag()).name("v");
        out.beginArray();
        if (kind.ordered()) {
            for (Object item : all) element.writeNullable(item, out);
        } else {
            for (byte[] item : canonical(all)) out.raw(item);
        }
        out.endArray();
        if (tagged) out.endObject();
    }

    private List<byte[]> canonical(Collection<?> all) {
        var encodings = new ArrayList<byte[]>(all.size());
        for (Object item : all) {
            var one = new JsonWriter(64);
            element.writeNullable(item, one);
            encodings.add(one.toBytes());
        }
        encodings.sort(Arrays::compareUnsigned);
        return encodings;
    }

    private static Kind<Collection<@Nullable Object>> kindOf(Collection<?> value) {
        var comparator = value instanceof SortedSet<?> set
                ? set.comparator()
                : value instanceof PriorityQueue<?> queue ? queue.comparator() : null;
        if (comparator != null)
            throw new UnsaveableValue(
                    "a " + value.getClass().getName()
                            + " with a comparator of its own cannot be saved, for the comparator"
                            + " is code; keep the elements in a list and sort it where it is needed",
                    null);
        var kind = Kinds.COLLECTIONS.ofClass(value.getClass());
        if (kind != null) return kind;
        if (!value.getClass().getName().startsWith("java.util."))
            throw new UnsaveableValue(
                    "a collection of class " + value.getClass().getName()
                            + " cannot be saved; copy it, for example with" + " new ArrayList<>(…)",
                    null);
        // A view, such as a sub-list or a map's keys: its elements are saved, its tie to the whole is not.
        return usualOf(value instanceof Set ? "LinkedHashSet" : "ArrayList");
    }

    private static Kind<Collection<@Nullable Object>> usualOf(String tag) {
        var kind = Kinds.COLLECTIONS.ofTag(tag);
        if (kind == null) throw new AssertionError(tag);
        return kind;
    }

    @Override
    public Object read(Json json) {
        var kind = usual;
        var items = json;
        if (json instanceof Json.Obj object) {
            var tag = object.get("@");
            var inner = object.get("v");
            if (tag == null || inner == null) throw json.mismatch("an array, or an object of \"@\" and \"v\"");
            kind = Kinds.COLLECTIONS.ofTag(tag.string());
            if (kind == null) throw tag.mismatch("a kind of collection");
            items = inner;
        }
        var filled = kind.make().apply(elementClass);
        for (Json item : items.array().items()) filled.add(element.readNullable(item));
        var made = kind.finish().apply(filled);
        if (!declared.isInstance(made))
            throw new DataCorrupted("a " + kind.tag() + " was saved where the code has a " + declared.getName(), null);
        return made;
    }

    @Override
    public boolean immutable(Set<Shape> visiting) {
        return false;
    }
}
