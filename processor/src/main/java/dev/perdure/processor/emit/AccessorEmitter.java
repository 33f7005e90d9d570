package dev.perdure.processor.emit;

import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.model.Accessor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the methods that reach private and protected members, each over a constant handle. */
final class AccessorEmitter {
    private final List<Accessor> accessors;

    AccessorEmitter(List<Accessor> accessors) {
        this.accessors = accessors;
    }

    void fields(TypeSpec.Builder machine) {
        for (var accessor : accessors)
            machine.addField(Signatures.constant(
                    Modifier.PRIVATE,
                    isField(accessor) ? Names.VARIABLE : Names.HANDLE,
                    handle(accessor),
                    find(accessor)));
    }

    void methods(TypeSpec.Builder machine) {
        for (var accessor : accessors) {
            var method = Signatures.statics(
                    Modifier.PRIVATE,
                    accessor.typeParameters(),
                    accessor.result(),
                    accessor.name(),
                    parameters(accessor));
            accessor.exceptions().forEach(each -> method.addException(Signatures.type(each)));
            machine.addMethod(Signatures.with(method, isField(accessor) ? field(accessor) : call(accessor)));
        }
    }

    private static boolean isField(Accessor accessor) {
        return accessor.kind() == Accessor.Kind.READ || accessor.kind() == Accessor.Kind.WRITE;
    }

    private static String handle(Accessor accessor) {
        return accessor.name() + "$";
    }

    private static String find(Accessor accessor) {
        boolean isStatic = accessor.receiver().isEmpty();
        var search = switch (accessor.kind()) {
            case CREATE -> "constructor";
            case CALL_SUPER -> "superMethod";
            case CALL -> isStatic ? "staticMethod" : "method";
            case READ, WRITE -> isStatic ? "staticField" : "field";
        };
        return Names.ACCESS + "." + search + "(" + Names.HANDLES + ".lookup(), " + type(accessor.lookup()) + ", "
                + type(accessor.owner()) + what(accessor) + ")";
    }

    /** A private class can be asked for, but not named. */
    private static String type(String name) {
        return name.startsWith("\"")
                ? Names.ACCESS + ".type(" + Names.HANDLES + ".lookup(), " + name + ")"
                : name + ".class";
    }

    /** Name, result and parameters, as far as they belong to this kind of member. */
    private static String what(Accessor accessor) {
        boolean creates = accessor.kind() == Accessor.Kind.CREATE;
        var name = creates ? "" : ", \"" + accessor.member() + "\", " + accessor.erasedResult() + ".class";
        if (isField(accessor)) return name;
        return name
                + accessor.erased().stream().map(each -> ", " + each + ".class").collect(Collectors.joining());
    }

    private static List<String> parameters(Accessor accessor) {
        var all = new ArrayList<String>();
        if (!accessor.receiver().isEmpty()) all.add(accessor.receiver() + " $self");
        for (int i = 0; i < accessor.parameters().size(); i++) {
            var type = accessor.parameters().get(i);
            boolean variable = accessor.varargs() && i == accessor.parameters().size() - 1;
            all.add((variable ? type.substring(0, type.length() - 2) + "..." : type) + " $" + i);
        }
        return all;
    }

    private static String arguments(Accessor accessor) {
        var arguments = new ArrayList<String>();
        if (!accessor.receiver().isEmpty()) arguments.add("(" + self(accessor) + ") $self");
        for (int i = 0; i < accessor.erased().size(); i++)
            arguments.add("(" + accessor.erased().get(i) + ") $" + i);
        return "(" + String.join(", ", arguments) + ")";
    }

    /** A field's handle throws nothing that would have to be caught. */
    private static SourceWriter field(Accessor accessor) {
        var out = new SourceWriter();
        boolean reads = accessor.kind() == Accessor.Kind.READ;
        var self = accessor.receiver().isEmpty() ? "" : "$self";
        var value = reads ? "" : self.isEmpty() ? "$0" : ", $0";
        var call = handle(accessor) + (reads ? ".get(" : ".set(") + self + value + ")";
        out.line(reads ? "return " + cast(accessor) + call + ";" : call + ";");
        return reads ? out : out.line("return $0;");
    }

    private static SourceWriter call(Accessor accessor) {
        var out = new SourceWriter();
        var call = handle(accessor) + ".invokeExact" + arguments(accessor);
        out.open("try");
        out.line(accessor.result().equals("void") ? call + ";" : "return " + cast(accessor) + call + ";");
        out.next("catch (java.lang.Throwable $t)");
        return out.line("throw $sneak($t);").close();
    }

    private static String cast(Accessor accessor) {
        var erased = "(" + accessor.erasedResult() + ") ";
        return accessor.result().equals(accessor.erasedResult()) ? erased : "(" + accessor.result() + ") " + erased;
    }

    /** The type that the handle takes as its instance. */
    private static String self(Accessor accessor) {
        return accessor.kind() == Accessor.Kind.CALL_SUPER || !accessor.owner().equals(accessor.lookup())
                ? accessor.lookup()
                : accessor.owner();
    }
}
