package dev.perdure.codec;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Optionals: an array of none or one. */
final class OptionalShape implements Shape {
    private final Class<?> type;
    private final Shape element;

    OptionalShape(Class<?> type, Shape element) {
        this.type = type;
        this.element = element;
    }

    /** What is in an optional of this class, or null if it is no optional with a fixed content. */
    static @Nullable Class<?> contentOf(Class<?> type) {
        if (type == OptionalInt.class) return int.class;
        if (type == OptionalLong.class) return long.class;
        return type == OptionalDouble.class ? double.class : null;
    }

    @Override
    public void write(Object value, JsonWriter out) {
        out.beginArray();
        var content = content(value);
        if (content != null) element.write(content, out);
        out.endArray();
    }

    private static @Nullable Object content(Object value) {
        if (value instanceof Optional<?> optional) return optional.orElse(null);
        if (value instanceof OptionalInt optional) return optional.isPresent() ? optional.getAsInt() : null;
        if (value instanceof OptionalLong optional) return optional.isPresent() ? optional.getAsLong() : null;
        var optional = (OptionalDouble) value;
        return optional.isPresent() ? optional.getAsDouble() : null;
    }

    @Override
    public Object read(Json json) {
        var items = json.array().items();
        if (items.size() > 1) throw json.mismatch("an array of none or one");
        var content = items.isEmpty() ? null : element.read(items.get(0));
        if (type == OptionalInt.class) return content == null ? OptionalInt.empty() : OptionalInt.of((int) content);
        if (type == OptionalLong.class) return content == null ? OptionalLong.empty() : OptionalLong.of((long) content);
        if (type == OptionalDouble.class)
            return content == null ? OptionalDouble.empty() : OptionalDouble.of((double) content);
        return Optional.ofNullable(content);
    }

    @Override
    public boolean immutable(Set<Shape> visiting) {
        return element.immutable(visiting);
    }
}
