package dev.perdure.processor.read;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Finds the compiler's own environment behind the wrappers of build tools: only that one gives access to trees. */
final class Environments {
    private static final int DEEPEST = 8;

    private Environments() {}

    static ProcessingEnvironment unwrap(ProcessingEnvironment wrapped) {
        var env = wrapped;
        for (int i = 0; i < DEEPEST; i++) {
            var inner = inner(env);
            if (inner == null) return env;
            env = inner;
        }
        return env;
    }

    private static @Nullable ProcessingEnvironment inner(ProcessingEnvironment env) {
        if (env.getClass().getName().startsWith("com.sun.tools.javac.")) return null;
        if (Proxy.isProxyClass(env.getClass())) return field(Proxy.getInvocationHandler(env), "val$delegateTo");
        return field(env, "delegate");
    }

    private static @Nullable ProcessingEnvironment field(Object wrapper, String name) {
        for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(wrapper) instanceof ProcessingEnvironment env ? env : null;
            } catch (NoSuchFieldException e) {
                // Declared further up, perhaps.
            } catch (IllegalAccessException | RuntimeException e) {
                return null;
            }
        }
        return null;
    }
}
