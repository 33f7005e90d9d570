package dev.perdure.machine;

import dev.perdure.Durable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How a generated class is found from its method; the processor follows the same rule: the host's binary name with
 * {@code $} as {@code _}, {@code _}, the method's name, {@code _Machine}; where the host declares several durable methods of
 * that name, {@code _} and the hash of the erased parameter types in hexadecimal stand before {@code _Machine}.
 */
public final class Naming {
    private Naming() {}

    /** The binary name of the class generated for a method. */
    public static String machineOf(Method method) {
        var host = method.getDeclaringClass();
        var overloads = Arrays.stream(host.getDeclaredMethods())
                .filter(other -> !other.isBridge()
                        && other.getName().equals(method.getName())
                        && other.isAnnotationPresent(Durable.class))
                .count();
        var suffix =
                overloads > 1 ? "_" + Integer.toHexString(parametersOf(method).hashCode()) : "";
        return host.getName().replace('$', '_') + "_" + method.getName() + suffix + "_Machine";
    }

    /** The identity of a method: {@code shop.OrderFlow.place(shop.Order,int)}. */
    public static String identityOf(Method method) {
        return method.getDeclaringClass().getCanonicalName() + "." + method.getName() + "(" + parametersOf(method)
                + ")";
    }

    private static String parametersOf(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getCanonicalName)
                .collect(Collectors.joining(","));
    }
}
