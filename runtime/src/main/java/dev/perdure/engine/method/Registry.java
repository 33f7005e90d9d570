package dev.perdure.engine.method;

import dev.perdure.Durable;
import dev.perdure.InvalidArgument;
import dev.perdure.NotRegistered;
import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The durable methods that this process can run, and the instances they run on. Immutable but for layouts it is told of. */
public final class Registry {
    private final Map<Class<?>, Object> instances = new HashMap<>();
    private final Map<String, Layout> served = new HashMap<>();
    private final Map<String, Layout> known = new ConcurrentHashMap<>();
    /** Identities of what can be resumed here: methods that are served, and the lambdas in them. */
    private final Set<String> resumable = new HashSet<>();

    /**
     * Registers instances, and classes for their static methods.
     *
     * @throws InvalidArgument if one has no durable method, or two instances serve the same class
     */
    public Registry(List<Object> hosts) {
        resume(Unwinding.LAYOUT);
        resume(Concluding.LAYOUT);
        for (Object host : hosts) add(Objects.requireNonNull(host, "a registered instance is null"));
    }

    private void add(Object host) {
        var type = host instanceof Class<?> named ? named : host.getClass();
        var instance = host instanceof Class<?> ? null : host;
        var found = durableMethods(type);
        if (found.isEmpty())
            throw new InvalidArgument(
                    type.getName() + " was registered but has no @Durable method; register the instances that have");
        boolean serving = false;
        for (Method method : found) {
            boolean isStatic = Modifier.isStatic(method.getModifiers());
            if (!isStatic && instance == null) continue;
            var layout = Machines.layoutOf(method);
            if (!isStatic && instance != null) own(method.getDeclaringClass(), instance);
            served.put(layout.method(), layout);
            resume(layout);
            serving = true;
        }
        if (!serving)
            throw new InvalidArgument("class " + type.getName()
                    + " was registered, but it has no static @Durable method; register an instance," + " such as new "
                    + type.getSimpleName() + "(…)");
    }

    private void own(Class<?> host, Object instance) {
        var other = instances.putIfAbsent(host, instance);
        if (other != null && other != instance)
            throw new InvalidArgument("two instances were registered for " + host.getName() + ": one of "
                    + other.getClass().getName() + " and one of "
                    + instance.getClass().getName() + "; a run could not tell them apart");
    }

    private static List<Method> durableMethods(Class<?> type) {
        var methods = new ArrayList<Method>();
        for (Class<?> each : lineage(type, new LinkedHashSet<>()))
            for (Method method : each.getDeclaredMethods())
                if (method.isAnnotationPresent(Durable.class) && !method.isBridge()) methods.add(method);
        return methods;
    }

    private static Set<Class<?>> lineage(@Nullable Class<?> type, Set<Class<?>> found) {
        if (type != null && type != Object.class && found.add(type)) {
            lineage(type.getSuperclass(), found);
            for (Class<?> parent : type.getInterfaces()) lineage(parent, found);
        }
        return found;
    }

    private void resume(Layout layout) {
        know(layout);
        resumable.add(layout.method());
        for (Layout lambda : layout.parts()) resume(lambda);
    }

    /**
     * Checks that a method that is called here could also be resumed here, after a crash.
     *
     * @throws NotRegistered if neither its class nor an instance of it was registered
     */
    public void admit(Layout layout) {
        if (resumable.contains(layout.method())) return;
        if (layout.isStatic()) throw missing(layout.method());
        instance(layout);
    }

    /** Remembers a layout that is only started or called here, so that its results can be read. */
    public void know(Layout layout) {
        known.putIfAbsent(layout.method(), layout);
        for (Layout lambda : layout.parts()) know(lambda);
    }

    /** Identities of the methods that can be run here. */
    public Set<String> methods() {
        return Set.copyOf(served.keySet());
    }

    /** Whether a method can be run here. */
    public boolean serves(Layout layout) {
        return served.containsKey(layout.method());
    }

    /** A layout by its method's identity, if it was registered or met. */
    public @Nullable Layout find(String method) {
        return known.get(method);
    }

    /**
     * A layout by its method's identity.
     *
     * @throws NotRegistered if it was neither registered nor met
     */
    public Layout layout(String method) {
        var layout = known.get(method);
        if (layout == null) throw missing(method);
        return layout;
    }

    /**
     * The instance that a method runs on; null for static methods.
     *
     * @throws NotRegistered if there is none
     */
    public @Nullable Object instance(Layout layout) {
        if (layout.isStatic()) return null;
        var instance = instances.get(layout.host());
        if (instance == null) throw missing(layout.method());
        return instance;
    }

    /** A frame at the entry of its method, bound to its instance: of the method that overrides it there, if one does. */
    public Frame bound(Frame frame) {
        var layout = frame.layout();
        var instance = instance(layout);
        if (instance != null && instance.getClass() != layout.host() && frame.point() == 0) {
            var parameters = layout.point(0).resumeSlots();
            var arguments = new Object[parameters.length];
            for (int i = 0; i < parameters.length; i++) arguments[i] = frame.$get(parameters[i]);
            var overriding = Dispatch.override(layout, instance, arguments);
            if (overriding != null) {
                overriding.restoreAt(0);
                return overriding;
            }
        }
        frame.$bind(instance);
        return frame;
    }

    private static NotRegistered missing(String method) {
        return new NotRegistered("no instance for " + method + " is registered with this engine; add"
                + " register(new TheClass(…)), or register(TheClass.class) for static methods, before start()");
    }

    /** The class loader of the registered classes, or the thread's context loader if there are none. */
    public @Nullable ClassLoader loader() {
        return served.values().stream()
                .findFirst()
                .map(layout -> layout.host().getClassLoader())
                .orElseGet(() -> Thread.currentThread().getContextClassLoader());
    }
}
