package dev.perdure.codec;

import dev.perdure.Run;
import dev.perdure.UnsaveableValue;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The default codec: plain, readable JSON for a closed list of types. Primitives and their boxes, String, enums, BigDecimal
 * (scale kept), BigInteger, UUID, URI, Locale, Currency, java.time, optionals, arrays, the collections and maps of the JDK
 * (their kind kept, whatever the declared type), records, sealed hierarchies of records and enums (tagged by simple name), and
 * exceptions. Two equal values have equal encodings, also of unordered collections.
 *
 * <p>No class is ever chosen by a name in the data, with one exception: see {@link Throwables}.
 */
public final class JsonCodec implements Codec {
    private final Map<Type, Shape> shapes = new ConcurrentHashMap<>();
    private final Throwables throwables;
    private final @Nullable Function<String, ? extends Run<?>> handles;

    /** A codec that looks for exception classes with this loader. */
    public JsonCodec(@Nullable ClassLoader loader) {
        this(loader, null);
    }

    /** A codec that also saves handles of runs, by their ids, and makes them with this. */
    public JsonCodec(@Nullable ClassLoader loader, @Nullable Function<String, ? extends Run<?>> handles) {
        this.throwables = new Throwables(this, loader);
        this.handles = handles;
    }

    /** A codec that looks for exception classes with the thread's context loader. */
    public JsonCodec() {
        this(Thread.currentThread().getContextClassLoader());
    }

    @Override
    public void encode(Type type, @Nullable Object value, JsonWriter out) {
        try {
            shape(type).writeNullable(value, out);
        } catch (ClassCastException other) {
            throw new UnsaveableValue(
                    "a " + (value == null ? "null" : value.getClass().getName()) + " cannot be saved as "
                            + type.getTypeName() + ": " + other.getMessage(),
                    other);
        } catch (StackOverflowError deep) {
            throw new UnsaveableValue(
                    "a value of type " + type.getTypeName() + " is nested too deep, or contains itself", null);
        }
    }

    @Override
    public @Nullable Object decode(Type type, Json json) {
        return shape(type).readNullable(json);
    }

    @Override
    public boolean immutable(Type type) {
        return shape(type).immutable(new HashSet<>());
    }

    Shape shape(Type type) {
        var known = shapes.get(type);
        if (known != null) return known;
        var later = new Later();
        var other = shapes.putIfAbsent(type, later);
        if (other != null) return other;
        try {
            later.made = make(type);
            shapes.put(type, later.made);
            return later.made;
        } catch (UnsaveableValue unsaveable) {
            later.made = new Unsaveable(unsaveable);
            shapes.remove(type);
            throw unsaveable;
        }
    }

    private Shape make(Type type) {
        var raw = Generics.raw(type);
        var scalar = Scalars.of(raw);
        if (scalar != null) return scalar;
        if (raw == Run.class && handles != null) return new HandleShape(handles);
        if (raw.isEnum()) return Scalars.ofEnum(raw);
        if (raw.isArray()) return array(type, raw);
        if (raw.isRecord()) return new RecordShape(type, this::shape);
        if (Throwable.class.isAssignableFrom(raw)) return throwables.shapeOf(raw);
        if (raw == Map.Entry.class) return new EntryShape(argument(type, 0), argument(type, 1));
        if (Map.class.isAssignableFrom(raw))
            return new MapShape(raw, rawArgument(type), argument(type, 0), argument(type, 1));
        if (Collection.class.isAssignableFrom(raw) || raw == Iterable.class)
            return new CollectionShape(raw, rawArgument(type), argument(type, 0));
        var content = OptionalShape.contentOf(raw);
        if (content != null) return new OptionalShape(raw, shape(content));
        if (raw == Optional.class) return new OptionalShape(raw, argument(type, 0));
        if (raw.isSealed()) return new SealedShape(type, this::shape);
        throw new UnsaveableValue(
                "values of type " + type.getTypeName()
                        + " cannot be saved; use a record, an enum, a sealed interface of"
                        + " these, or a type of the JDK that the documentation lists",
                null);
    }

    private Shape array(Type type, Class<?> raw) {
        var element =
                type instanceof GenericArrayType generic ? generic.getGenericComponentType() : raw.getComponentType();
        return new ArrayShape(raw.getComponentType(), shape(element));
    }

    private Shape argument(Type type, int n) {
        return shape(Generics.resolve(Generics.argument(type, n), Map.of()));
    }

    private static Class<?> rawArgument(Type type) {
        return Generics.raw(Generics.argument(type, 0));
    }

    /** What another thread gets that met a shape while it was being made in vain. */
    private record Unsaveable(UnsaveableValue why) implements Shape {
        @Override
        public void write(Object value, JsonWriter out) {
            throw why;
        }

        @Override
        public Object read(Json json) {
            throw why;
        }

        @Override
        public boolean immutable(Set<Shape> visiting) {
            return false;
        }
    }

    /** Stands for a shape that is being made, so that a record can contain itself. */
    static final class Later implements Shape {
        private volatile @Nullable Shape made;

        Shape shape() {
            var shape = made;
            // Another thread is making it: it takes microseconds, and happens once per type.
            while (shape == null) {
                Thread.onSpinWait();
                shape = made;
            }
            return shape;
        }

        @Override
        public void write(Object value, JsonWriter out) {
            shape().write(value, out);
        }

        @Override
        public Object read(Json json) {
            return shape().read(json);
        }

        @Override
        public @Nullable String asName(Object value) {
            return shape().asName(value);
        }

        @Override
        public boolean immutable(Set<Shape> visiting) {
            return shape().immutable(visiting);
        }
    }
}
