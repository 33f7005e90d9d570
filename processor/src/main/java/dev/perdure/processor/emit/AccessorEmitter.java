package dev.perdure.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.model.Accessor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the methods that reach private and protected members, each over a constant method handle. */
final class AccessorEmitter {
    private final List<Accessor> accessors;

    AccessorEmitter(List<Accessor> accessors) {
        this.accessors = accessors;
    }

    void emit(TypeSpec.Builder machine) {
        for (var accessor : accessors) {
            machine.addField(FieldSpec.builder(
                            MethodHandle.class, handle(accessor), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(find(accessor))
                    .build());
            machine.addMethod(Signatures.method(
                    accessor.name(),
                    accessor.typeParameters(),
                    accessor.result(),
                    parameters(accessor),
                    String.join(", ", accessor.exceptions()),
                    invoke(accessor)));
        }
    }

    private static String handle(Accessor accessor) {
        return accessor.name() + "$";
    }

    private static CodeBlock find(Accessor accessor) {
        boolean isStatic = accessor.receiver().isEmpty();
        var search = switch (accessor.kind()) {
            case CREATE -> "constructor";
            case CALL_SUPER -> "superMethod";
            case CALL -> isStatic ? "staticMethod" : "method";
            case READ -> isStatic ? "staticGetter" : "getter";
            case WRITE -> isStatic ? "staticSetter" : "setter";
        };
        return CodeBlock.of(
                "$T.$L($T.lookup(), $L, $L$L)",
                Names.ACCESS,
                search,
                MethodHandles.class,
                type(accessor.lookup()),
                type(accessor.owner()),
                what(accessor));
    }

    /** A private class can be asked for, but not named. */
    private static CodeBlock type(String name) {
        return name.startsWith("\"")
                ? CodeBlock.of("$T.type($T.lookup(), $L)", Names.ACCESS, MethodHandles.class, name)
                : CodeBlock.of("$L.class", name);
    }

    /** Name, result and parameters, as far as they belong to this kind of member. */
    private static String what(Accessor accessor) {
        boolean creates = accessor.kind() == Accessor.Kind.CREATE;
        boolean isField = accessor.kind() == Accessor.Kind.READ || accessor.kind() == Accessor.Kind.WRITE;
        var name = creates ? "" : ", \"" + accessor.member() + "\", " + accessor.erasedResult() + ".class";
        if (isField) return name;
        return name
                + accessor.erased().stream().map(each -> ", " + each + ".class").collect(Collectors.joining());
    }

    private static String parameters(Accessor accessor) {
        var all = new ArrayList<String>();
        if (!accessor.receiver().isEmpty()) all.add(accessor.receiver() + " $self");
        for (int i = 0; i < accessor.parameters().size(); i++) {
            var type = accessor.parameters().get(i);
            boolean variable = accessor.varargs() && i == accessor.parameters().size() - 1;
            all.add((variable ? type.substring(0, type.length() - 2) + "..." : type) + " $" + i);
        }
        return String.join(", ", all);
    }

    private static CodeBlock invoke(Accessor accessor) {
        var arguments = new ArrayList<String>();
        if (!accessor.receiver().isEmpty()) arguments.add("(" + self(accessor) + ") $self");
        for (int i = 0; i < accessor.erased().size(); i++)
            arguments.add("(" + accessor.erased().get(i) + ") $" + i);
        var call = handle(accessor) + ".invokeExact(" + String.join(", ", arguments) + ")";
        var body = CodeBlock.builder();
        body.beginControlFlow("try");
        boolean isVoid = accessor.result().equals("void") || accessor.kind() == Accessor.Kind.WRITE;
        if (isVoid) body.addStatement("$L", call);
        else if (accessor.result().equals(accessor.erasedResult()))
            body.addStatement("return ($L) $L", accessor.erasedResult(), call);
        else body.addStatement("return ($L) ($L) $L", accessor.result(), accessor.erasedResult(), call);
        if (accessor.kind() == Accessor.Kind.WRITE) body.addStatement("return $L", "$0");
        body.nextControlFlow("catch ($T $L)", Throwable.class, "$t");
        body.addStatement("throw $L", "$sneak($t)");
        body.endControlFlow();
        return body.build();
    }

    /** The type that the handle takes as its instance. */
    private static String self(Accessor accessor) {
        return accessor.kind() == Accessor.Kind.CALL_SUPER || !accessor.owner().equals(accessor.lookup())
                ? accessor.lookup()
                : accessor.owner();
    }
}
