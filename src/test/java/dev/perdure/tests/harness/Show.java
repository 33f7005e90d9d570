package dev.perdure.tests.harness;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Writes values so that two are equal just when their texts are: with types where these matter, arrays by content. */
public final class Show {
    private Show() {}

    /** A value as text. */
    public static String of(@Nullable Object value) {
        if (value == null) return "null";
        if (value instanceof String text) return '"' + text + '"';
        if (value instanceof Character c) return "'" + (int) c + "'";
        if (value instanceof Number || value instanceof Boolean)
            return value.getClass().getSimpleName().charAt(0) + ":" + value;
        if (value instanceof Class<?> type) return type.getSimpleName();
        if (value instanceof Throwable failure) return failure(failure);
        if (value.getClass().isArray()) return array(value);
        if (value instanceof Map<?, ?> map) return map(map);
        if (value instanceof Set<?> set) return set(set);
        if (value instanceof Iterable<?> items && !(value instanceof java.nio.file.Path)) return items(items);
        if (value instanceof Record) return record(value);
        return value.toString();
    }

    /** Class and message, causes and suppressed; without the message of exceptions that the JVM words by local names. */
    public static String failure(@Nullable Throwable failure) {
        if (failure == null) return "none";
        var text = new StringBuilder(failure.getClass().getName());
        if (!(failure instanceof NullPointerException)) text.append(": ").append(failure.getMessage());
        if (failure.getCause() != null && failure.getCause() != failure)
            text.append(" <- ").append(failure(failure.getCause()));
        for (var suppressed : failure.getSuppressed()) text.append(" + ").append(failure(suppressed));
        return text.toString();
    }

    private static String array(Object array) {
        var items = new ArrayList<String>();
        for (var i = 0; i < Array.getLength(array); i++) items.add(of(Array.get(array, i)));
        return array.getClass().getComponentType().getSimpleName() + items;
    }

    private static String items(Iterable<?> items) {
        var texts = new ArrayList<String>();
        items.forEach(item -> texts.add(of(item)));
        return texts.toString();
    }

    private static String set(Set<?> set) {
        List<String> texts = new ArrayList<>();
        set.forEach(item -> texts.add(of(item)));
        if (!(set instanceof SortedSet<?>)) texts.sort(null);
        return "set" + texts;
    }

    private static String map(Map<?, ?> map) {
        List<String> texts = new ArrayList<>();
        map.forEach((key, value) -> texts.add(of(key) + "=" + of(value)));
        if (!(map instanceof SortedMap<?, ?>)) texts.sort(null);
        return "map" + texts;
    }

    private static String record(Object value) {
        var texts = new ArrayList<String>();
        for (var component : value.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                texts.add(of(accessor.invoke(value)));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return value.getClass().getSimpleName() + texts;
    }
}
