package dev.perdure.machine;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a variable may have been before the code was changed, so that its saved value can be read into what it is now: a
 * narrower number (JLS 5.1.2), the number that is boxed now, a collection of the JDK whose super type it is now. The
 * processor's check of lock files follows the same rule.
 */
public final class Widening {
    /** Each number with those that widen to it. */
    private static final Map<Class<?>, List<Class<?>>> NARROWER = Map.of(
            short.class, List.of(byte.class),
            int.class, List.of(byte.class, short.class, char.class),
            long.class, List.of(byte.class, short.class, char.class, int.class),
            float.class, List.of(byte.class, short.class, char.class, int.class, long.class),
            double.class, List.of(byte.class, short.class, char.class, int.class, long.class, float.class));

    private static final List<Class<?>> COLLECTIONS = List.of(
            List.class,
            ArrayList.class,
            LinkedList.class,
            Set.class,
            SortedSet.class,
            NavigableSet.class,
            HashSet.class,
            LinkedHashSet.class,
            TreeSet.class,
            Queue.class,
            Deque.class,
            ArrayDeque.class,
            Map.class,
            SortedMap.class,
            NavigableMap.class,
            HashMap.class,
            LinkedHashMap.class,
            TreeMap.class,
            Collection.class);

    private Widening() {}

    /** The types, other than itself, from which a value can be read into a variable of this type. */
    public static List<Type> sources(Type type) {
        if (type instanceof Class<?> known) return ofNumber(known);
        var sources = new ArrayList<Type>();
        if (type instanceof ParameterizedType applied && applied.getRawType() instanceof Class<?> raw)
            for (Class<?> each : COLLECTIONS)
                if (raw != each && COLLECTIONS.contains(raw) && raw.isAssignableFrom(each))
                    sources.add(Types.of(each, applied.getActualTypeArguments()));
        return sources;
    }

    private static List<Type> ofNumber(Class<?> type) {
        var primitive = unboxed(type);
        var narrower = NARROWER.getOrDefault(primitive, List.of());
        var sources = new ArrayList<Type>(narrower);
        if (type == primitive) return sources;
        if (primitive.isPrimitive()) sources.add(primitive);
        for (Class<?> each : narrower)
            sources.add(MethodType.methodType(each).wrap().returnType());
        return sources;
    }

    private static Class<?> unboxed(Class<?> type) {
        return MethodType.methodType(type).unwrap().returnType();
    }

    /** A value, boxed, as one of this type; for other values than numbers and characters it is itself. */
    public static @Nullable Object widened(@Nullable Object value, Type type) {
        if (value == null || !(type instanceof Class<?> known)) return value;
        var from = value instanceof Character letter ? (Object) (int) letter : value;
        return from instanceof Number number ? number(value, number, unboxed(known)) : value;
    }

    private static Object number(Object value, Number number, Class<?> type) {
        if (type == short.class) return number.shortValue();
        if (type == int.class) return number.intValue();
        if (type == long.class) return number.longValue();
        if (type == float.class) return number.floatValue();
        return type == double.class ? number.doubleValue() : value;
    }
}
