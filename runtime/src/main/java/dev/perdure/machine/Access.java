package dev.perdure.machine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/** Finds members that generated code cannot name although the durable method may: private ones, inherited ones, super's. */
public final class Access {
    private Access() {}

    /** Something that is looked for with the rights of a class. */
    private interface Search<H> {
        H with(Lookup rights) throws ReflectiveOperationException;
    }

    private static <H> H find(Lookup machine, Class<?> as, Search<H> search) {
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

    /** Reaches a field. Unlike what a method's handle calls, this throws nothing that is checked. */
    public static VarHandle field(Lookup machine, Class<?> as, Class<?> owner, String name, Class<?> type) {
        return find(machine, as, rights -> rights.findVarHandle(owner, name, type));
    }

    /** Reaches a static field. */
    public static VarHandle staticField(Lookup machine, Class<?> as, Class<?> owner, String name, Class<?> type) {
        return find(machine, as, rights -> rights.findStaticVarHandle(owner, name, type));
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
