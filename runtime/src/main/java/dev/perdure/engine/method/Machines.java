package dev.perdure.engine.method;

import dev.perdure.ContractMismatch;
import dev.perdure.Durable;
import dev.perdure.UnknownMethod;
import dev.perdure.machine.Contract;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Naming;
import java.lang.reflect.Method;

/** Finds what the processor generated for a method. */
final class Machines {
    private Machines() {}

    static Layout layoutOf(Method method) {
        if (!method.isAnnotationPresent(Durable.class))
            throw new UnknownMethod(
                    Naming.identityOf(method) + " is not durable; mark it with @Durable and compile it with the Perdure"
                            + " processor",
                    null);
        var name = Naming.machineOf(method);
        try {
            var type = Class.forName(name, true, method.getDeclaringClass().getClassLoader());
            var field = type.getDeclaredField("LAYOUT");
            field.setAccessible(true);
            var layout = (Layout) field.get(null);
            if (layout.contract() == Contract.VERSION) return layout;
            throw new ContractMismatch(
                    name + " was generated for contract " + layout.contract() + ", this runtime keeps contract "
                            + Contract.VERSION + "; compile "
                            + method.getDeclaringClass().getName()
                            + " with the processor of the runtime's version");
        } catch (ClassNotFoundException missing) {
            throw new UnknownMethod(
                    Naming.identityOf(method) + " is @Durable, but there is no class " + name
                            + ": it was compiled without"
                            + " the Perdure processor; add dev.perdure:perdure-processor to the annotation processor path"
                            + " of the build",
                    missing);
        } catch (ReflectiveOperationException | LinkageError broken) {
            throw new UnknownMethod(
                    name + " is not a class that this version of the Perdure processor generates; compile again",
                    broken);
        }
    }
}
