package dev.perdure.codec;

import java.lang.reflect.Array;
import java.util.Base64;
import java.util.Set;

/** Arrays; {@code byte[]} as Base64 and {@code char[]} as a string. */
final class ArrayShape implements Shape {
    private final Class<?> component;
    private final Shape element;

    ArrayShape(Class<?> component, Shape element) {
        this.component = component;
        this.element = element;
    }

    @Override
    public void write(Object value, JsonWriter out) {
        if (value instanceof byte[] bytes) {
            out.string(Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof char[] chars) {
            out.string(new String(chars));
        } else {
            out.beginArray();
            int length = Array.getLength(value);
            for (int i = 0; i < length; i++) element.writeNullable(Array.get(value, i), out);
            out.endArray();
        }
    }

    @Override
    public Object read(Json json) {
        if (component == byte.class) return bytes(json);
        if (component == char.class) return json.string().toCharArray();
        var items = json.array().items();
        var array = Array.newInstance(component, items.size());
        for (int i = 0; i < items.size(); i++) {
            if (component.isPrimitive()) Array.set(array, i, element.read(items.get(i)));
            else Array.set(array, i, element.readNullable(items.get(i)));
        }
        return array;
    }

    private static byte[] bytes(Json json) {
        try {
            return Base64.getDecoder().decode(json.string());
        } catch (IllegalArgumentException malformed) {
            throw json.mismatch("bytes in Base64");
        }
    }

    @Override
    public boolean immutable(Set<Shape> visiting) {
        return false;
    }
}
