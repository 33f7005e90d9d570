package dev.perdure.machine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/** Finds members that generated code cannot name although the durable method may: private ones, inherited ones, super's. */
public final class Access {
    private Access() {}

    /** Something that is looked for with the rights of a class. */
    private interface Search {
        MethodHandle with(Lookup rights) throws ReflectiveOperationException;
    }

    private static MethodHandle find(Lookup machine, Class<?> as, Search search) {
        try {
            return search.with(MethodHandles.privateLookupIn(as, machine));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the class " + as.getName() + " and its state machine do not fit: " + e, e);
        }
    }

    /** A class that cannot be named, by its binary name. */
    public static Class<?> type(Lookup machine, String name) {
        try {
            return machine.findClass(name);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the class " + name + " and its state machine do not fit: " + e, e);
        }
    }

    /** Reads a field. */
    public static MethodHandle getter(Lookup machine, Class<?> as, Class<?> owner, String name, Class<?> type) {
        return find(machine, as, rights -> rights.findGetter(owner, name, type));
    }

    /** Reads a static field. */
    public static MethodHandle staticGetter(Lookup machine, Class<?> as, Class<?> owner, String name, Class<?> type) {
        return find(machine, as, rights -> rights.findStaticGetter(owner, name, type));
    }

    /** Writes a field. */
    public static MethodHandle setter(Lookup machine, Class<?> as, Class<?> owner, String name, Class<?> type) {
        return find(machine, as, rights -> rights.findSetter(owner, name, type));
    }

    /** Writes a static field. */
    public static MethodHandle staticSetter(Lookup machine, Class<?> as, Class<?> owner, String name, Class<?> type) {
        return find(machine, as, rights -> rights.findStaticSetter(owner, name, type));
    }

    /** Calls a method. */
    public static MethodHandle method(
            Lookup machine, Class<?> as, Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        return find(machine, as, rights -> rights.findVirtual(owner, name, MethodType.methodType(result, parameters)));
    }

    /** Calls a static method. */
    public static MethodHandle staticMethod(
            Lookup machine, Class<?> as, Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        return find(machine, as, rights -> rights.findStatic(owner, name, MethodType.methodType(result, parameters)));
    }

    /** Calls a method of a class above, as {@code super.name()} does in the class given. */
    public static MethodHandle superMethod(
            Lookup machine, Class<?> as, Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        return find(
                machine, as, rights -> rights.findSpecial(owner, name, MethodType.methodType(result, parameters), as));
    }

    /** Calls a constructor. */
    public static MethodHandle constructor(Lookup machine, Class<?> as, Class<?> owner, Class<?>... parameters) {
        return find(
                machine, as, rights -> rights.findConstructor(owner, MethodType.methodType(void.class, parameters)));
    }
}
