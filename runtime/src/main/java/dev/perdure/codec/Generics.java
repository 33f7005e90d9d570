package dev.perdure.codec;

import dev.perdure.UnsaveableValue;
import dev.perdure.machine.Types;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Puts types in the place of type variables. */
final class Generics {
    private Generics() {}

    /** The class of a type, arguments left aside. */
    static Class<?> raw(Type type) {
        if (type instanceof Class<?> raw) return raw;
        if (type instanceof ParameterizedType applied) return (Class<?>) applied.getRawType();
        if (type instanceof GenericArrayType array)
            return raw(array.getGenericComponentType()).arrayType();
        if (type instanceof WildcardType wildcard) return raw(wildcard.getUpperBounds()[0]);
        if (type instanceof TypeVariable<?> variable) return raw(variable.getBounds()[0]);
        throw new UnsaveableValue("type " + type + " is not understood", null);
    }

    /** The n-th type argument, or its bound where the type is raw. */
    static Type argument(Type type, int n) {
        if (type instanceof ParameterizedType applied) return applied.getActualTypeArguments()[n];
        var variables = raw(type).getTypeParameters();
        return n < variables.length ? variables[n].getBounds()[0] : Object.class;
    }

    /** What the type variables of a type stand for. */
    static Map<TypeVariable<?>, Type> bindings(Type type) {
        var bindings = new HashMap<TypeVariable<?>, Type>();
        if (type instanceof ParameterizedType applied) {
            var variables = raw(type).getTypeParameters();
            for (int i = 0; i < variables.length; i++) bindings.put(variables[i], applied.getActualTypeArguments()[i]);
        }
        return bindings;
    }

    /** The type with its variables replaced; wildcards and unbound variables by their bounds. */
    static Type resolve(Type type, Map<TypeVariable<?>, Type> bindings) {
        if (type instanceof TypeVariable<?> variable) {
            var bound = bindings.get(variable);
            return bound != null ? bound : raw(variable);
        }
        if (type instanceof WildcardType wildcard) return resolve(wildcard.getUpperBounds()[0], bindings);
        if (type instanceof GenericArrayType array)
            return Types.arrayOf(resolve(array.getGenericComponentType(), bindings));
        if (type instanceof ParameterizedType applied)
            return Types.of(
                    raw(applied),
                    Stream.of(applied.getActualTypeArguments())
                            .map(argument -> resolve(argument, bindings))
                            .toArray(Type[]::new));
        return type;
    }

    /** A subclass as the subtype of a type with arguments: its own arguments are those it hands to that type. */
    static Type narrow(Class<?> sub, Type base) {
        if (sub.getTypeParameters().length == 0) return sub;
        var baseBindings = bindings(base);
        var found = new HashMap<TypeVariable<?>, Type>();
        Stream.concat(Stream.of(sub.getGenericInterfaces()), Stream.ofNullable(sub.getGenericSuperclass()))
                .filter(parent -> raw(parent) == raw(base) && parent instanceof ParameterizedType)
                .forEach(parent -> {
                    var handed = ((ParameterizedType) parent).getActualTypeArguments();
                    var variables = raw(base).getTypeParameters();
                    for (int i = 0; i < handed.length; i++) {
                        var bound = baseBindings.get(variables[i]);
                        if (handed[i] instanceof TypeVariable<?> own && bound != null) found.put(own, bound);
                    }
                });
        return Types.of(
                sub,
                Stream.of(sub.getTypeParameters())
                        .map(variable -> resolve(variable, found))
                        .toArray(Type[]::new));
    }
}
