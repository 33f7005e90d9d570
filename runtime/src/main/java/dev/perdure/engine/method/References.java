package dev.perdure.engine.method;

import dev.perdure.MethodRef;
import dev.perdure.UnknownMethod;
import dev.perdure.machine.Layout;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads which method a reference names out of its serialized form, once per call site. */
public final class References {
    private static final ClassValue<AtomicReference<@Nullable Layout>> RESOLVED = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable Layout> computeValue(Class<?> callSite) {
            return new AtomicReference<>();
        }
    };

    private References() {}

    /**
     * The layout of the durable method that a reference names.
     *
     * @throws UnknownMethod if it names none; the text says what to write
     */
    public static Layout resolve(MethodRef reference) {
        var cached = RESOLVED.get(reference.getClass());
        var layout = cached.get();
        if (layout == null) {
            layout = Machines.layoutOf(methodOf(reference));
            cached.set(layout);
        }
        return layout;
    }

    private static Method methodOf(MethodRef reference) {
        var lambda = serialized(reference);
        if (lambda.getImplMethodName().startsWith("lambda$"))
            throw new UnknownMethod(
                    "a lambda in " + lambda.getCapturingClass().replace('/', '.')
                            + " was given where a method reference is"
                            + " needed; write TheClass::theMethod and hand the arguments over behind it",
                    null);
        var name = lambda.getImplClass().replace('/', '.');
        try {
            var loader = reference.getClass().getClassLoader();
            var type = Class.forName(name, false, loader);
            var shape = MethodType.fromMethodDescriptorString(lambda.getImplMethodSignature(), loader);
            var method = find(type, lambda.getImplMethodName(), shape);
            if (method != null) return method;
            throw new UnknownMethod(
                    name + "::" + lambda.getImplMethodName() + " is no method with a body; refer to a @Durable method",
                    null);
        } catch (ClassNotFoundException | TypeNotPresentException missing) {
            throw new UnknownMethod(
                    "the class of " + name + "::" + lambda.getImplMethodName() + " is missing", missing);
        }
    }

    private static SerializedLambda serialized(MethodRef reference) {
        try {
            var replace = reference.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            if (replace.invoke(reference) instanceof SerializedLambda lambda) return lambda;
        } catch (ReflectiveOperationException | RuntimeException none) {
            throw notReference(reference, none);
        }
        throw notReference(reference, null);
    }

    private static UnknownMethod notReference(MethodRef reference, @Nullable Throwable cause) {
        return new UnknownMethod(
                "an object of " + reference.getClass().getName()
                        + " was given where a method reference is needed; write" + " TheClass::theMethod",
                cause);
    }

    private static @Nullable Method find(@Nullable Class<?> type, String name, MethodType shape) {
        if (type == null) return null;
        for (Method method : type.getDeclaredMethods())
            if (method.getName().equals(name)
                    && !method.isBridge()
                    && method.getReturnType() == shape.returnType()
                    && MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                            .equals(shape)) return method;
        return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .map(parent -> find(parent, name, shape))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }
}
