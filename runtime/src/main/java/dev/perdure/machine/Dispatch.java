package dev.perdure.machine;

import dev.perdure.Durable;
import dev.perdure.NotDurable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Finds the machine of a durable method that a subclass overrides, so that a direct call never runs the wrong code. */
public final class Dispatch {
    private Dispatch() {}

    /**
     * A frame of the method that overrides the one described, or null if none does.
     *
     * @param layout the method that was called, by its static type
     * @param self the instance it was called on
     * @param arguments its arguments, boxed
     * @throws NotDurable if the overriding method is not durable
     */
    public static @Nullable Frame override(Layout layout, Object self, @Nullable Object[] arguments) {
        if (self.getClass() == layout.host()) return null;
        var method = find(
                self.getClass(),
                layout.method().substring(layout.host().getCanonicalName().length()));
        if (method == null || method.getDeclaringClass() == layout.host()) return null;
        if (!method.isAnnotationPresent(Durable.class))
            throw new NotDurable(method + " overrides a durable method, but is not marked @Durable itself;"
                    + " a durable method that calls it would lose its progress. Mark it @Durable");
        var frame = layoutOf(method).newFrame();
        frame.$bind(self);
        for (int i = 0; i < arguments.length; i++) frame.$set(i, arguments[i]);
        return frame;
    }

    /** A frame of the method described, whatever overrides it: a call of {@code super}. */
    public static Frame exactly(Layout layout, Object self, @Nullable Object... arguments) {
        var frame = layout.newFrame();
        frame.$bind(self);
        for (int i = 0; i < arguments.length; i++) frame.$set(i, arguments[i]);
        return frame;
    }

    private static @Nullable Method find(Class<?> type, String signature) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            var found = declared(at, signature);
            if (found != null) return found;
        }
        for (var method : type.getMethods()) {
            if (!method.isBridge() && signatureOf(method).equals(signature)) return method;
        }
        return null;
    }

    private static @Nullable Method declared(Class<?> type, String signature) {
        for (var method : type.getDeclaredMethods()) {
            boolean candidate = !method.isBridge() && !Modifier.isAbstract(method.getModifiers());
            if (candidate && signatureOf(method).equals(signature)) return method;
        }
        return null;
    }

    private static String signatureOf(Method method) {
        return Naming.identityOf(method).substring(canonicalNameOf(method).length());
    }

    private static String canonicalNameOf(Method method) {
        return "" + method.getDeclaringClass().getCanonicalName();
    }

    private static Layout layoutOf(Method method) {
        var name = Naming.machineOf(method);
        try {
            var machine = Class.forName(name, true, method.getDeclaringClass().getClassLoader());
            return (Layout) machine.getField("LAYOUT").get(null);
        } catch (ReflectiveOperationException e) {
            throw new NotDurable("there is no state machine " + name + " of " + method
                    + "; compile its class with the Perdure processor");
        }
    }
}
