package dev.perdure.codec;

import dev.perdure.DataCorrupted;
import dev.perdure.LayoutMismatch;
import dev.perdure.UnsaveableValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Records: an object with a member per component. Made again by the canonical constructor. */
final class RecordShape implements Shape {
    private final Class<?> type;
    private final String[] names;
    private final Shape[] shapes;
    private final MethodHandle[] accessors;
    private final MethodHandle constructor;

    RecordShape(Type generic, Function<Type, Shape> shapeOf) {
        type = Generics.raw(generic);
        var bindings = Generics.bindings(generic);
        var components = type.getRecordComponents();
        names = Stream.of(components).map(RecordComponent::getName).toArray(String[]::new);
        shapes = Stream.of(components)
                .map(component -> shapeOf.apply(Generics.resolve(component.getGenericType(), bindings)))
                .toArray(Shape[]::new);
        accessors = new MethodHandle[components.length];
        try {
            var lookup = MethodHandles.lookup();
            for (int i = 0; i < components.length; i++) {
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                accessors[i] = lookup.unreflect(accessor).asType(ACCESSOR);
            }
            var canonical = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            constructor = lookup.unreflectConstructor(canonical)
                    .asFixedArity()
                    .asSpreader(Object[].class, components.length)
                    .asType(CONSTRUCTOR);
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            throw new UnsaveableValue(
                    "record " + type.getName() + " cannot be read; open its package to dev.perdure.runtime (opens "
                            + type.getPackageName() + ")",
                    closed);
        }
    }

    private static final java.lang.invoke.MethodType ACCESSOR =
            java.lang.invoke.MethodType.methodType(Object.class, Object.class);
    private static final java.lang.invoke.MethodType CONSTRUCTOR =
            java.lang.invoke.MethodType.methodType(Object.class, Object[].class);

    @Override
    public void write(Object value, JsonWriter out) {
        out.beginObject();
        writeMembers(value, out);
        out.endObject();
    }

    void writeMembers(Object value, JsonWriter out) {
        for (int i = 0; i < names.length; i++) shapes[i].writeNullable(component(value, i), out.name(names[i]));
    }

    private Object component(Object value, int i) {
        try {
            return accessors[i].invokeExact(value);
        } catch (Throwable failure) {
            throw new UnsaveableValue(
                    "component " + names[i] + " of a " + type.getName() + " could not be read: " + failure, failure);
        }
    }

    @Override
    public Object read(Json json) {
        var members = json.object();
        var arguments = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            var member = members.get(names[i]);
            if (member == null) throw missing(names[i], members);
            arguments[i] = shapes[i].readNullable(member);
        }
        try {
            return constructor.invokeExact(arguments);
        } catch (Throwable failure) {
            throw new DataCorrupted(
                    "a saved " + type.getName() + " was refused by its constructor: " + failure, failure);
        }
    }

    private LayoutMismatch missing(String component, Json.Obj members) {
        return new LayoutMismatch("a saved " + type.getName() + " has no component " + component + "; it has "
                + members.members().keySet()
                + ". Runs that hold such a value need code whose record has no component that it had not then");
    }

    @Override
    public boolean immutable(Set<Shape> visiting) {
        if (!visiting.add(this)) return true;
        return Stream.of(shapes).allMatch(shape -> shape.immutable(visiting));
    }
}
