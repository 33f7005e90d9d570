package dev.perdure.codec;

import dev.perdure.ExceptionNotRebuilt;
import dev.perdure.UnsaveableValue;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that exception classes declare themselves. Those of the JDK's classes cannot be reached and are left out. */
final class ThrowableFields {
    private final JsonCodec codec;
    private final ClassValue<List<Saved>> fields = new ClassValue<>() {
        @Override
        protected List<Saved> computeValue(Class<?> type) {
            return find(type);
        }
    };

    ThrowableFields(JsonCodec codec) {
        this.codec = codec;
    }

    private record Saved(String name, Field field, Shape shape) {}

    void write(Throwable failure, JsonWriter out) {
        var saved = fields.get(failure.getClass());
        if (saved.isEmpty()) return;
        out.name("fields").beginObject();
        for (Saved one : saved) write(one, failure, out);
        out.endObject();
    }

    /** One that cannot be saved after all, such as a list of an unknown kind, is left out: the exception itself matters more. */
    private static void write(Saved one, Throwable failure, JsonWriter out) {
        var text = new JsonWriter();
        try {
            one.shape().writeNullable(one.field().get(failure), text);
        } catch (UnsaveableValue | ClassCastException | IllegalAccessException | StackOverflowError leftOut) {
            return;
        }
        out.name(one.name()).raw(text.toBytes());
    }

    void read(Throwable made, Json.Obj members) {
        for (Saved one : fields.get(made.getClass())) {
            var member = members.get(one.name());
            if (member == null) continue;
            try {
                var value = one.shape().readNullable(member);
                if (value != null || !one.field().getType().isPrimitive())
                    one.field().set(made, value);
            } catch (IllegalAccessException closed) {
                throw new ExceptionNotRebuilt(
                        "field " + one.name() + " of a recorded "
                                + made.getClass().getName() + " could not be set",
                        closed);
            }
        }
    }

    private List<Saved> find(Class<?> type) {
        var found = new ArrayList<Saved>();
        for (Class<?> each = type; each != null && each.getClassLoader() != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                var shape = shapeOf(field);
                if (shape != null)
                    found.add(new Saved(
                            each == type ? field.getName() : each.getSimpleName() + "." + field.getName(),
                            field,
                            shape));
            }
        }
        return found;
    }

    private @Nullable Shape shapeOf(Field field) {
        if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) != 0) return null;
        try {
            field.setAccessible(true);
            return codec.shape(field.getGenericType());
        } catch (UnsaveableValue | InaccessibleObjectException leftOut) {
            return null;
        }
    }
}
