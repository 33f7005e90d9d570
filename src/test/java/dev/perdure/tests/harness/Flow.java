package dev.perdure.tests.harness;

import dev.perdure.engine.method.Registry;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Naming;
import dev.perdure.spi.Scope;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A durable method and its state machine, ready to be executed in every way. */
public final class Flow {
    private final Method method;
    private final Class<?> host;
    private final Layout layout;
    private final List<?> others;
    private @Nullable Registry registry;

    /**
     * The flow of a method.
     *
     * @param host the class whose instance runs it: the declaring class or one that inherits it
     */
    public Flow(Class<?> host, Method method) {
        this(host, method, List.of());
    }

    /** The flow of a method that calls durable methods of other classes, which are registered with it. */
    public Flow(Class<?> host, Method method, List<?> others) {
        this.method = method;
        this.others = others;
        this.host = host;
        method.setAccessible(true);
        try {
            var machine = Class.forName(Naming.machineOf(method), true, host.getClassLoader());
            var field = machine.getDeclaredField("LAYOUT");
            field.setAccessible(true);
            layout = (Layout) field.get(null);
        } catch (ReflectiveOperationException missing) {
            throw new LinkageError("no state machine for " + method + ": " + missing, missing);
        }
    }

    /** Its description. */
    public Layout layout() {
        return layout;
    }

    /** Runs the method as the plain Java that it is. */
    public Observed plain(Effects effects, @Nullable Object... arguments) {
        var scope = new OnTheSpot(effects);
        var before = Scope.bind(scope);
        Effects.enter(effects);
        try {
            return Observed.returned(method.invoke(instance(effects), arguments), effects, scope.awaits());
        } catch (InvocationTargetException thrown) {
            return Observed.threw(thrown.getTargetException(), effects, scope.awaits());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Scope.bind(before);
            Effects.enter(null);
        }
    }

    /** Runs the state machine. */
    public Observed lowered(Effects effects, Crashes crashes, @Nullable Object... arguments) {
        Effects.enter(effects);
        try {
            var instance = layout.isStatic() ? host : instance(effects);
            return new Machine(effects, layout.isStatic() ? null : instance, registry(instance), crashes)
                    .run(layout, arguments);
        } finally {
            Effects.enter(null);
        }
    }

    /** Looks for the machines of all methods of the host, so it is made once. */
    private Registry registry(Object instance) {
        var known = registry;
        if (known != null) return known;
        var hosts = new ArrayList<Object>(List.of(instance));
        others.stream().filter(other -> other != instance).forEach(hosts::add);
        var made = new Registry(hosts);
        registry = made;
        return made;
    }

    /** What the state machine throws. */
    public Throwable failure(Effects effects, Crashes crashes, @Nullable Object... arguments) {
        var failure = lowered(effects, crashes, arguments).failure();
        if (failure == null) throw new AssertionError(this + " did not fail");
        return failure;
    }

    /** What an engine is given to run the flow: an instance, or the class. */
    public Object registered(Effects effects) {
        return layout.isStatic() ? host : instance(effects);
    }

    @SuppressWarnings("NullAway") // a static method has no instance
    private Object instance(Effects effects) {
        try {
            for (var factory : host.getDeclaredMethods()) {
                if (!factory.getName().equals("host") || !Modifier.isStatic(factory.getModifiers())) continue;
                factory.setAccessible(true);
                return factory.invoke(null, effects);
            }
            if (Modifier.isStatic(method.getModifiers())) return effects;
            var constructor = host.getDeclaredConstructor(Effects.class);
            constructor.setAccessible(true);
            return constructor.newInstance(effects);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
