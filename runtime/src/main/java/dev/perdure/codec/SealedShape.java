package dev.perdure.codec;

import dev.perdure.UnsaveableValue;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Sealed hierarchies: the object of the record, or {@code "v"} of the enum, with the simple name of its class under {@code "@"}. */
final class SealedShape implements Shape {
    private final Class<?> root;
    private final Map<Class<?>, String> tags = new HashMap<>();
    private final Map<String, Shape> shapes = new HashMap<>();

    SealedShape(Type type, Function<Type, Shape> shapeOf) {
        root = Generics.raw(type);
        collect(type, shapeOf);
    }

    private void collect(Type type, Function<Type, Shape> shapeOf) {
        for (Class<?> permitted : Generics.raw(type).getPermittedSubclasses()) {
            var narrowed = Generics.narrow(permitted, type);
            if (permitted.isRecord() || permitted.isEnum()) {
                var tag = permitted.getSimpleName();
                tags.put(permitted, tag);
                if (shapes.put(tag, shapeOf.apply(narrowed)) != null)
                    throw new UnsaveableValue(
                            "two classes called " + tag + " permitted by " + root.getName()
                                    + " cannot be told apart; rename" + " one",
                            null);
            } else if (permitted.isSealed()) {
                collect(narrowed, shapeOf);
            } else {
                throw new UnsaveableValue(
                        permitted.getName() + ", permitted by " + root.getName()
                                + ", cannot be saved; make it a record, an" + " enum or sealed",
                        null);
            }
        }
    }

    @Override
    public void write(Object value, JsonWriter out) {
        var type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        var tag = tags.get(type);
        var shape = shapes.get(tag);
        if (shape == null) throw new UnsaveableValue(type.getName() + " is not permitted by " + root.getName(), null);
        out.beginObject().name("@").string(tag);
        if (unwrap(shape) instanceof RecordShape fields) fields.writeMembers(value, out);
        else shape.write(value, out.name("v"));
        out.endObject();
    }

    private static Shape unwrap(Shape shape) {
        return shape instanceof JsonCodec.Later later ? later.shape() : shape;
    }

    @Override
    public Object read(Json json) {
        var object = json.object();
        var tag = object.get("@");
        var shape = tag == null ? null : shapes.get(tag.string());
        if (shape == null) throw json.mismatch("one of " + shapes.keySet() + " of " + root.getName());
        var inner = unwrap(shape) instanceof RecordShape ? object : object.get("v");
        if (inner == null) throw json.mismatch("a constant with \"v\"");
        return shape.read(inner);
    }

    @Override
    public boolean immutable(Set<Shape> visiting) {
        if (!visiting.add(this)) return true;
        return shapes.values().stream().allMatch(shape -> shape.immutable(visiting));
    }
}
