package dev.perdure.codec;

import dev.perdure.DataCorrupted;
import dev.perdure.ExceptionNotRebuilt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions: class name, message, cause, the top of the stack trace, suppressed exceptions, and the fields that the
 * application's own exception classes declare, as far as their types can be saved.
 *
 * <p>This is the one place where stored data names a class. {@code catch (OutOfStock e)} must match on another machine, and
 * the type an await throws is not declared anywhere at run time. So the class is loaded without being initialised, must be a
 * {@link Throwable}, and is made without running any constructor of its own.
 */
public final class Throwables {
    private static final int TRACE_LIMIT = 32;
    private static final int DEPTH_LIMIT = 32;

    private final @Nullable ClassLoader loader;
    private final ThrowableFields fields;

    Throwables(JsonCodec codec, @Nullable ClassLoader loader) {
        this.loader = loader;
        this.fields = new ThrowableFields(codec);
    }

    Shape shapeOf(Class<?> declared) {
        return new DeclaredShape(declared);
    }

    private void write(Throwable failure, JsonWriter out, Set<Throwable> above) {
        above.add(failure);
        out.beginObject();
        out.name("@").string(failure.getClass().getName());
        if (failure.getMessage() != null) out.name("message").string(failure.getMessage());
        var cause = failure.getCause();
        if (cause != null && !above.contains(cause) && above.size() < DEPTH_LIMIT)
            write(cause, out.name("cause"), above);
        trace(failure, out);
        suppressed(failure, out, above);
        fields.write(failure, out);
        out.endObject();
        above.remove(failure);
    }

    private static void trace(Throwable failure, JsonWriter out) {
        out.name("trace").beginArray();
        var trace = failure.getStackTrace();
        for (int i = 0; i < Math.min(trace.length, TRACE_LIMIT); i++) {
            var line = trace[i];
            out.string(line.getClassName() + "|" + line.getMethodName() + "|"
                    + (line.getFileName() == null ? "" : line.getFileName()) + "|" + line.getLineNumber());
        }
        out.endArray();
    }

    private void suppressed(Throwable failure, JsonWriter out, Set<Throwable> above) {
        var suppressed = failure.getSuppressed();
        if (suppressed.length == 0) return;
        out.name("suppressed").beginArray();
        for (Throwable one : suppressed) if (!above.contains(one) && above.size() < DEPTH_LIMIT) write(one, out, above);
        out.endArray();
    }

    private Throwable read(Json json) {
        var object = json.object();
        var name = object.get("@");
        if (name == null) throw json.mismatch("an exception");
        var type = load(name.string());
        var message = object.get("message");
        var cause = object.get("cause");
        var made = Allocation.make(type, message == null ? null : message.string(), cause == null ? null : read(cause));
        var trace = object.get("trace");
        if (trace != null) made.setStackTrace(elements(trace));
        var suppressed = object.get("suppressed");
        if (suppressed != null) for (Json one : suppressed.array().items()) made.addSuppressed(read(one));
        var saved = object.get("fields");
        if (saved != null) fields.read(made, saved.object());
        return made;
    }

    private Class<? extends Throwable> load(String name) {
        try {
            var type = Class.forName(name, false, loader);
            if (Throwable.class.isAssignableFrom(type)) return type.asSubclass(Throwable.class);
            throw new DataCorrupted("a saved exception names the class " + name + ", which is no exception", null);
        } catch (ClassNotFoundException | LinkageError gone) {
            throw new ExceptionNotRebuilt(
                    "the recorded exception is a " + name
                            + ", but there is no such class on the class path any more; put it"
                            + " back and resume the run",
                    gone);
        }
    }

    private static StackTraceElement[] elements(Json trace) {
        List<StackTraceElement> elements = new ArrayList<>();
        for (Json line : trace.array().items()) {
            var parts = line.string().split("\\|", -1);
            if (parts.length != 4) throw line.mismatch("class|method|file|line");
            elements.add(new StackTraceElement(
                    parts[0], parts[1], parts[2].isEmpty() ? null : parts[2], Integer.parseInt(parts[3])));
        }
        return elements.toArray(StackTraceElement[]::new);
    }

    private final class DeclaredShape implements Shape {
        private final Class<?> declared;

        DeclaredShape(Class<?> declared) {
            this.declared = declared;
        }

        @Override
        public void write(Object value, JsonWriter out) {
            Throwables.this.write((Throwable) value, out, Collections.newSetFromMap(new IdentityHashMap<>()));
        }

        @Override
        public Object read(Json json) {
            var made = Throwables.this.read(json);
            if (declared.isInstance(made)) return made;
            throw new DataCorrupted(
                    "a " + made.getClass().getName() + " was saved where the code has a " + declared.getName(), null);
        }

        @Override
        public boolean immutable(Set<Shape> visiting) {
            return false;
        }
    }
}
